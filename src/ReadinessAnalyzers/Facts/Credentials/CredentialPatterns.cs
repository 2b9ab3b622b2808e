using System.Globalization;

namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary>
/// Shapes that a user adds: <c>name:prefix:minLength</c>, several with commas between them. So many letters, digits, <c>_</c> and <c>-</c> or
/// more follow the prefix, and they look random. There are no regular expressions here, so none can be slow or wrong.
/// </summary>
internal sealed class CredentialPatterns
{
    private const int MostPatterns = 100;
    private const int ShortestPrefix = 3;
    private const int ShortestBody = 16; // of less it cannot be said whether it is random
    private const int LongestBody = 10_000;

    private CredentialPatterns(IReadOnlyList<CredentialShape> shapes, IReadOnlyList<int> misread)
    {
        Shapes = shapes;
        Misread = misread;
    }

    public IReadOnlyList<CredentialShape> Shapes { get; }

    /// <summary>Which of the patterns, counted from 1, are not written in that form. Their text is not kept: it may be a secret.</summary>
    public IReadOnlyList<int> Misread { get; }

    public static CredentialPatterns Parse(string patterns)
    {
        var shapes = new List<CredentialShape>();
        var misread = new List<int>();
        var written = patterns.Trim().Length == 0 ? [] : patterns.Split(',');
        for (var i = 0; i < written.Length; i++)
        {
            if (i < MostPatterns && ParseOne(written[i]) is { } shape)
                shapes.Add(shape);
            else
                misread.Add(i + 1);
        }
        return new(shapes, misread);
    }

    private static CredentialShape? ParseOne(string pattern)
    {
        var parts = pattern.Split(':').Select(part => part.Trim()).ToArray();
        return parts.Length == 3 && IsName(parts[0]) && IsPrefix(parts[1])
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var shortest) && shortest is >= ShortestBody and <= LongestBody
                ? CredentialShape.Token(parts[0], parts[1], Alphabets.IsBase64Url, shortest, int.MaxValue)
                : null;
    }

    private static bool IsName(string text) =>
        text.Length is > 0 and <= 50 && text.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.');

    private static bool IsPrefix(string text) => text.Length is >= ShortestPrefix and <= 50 && text.All(c => c is > ' ' and < '\u007F');
}
