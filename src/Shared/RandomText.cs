using System.Diagnostics.CodeAnalysis;

namespace ReadinessAnalyzers;

/// <summary>
/// Tells letters and digits drawn at random from what people type in their place: <c>xxxxxxxx</c>, <c>your_key_here</c>,
/// <c>1234567890abcdef</c>, <c>ThisIsNotARealKey</c>.
/// </summary>
internal static class RandomText
{
    // Random base62 stays above 3.44 bits a character at 24 characters and random hex above 3.0; a run is 0, a short cycle below 3.
    private const double LeastEntropy = 3.0;

    // A cycle of five characters has 2.3; 24 random hexadecimal digits have never been seen below 2.6.
    private const double MostEntropyOfCycle = 2.5;

    // What must be left when words and sequences are taken out. A random text loses a few characters by chance, never a third.
    private const double LeastRandomShare = 0.66;

    private static readonly string[] FakeWords =
    [
        "placeholder", "example", "changeme", "replace", "stripe", "secret", "webhook", "apikey", "insert", "sample", "dummy",
        "secure", "production", "password", "redacted", "signing", "invalid", "your", "here", "fake", "demo", "mock", "test", "live", "value",
        "docs", "real", "just", "super", "local", "with", "this", "only", "qwertyuiop", "asdfghjkl", "zxcvbnm",
    ];

    /// <summary>False if <paramref name="text"/>, of 16 characters or more, is a placeholder rather than random.</summary>
    public static bool IsLikely(string text) =>
        BitsPerCharacter(text) > LeastEntropy && !IsWords(text) && !IsCounting(text) && RandomShare(text) >= LeastRandomShare;

    /// <summary>
    /// True if nobody draws <paramref name="text"/>, of 16 characters or more, at random. Between this and <see cref="IsLikely"/> lie random texts
    /// that look like words, one in 3,000 of those with 24 letters and digits.
    /// </summary>
    public static bool IsTyped(string text) =>
        BitsPerCharacter(text) <= MostEntropyOfCycle || text.All(char.IsLower) || text.All(char.IsUpper) || IsCounting(text) || RandomShare(text) < LeastRandomShare;

    /// <summary>Shannon's entropy of the characters of <paramref name="text"/>.</summary>
    public static double BitsPerCharacter(string text) => text
        .GroupBy(character => character)
        .Select(group => (double)group.Count() / text.Length)
        .Sum(share => -share * Math.Log(share, 2));

    /// <summary>True if a word that people type in place of a secret, of that length or longer, stands in <paramref name="text"/>.</summary>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "A candidate, a hundred characters long; not a file.")]
    public static bool HoldsFakeWord(string text, int shortest) =>
        FakeWords.Any(word => word.Length >= shortest && text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    // Words in one case or in CamelCase: no digit, and one case clearly in the majority.
    private static bool IsWords(string text)
    {
        if (text.Any(char.IsDigit))
            return false;
        var lower = (double)text.Count(char.IsLower) / text.Length;
        return lower is >= 0.75 or <= 0.25;
    }

    // a1b2c3d4…, AbCdEfGh…, abc123def456…: most letters follow the letter before them in the alphabet, and most digits the digit.
    private static bool IsCounting(string text)
    {
        var letters = text.Where(char.IsLetter).Select(char.ToLowerInvariant).ToArray();
        var digits = text.Where(char.IsDigit).ToArray();
        var pairs = Math.Max(letters.Length - 1, 0) + Math.Max(digits.Length - 1, 0);
        return Ascending(letters) + Ascending(digits) > 0.6 * pairs;
    }

    private static int Ascending(char[] characters) =>
        Enumerable.Range(1, Math.Max(characters.Length - 1, 0)).Count(at => (characters[at] - characters[at - 1] + 10) % 10 == 1 || characters[at] - characters[at - 1] == 1);

    [SuppressMessage("ApiDesign", "RS0030", Justification = "A candidate, a hundred characters long; not a file.")]
    private static double RandomShare(string text)
    {
        var taken = new bool[text.Length];
        foreach (var word in FakeWords)
        {
            for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
                Take(taken, at, word.Length);
        }
        TakeSequences(text, taken);
        return (double)taken.Count(isTaken => !isTaken) / text.Length;
    }

    // Four or more characters that repeat, count up or count down.
    private static void TakeSequences(string text, bool[] taken)
    {
        for (var start = 0; start + 3 < text.Length;)
        {
            var step = text[start + 1] - text[start];
            var end = start + 1;
            while (end + 1 < text.Length && text[end + 1] - text[end] == step)
                end++;
            if (step is >= -1 and <= 1 && end - start >= 3)
                Take(taken, start, end - start + 1);
            start = end;
        }
    }

    private static void Take(bool[] taken, int start, int length)
    {
        for (var i = start; i < start + length; i++)
            taken[i] = true;
    }
}
