namespace ReadinessAnalyzers;

/// <summary>Guesses which of the known names somebody meant who wrote another one.</summary>
internal static class NearestName
{
    private const int MostSlips = 2;
    private const int MostListed = 20;

    // The names may come from a stranger's file, and a distance costs the product of the lengths.
    private const int MostCompared = 1_000;
    private const int LongestCompared = 100;

    /// <summary>A half sentence: <c>did you mean 'deferred'?</c> or, when nothing is near, the <paramref name="known"/> names.</summary>
    public static string Advice(string written, IReadOnlyList<string> known)
    {
        var nearest = Nearest(written, known)!;
        return Distance(written, nearest) <= Math.Max(1, nearest.Length / 3)
            ? $"did you mean '{nearest}'?"
            : $"it may have '{string.Join("', '", known.Take(MostListed))}'{(known.Count > MostListed ? " and others" : "")}.";
    }

    /// <summary>The one of the <paramref name="known"/> names that differs by a slip of the pen; null if none does.</summary>
    public static string? Misspelt(string written, IEnumerable<string> known) =>
        Nearest(written, known) is { } nearest && Distance(written, nearest) <= MostSlips ? nearest : null;

    private static string? Nearest(string written, IEnumerable<string> known) => known
        .Take(MostCompared)
        .OrderBy(name => Distance(written, name))
        .ThenBy(name => name, StringComparer.Ordinal)
        .FirstOrDefault();

    private static int Distance(string written, string known) =>
        written.Length > LongestCompared || known.Length > LongestCompared ? int.MaxValue : EditDistance.Between(written, known);
}
