namespace ReadinessAnalyzers.Gate.Proofs;

/// <summary>Finds times that people write: a number and a unit, such as <c>15 minutes</c>, <c>4h</c> or <c>1.5 days</c>.</summary>
internal static class TimeSpans
{
    private static readonly string[] Units = ["second", "sec", "minute", "min", "hour", "hr", "day", "week"];
    private static readonly string[] ShortUnits = ["s", "m", "h", "d"];

    /// <summary>How many times a heading, and what stands under it, names.</summary>
    public static int CountIn(MarkdownHeading heading, Markdown markdown) => Count(heading.Text) + markdown.Under(heading).Sum(Count);

    private static int Count(string text)
    {
        var count = 0;
        for (var at = 0; at < text.Length;)
        {
            if (!IsDigit(text[at++]))
                continue;
            while (at < text.Length && (IsDigit(text[at]) || text[at] is '.' or ','))
                at++;
            while (at < text.Length && text[at] is ' ' or '\u00A0' or '-' or '*')
                at++;
            var start = at;
            while (at < text.Length && char.IsLetter(text[at]))
                at++;
            var unit = text.Substring(start, at - start).ToLowerInvariant();
            if (Units.Any(known => unit.StartsWith(known, StringComparison.Ordinal)) || ShortUnits.Contains(unit))
                count++;
        }

        return count;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
