namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>Guesses which of the known names somebody meant who wrote another one.</summary>
internal static class NearestName
{
    /// <summary>A half sentence: <c>did you mean 'deferred'?</c> or, when nothing is near, the <paramref name="known"/> names.</summary>
    public static string Advice(string written, IReadOnlyList<string> known)
    {
        var nearest = known.OrderBy(name => EditDistance.Between(written, name)).First();
        return EditDistance.Between(written, nearest) <= Math.Max(1, nearest.Length / 3)
            ? $"did you mean '{nearest}'?"
            : $"it may have '{string.Join("', '", known)}'.";
    }
}
