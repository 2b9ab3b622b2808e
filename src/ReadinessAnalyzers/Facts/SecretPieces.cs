namespace ReadinessAnalyzers.Facts;

/// <summary>
/// Finds string literals that may be part of a secret which the compiler puts together: a prefix alone, a text with escapes, or a body
/// without prefix. No list of prefixes is enough for <c>"s" + "k_live_" + body</c>, so the body itself is the anchor: a quoted run of
/// 16 letters and digits or more that looks random stands in ordinary code almost never.
/// </summary>
internal static class SecretPieces
{
    private const int ShortestBody = 16;

    // Keys have about 99 characters; a run far longer is an embedded file.
    private const int LongestBody = 1000;

    private static readonly string[] Prefixes = ["k_live_", "k_test_", "sk_org_", "whsec_", "\\u005", "\\x5"];

    /// <summary>A position inside each such literal, ascending.</summary>
    public static IReadOnlyCollection<int> PositionsIn(string text)
    {
        var positions = new SortedSet<int>();
        foreach (var prefix in Prefixes)
        {
            for (var at = text.IndexOf(prefix, StringComparison.Ordinal); at >= 0; at = text.IndexOf(prefix, at + 1, StringComparison.Ordinal))
                positions.Add(at);
        }
        for (var quote = text.IndexOf('"'); quote >= 0; quote = text.IndexOf('"', quote + 1))
        {
            if (IsBody(text, quote + 1))
                positions.Add(quote + 1);
        }
        return positions;
    }

    private static bool IsBody(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '+' or '/' or '='))
            end++;
        if (end - start is < ShortestBody or > LongestBody || end == text.Length || text[end] != '"')
            return false;

        // "ive_51H…": what stands before the last underscore belongs to the prefix.
        var body = text.Substring(start, end - start);
        body = body.Substring(body.LastIndexOf('_') + 1);
        return body.Length >= ShortestBody && body.Count(char.IsDigit) >= 2 && body.Any(char.IsLetter) && RandomText.IsLikely(body);
    }
}
