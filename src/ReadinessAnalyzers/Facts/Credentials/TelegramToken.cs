namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary><c>123456789:AA…</c>: the bot's number, a colon and 35 characters.</summary>
internal static class TelegramToken
{
    public static (int Start, int Length)? Match(string text, int colon)
    {
        var start = Alphabets.StartOfRun(text, colon, char.IsDigit);
        var end = Alphabets.EndOfRun(text, colon + 1, Alphabets.IsBase64Url);
        return colon - start is >= 8 and <= 10 && end - colon - 1 == 35
            && (start == 0 || !Alphabets.IsBase64Url(text[start - 1]))
            && RandomText.IsLikely(text.Substring(colon + 1, 35))
                ? (start, end - start)
                : null;
    }
}
