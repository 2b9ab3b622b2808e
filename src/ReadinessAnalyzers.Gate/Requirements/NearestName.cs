namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>Guesses which of the known names somebody meant who wrote another one.</summary>
internal static class NearestName
{
    /// <summary>A half sentence: <c>did you mean 'deferred'?</c> or, when nothing is near, the <paramref name="known"/> names.</summary>
    public static string Advice(string written, IReadOnlyList<string> known)
    {
        var nearest = known.OrderBy(name => Distance(written, name)).First();
        return Distance(written, nearest) <= Math.Max(1, nearest.Length / 3)
            ? $"did you mean '{nearest}'?"
            : $"it may have '{string.Join("', '", known)}'.";
    }

    /// <summary>How many letters must be added, removed or replaced (Levenshtein); capitals count as small letters.</summary>
    private static int Distance(string from, string to)
    {
        var previous = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var current = new int[to.Length + 1];
            current[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = char.ToLowerInvariant(from[i - 1]) == char.ToLowerInvariant(to[j - 1]) ? 0 : 1;
                current[j] = Math.Min(previous[j - 1] + replaced, 1 + Math.Min(previous[j], current[j - 1]));
            }

            previous = current;
        }

        return previous[to.Length];
    }
}
