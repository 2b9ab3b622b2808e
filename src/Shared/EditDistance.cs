namespace ReadinessAnalyzers;

/// <summary>How many letters must be added, removed or replaced (Levenshtein); capitals count as small letters.</summary>
internal static class EditDistance
{
    public static int Between(string from, string to)
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
