namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary>Three characters, a digit, <c>Q~</c> and 31 to 34 more: what Microsoft Entra issues as a client secret.</summary>
internal static class EntraSecret
{
    private const int BeforeMark = 4;

    public static (int Start, int Length)? Match(string text, int mark)
    {
        var start = Alphabets.StartOfRun(text, mark, IsPart);
        var end = Alphabets.EndOfRun(text, mark + 2, IsPart);
        return mark - start == BeforeMark && char.IsDigit(text[mark - 1]) && end - mark - 2 is >= 31 and <= 34
            && RandomText.IsLikely(text.Substring(mark + 2, end - mark - 2))
                ? (start, end - start)
                : null;
    }

    private static bool IsPart(char c) => Alphabets.IsBase64Url(c) || c is '~' or '.';
}
