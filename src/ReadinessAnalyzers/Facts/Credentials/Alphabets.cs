namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary>The characters that credentials are written in.</summary>
internal static class Alphabets
{
    public static bool IsBase62(char c) => c is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z');

    public static bool IsBase64(char c) => IsBase62(c) || c is '+' or '/' or '=';

    public static bool IsBase64Url(char c) => IsBase62(c) || c is '-' or '_';

    public static bool IsLowerHex(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f');

    public static bool IsUpperBase32(char c) => c is (>= 'A' and <= 'Z') or (>= '2' and <= '7');

    public static bool IsLowerBase36(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'z');

    /// <summary>Parts in base64url with points between them, as in SendGrid's keys.</summary>
    public static bool IsDotted(char c) => IsBase64Url(c) || c == '.';

    /// <summary>Where the characters of <paramref name="alphabet"/> from <paramref name="start"/> on end, or <paramref name="longest"/> of them.</summary>
    public static int EndOfRun(string text, int start, Func<char, bool> alphabet, int longest = int.MaxValue)
    {
        var last = start + Math.Min(longest, text.Length - start);
        while (start < last && alphabet(text[start]))
            start++;
        return start;
    }

    /// <summary>The same to the left of <paramref name="end"/>.</summary>
    public static int StartOfRun(string text, int end, Func<char, bool> alphabet, int longest = int.MaxValue)
    {
        var first = end - Math.Min(longest, end);
        while (end > first && alphabet(text[end - 1]))
            end--;
        return end;
    }
}
