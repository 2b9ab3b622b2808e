namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>Guesses which of the known names somebody meant who wrote another one.</summary>
internal static class NearestName
{
    private const int MostSlips = 2;

    /// <summary>A half sentence: <c>did you mean 'deferred'?</c> or, when nothing is near, the <paramref name="known"/> names.</summary>
    public static string Advice(string written, IReadOnlyList<string> known)
    {
        var nearest = Nearest(written, known)!;
        return EditDistance.Between(written, nearest) <= Math.Max(1, nearest.Length / 3)
            ? $"did you mean '{nearest}'?"
            : $"it may have '{string.Join("', '", known)}'.";
    }

    /// <summary>The one of the <paramref name="known"/> names that differs by a slip of the pen; null if none does.</summary>
    public static string? Misspelt(string written, IEnumerable<string> known) =>
        Nearest(written, known) is { } nearest && EditDistance.Between(written, nearest) <= MostSlips ? nearest : null;

    private static string? Nearest(string written, IEnumerable<string> known) =>
        known.OrderBy(name => EditDistance.Between(written, name)).ThenBy(name => name, StringComparer.Ordinal).FirstOrDefault();
}
