using System.Text;

namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary>Private keys: a PEM block, or the base64 inside of one by itself.</summary>
internal static class PrivateKey
{
    // A key on an elliptic curve takes 160 characters; a heading with dots below it is documentation.
    private const int ShortestBody = 64;
    private const string Begin = "-----BEGIN ";

    /// <param name="text">Where to look.</param>
    /// <param name="anchor">The last words of the heading: <c>PRIVATE KEY-----</c>.</param>
    public static (int Start, int Length)? MatchPem(string text, int anchor)
    {
        // RSA, EC, DSA, OPENSSH, PGP. A key that is encrypted needs a password too.
        var start = text.LastIndexOf(Begin, anchor, Math.Min(anchor + 1, Begin.Length + 10), StringComparison.Ordinal);
        if (start < 0 || text.IndexOf("ENCRYPTED", start, anchor - start, StringComparison.Ordinal) >= 0)
            return null;
        var bodyStart = text.IndexOf("-----", anchor, StringComparison.Ordinal) + 5;
        var body = new StringBuilder(ShortestBody);
        var end = bodyStart;
        for (; end < text.Length && body.Length < ShortestBody && IsBody(text, end); end++)
        {
            if (text[end] == '\\')
                end++; // a line break, escaped
            else if (Alphabets.IsBase64(text[end]))
                body.Append(text[end]);
        }
        return body.Length == ShortestBody && IsReal(body.ToString()) ? (start, EndOfBlock(text, end) - start) : null;
    }

    /// <param name="text">Where to look.</param>
    /// <param name="anchor">What every RSA key holds a few characters behind its start: version 0, then the algorithm or the modulus.</param>
    public static (int Start, int Length)? MatchBase64(string text, int anchor)
    {
        var start = anchor - "MIIEvw".Length;
        var end = Alphabets.EndOfRun(text, anchor, Alphabets.IsBase64);
        return start >= 0 && string.CompareOrdinal(text, start, "MII", 0, 3) == 0 && (start == 0 || !Alphabets.IsBase62(text[start - 1]))
            && end - start >= ShortestBody && IsReal(text.Substring(start, ShortestBody))
                ? (start, end - start)
                : null;
    }

    // The pieces of a literal may stand on lines of their own: "…\n" + "…".
    private static bool IsBody(string text, int at) => Alphabets.IsBase64(text[at]) || char.IsWhiteSpace(text[at]) || text[at] is '\\' or '"';

    private static bool IsReal(string body) => RandomText.IsLikely(body) && !PublishedCredentials.Contain(body);

    private static int EndOfBlock(string text, int from)
    {
        from = Math.Min(from, text.Length);
        while (from < text.Length && IsBody(text, from))
            from++;
        while (from > 0 && !Alphabets.IsBase64(text[from - 1]))
            from--;
        return from;
    }
}
