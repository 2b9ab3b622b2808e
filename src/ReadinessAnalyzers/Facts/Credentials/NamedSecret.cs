using System.Text;

namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary>
/// What looks drawn at random under a name that says secret: <c>ClientSecret = "…"</c>, <c>"SecretKey": "…"</c>,
/// <c>key="X:ApiKey" value="…"</c>, <c>API_KEY=…</c>. Neither the name nor the value would do alone.
/// </summary>
internal static class NamedSecret
{
    /// <summary>A word of each name, or its last two, as people write them; the first letter has too many forms to count.</summary>
    public static readonly string[] Anchors = ["ecret", "ECRET", .. ConnectionString.PasswordKeys, .. KeyNames.SelectMany(Spellings)];

    // Longer values are embedded files; keys of RSA are told by their own shape.
    private const int ShortestSecret = 20;
    private const int LongestSecret = 1000;

    // Words come to 0.8 and more; random base62 to 0.35, and above 0.75 once in hundreds.
    private const double MostWords = 0.75;
    private const int ShortestWord = 5;
    private const int LongestName = 100;
    private const int LongestAccessors = 60;
    private const int LongestContext = 200;

    private static readonly string[] NameEnds =
    [
        "secret", "secretkey", "password", "pwd", "apikey", "accesskey", "privatekey", "signingkey", "encryptionkey", "authtoken", "accesstoken",
    ];

    // What may be known: browsers see it, it only names or checks something, it is encrypted, or nobody means it.
    private static readonly string[] HarmlessNames =
    [
        "public", "publishable", "site", "maps", "tinymce", "instrumentation", "search", "clientid", "csrf", "antiforgery", "resource", "header",
        "name", "path", "url", "hash", "checksum", "fingerprint", "thumbprint", "digest", "salt", "encrypted", "protected", "cipher",
        "example", "sample", "test", "fake", "mock", "dummy", "demo",
    ];

    // Stripe's, which have rules of their own; Google's and PostHog's keys for browsers; hashes of ASP.NET Core Identity and of assets; what
    // is encrypted or encoded; images; certificates and public keys, of which private keys are told by their own shape.
    private static readonly string[] HarmlessStarts =
    [
        "sk_", "rk_", "pk_", "ek_", "whsec_", "AIza", "phc_", "AQAAAA", "sha256-", "sha384-", "sha512-", "CfDJ8", "eyJ",
        "iVBOR", "/9j/", "R0lGOD", "UklGR", "PHN2Zy", "MII", "MIG", "MFkw", "AAAAB3Nza", "AAAAC3Nza",
    ];

    private static readonly string[] HashWords = ["hash", "sha1", "sha2", "sha5", "md5", "digest", "checksum"];

    private static (string First, string Last)[] KeyNames =>
        [("api", "key"), ("access", "key"), ("private", "key"), ("signing", "key"), ("encryption", "key"), ("auth", "token"), ("access", "token")];

    /// <param name="text">Where to look.</param>
    /// <param name="anchor">Inside of the name.</param>
    public static (int Start, int Length)? Match(string text, int anchor)
    {
        var nameEnd = Alphabets.EndOfRun(text, anchor, Alphabets.IsBase64Url, LongestName);
        if (ValueBehind(text, nameEnd) is not var (start, end) || end - start < ShortestSecret)
            return null;
        var nameStart = Alphabets.StartOfRun(text, anchor, Alphabets.IsBase64Url, LongestName);
        var name = text.Substring(nameStart, nameEnd - nameStart);
        name = name.Substring(Math.Max(name.LastIndexOf("__", StringComparison.Ordinal), 0)).Replace("_", "").Replace("-", "").ToLowerInvariant();
        var value = text.Substring(start, end - start);
        return SaysSecret(name) && IsSecret(value)
            && !(IsPassword(name) && (IsHex(value) || IsInConnectionString(text, nameStart, start)) || IsHex(value) && SpeaksOfHash(text, start))
                ? (start, value.Length)
                : null;
    }

    private static IEnumerable<string> Spellings((string First, string Last) name)
    {
        var (first, last) = (name.First.Substring(1), name.Last);
        var capital = char.ToUpperInvariant(last[0]) + last.Substring(1);
        return
        [
            first + last, first + capital, first + "_" + last, first + "_" + capital, first + "-" + last, first + "-" + capital,
            (first + last).ToUpperInvariant(), (first + "_" + last).ToUpperInvariant(),
        ];
    }

    private static bool SaysSecret(string name) =>
        NameEnds.Any(end => name.EndsWith(end, StringComparison.Ordinal)) && !HarmlessNames.Any(name.Contains);

    private static bool IsPassword(string name) => name.EndsWith("password", StringComparison.Ordinal) || name.EndsWith("pwd", StringComparison.Ordinal);

    // ConnectionString knows which servers count. In an .env file the name begins its line.
    private static bool IsInConnectionString(string text, int nameStart, int valueStart)
    {
        var before = Alphabets.StartOfRun(text, nameStart, c => c == ' ');
        return text[valueStart - 1] == '=' && before > 0 && text[before - 1] is ';' or ',' or '"' or '?' or '&';
    }

    private static bool SpeaksOfHash(string text, int at)
    {
        var lineStart = Alphabets.StartOfRun(text, at, c => c != '\n', LongestContext);
        var line = text.Substring(lineStart, at - lineStart).ToLowerInvariant();
        return HashWords.Any(line.Contains);
    }

    private static (int Start, int End)? ValueBehind(string text, int nameEnd)
    {
        var at = Alphabets.EndOfRun(text, nameEnd, c => c is '"' or '\'' or '\\' or ']');
        var isQuotedName = at > nameEnd;
        at = Alphabets.EndOfRun(text, at, char.IsWhiteSpace);
        if (isQuotedName && string.CompareOrdinal(text, at, "value=", 0, 6) == 0)
            at += 5;
        else if (at < text.Length && text[at] == '{') // { get; set; } = "…"
        {
            var close = text.IndexOf('}', at, Math.Min(LongestAccessors, text.Length - at));
            at = close < 0 ? at : Alphabets.EndOfRun(text, close + 1, char.IsWhiteSpace);
        }
        var signEnd = Alphabets.EndOfRun(text, at, c => c is '=' or ':' or ',' or '?' or '>');
        var sign = signEnd - at > 3 ? "" : text.Substring(at, signEnd - at);
        if (!(sign is "=" or ":" or "=>" or "??" or "??=" or ">" || sign == "," && isQuotedName))
            return null;

        at = Alphabets.EndOfRun(text, signEnd, char.IsWhiteSpace);
        var start = Alphabets.EndOfRun(text, at, c => c is '"' or '\'' or '\\' or '@');
        var isQuoted = start > at;
        if (!isQuoted && !(sign is "=" or ">" && at == signEnd || sign == ":" && text.IndexOf('\n', signEnd, at - signEnd) < 0))
            return null;
        var end = Alphabets.EndOfRun(text, start, IsPart, LongestSecret);
        return end == text.Length || text[end] is '"' or '\'' or '\\' || !isQuoted && (char.IsWhiteSpace(text[end]) || text[end] is ';' or ',' or '&' or '<' or ')')
            ? (start, end)
            : null;
    }

    // rpa_… and shop:secret:… begin with words.
    private static bool IsSecret(string value)
    {
        var parts = new[] { value, value.Substring(value.LastIndexOf(':') + 1), value.Substring(value.LastIndexOf('_') + 1) };
        return !HarmlessStarts.Any(start => value.StartsWith(start, StringComparison.Ordinal))
            && !value.Contains("_secret_") // of one payment at Stripe, made for the browser
            && !value.Contains("public") && !value.Contains("://")
            && !parts.Any(IsGuid) && !IsGuidInHex(value)
            && !DevelopmentDefault.IsPassword(value)
            && parts.Any(part => part.Length >= ShortestSecret && part.IndexOf(':') < 0 && IsRandom(part) && (Decoded(part) is not { } text || IsRandom(text)))
            && StripeSecret.FindAll(value).Count == 0 && !PublishedCredentials.Contain(value);
    }

    private static bool IsRandom(string part) =>
        part.Any(char.IsDigit) && part.Any(char.IsLetter)
        && !RandomText.HoldsFakeWord(part, ShortestWord) && WordShare(part) < MostWords && RandomText.IsLikely(part);

    private static bool IsGuid(string part) => Guid.TryParseExact(part, "D", out _);

    // The fourth version of them without hyphens. Behind a vendor's words it is a key.
    private static bool IsGuidInHex(string value) =>
        Guid.TryParseExact(value, "N", out _) && value[12] == '4' && char.ToLowerInvariant(value[16]) is '8' or '9' or 'a' or 'b';

    // The text that somebody has written in base64; null for random bytes.
    private static string? Decoded(string part)
    {
        if (part.Length % 4 != 0 || !part.All(Alphabets.IsBase64) || part.TrimEnd('=').IndexOf('=') >= 0 || part.Length - part.TrimEnd('=').Length > 2)
            return null;
        var octets = Convert.FromBase64String(part);
        return octets.All(octet => octet is >= (byte)' ' and <= (byte)'~') ? Encoding.ASCII.GetString(octets) : null;
    }

    // Of the letters and digits those in a run of two or more small letters, with the capital before it: OAuth2AccessGrantV1, shop-api-v2.
    private static double WordShare(string part)
    {
        if (!part.Any(char.IsLower))
            part = part.ToLowerInvariant();
        var inWords = 0;
        for (var at = 0; at < part.Length;)
        {
            var small = at + (char.IsUpper(part[at]) ? 1 : 0);
            var end = Alphabets.EndOfRun(part, small, char.IsLower);
            if (end - small >= 2)
                inWords += end - at;
            at = Math.Max(end, at + 1);
        }
        return (double)inWords / part.Count(Alphabets.IsBase62);
    }

    private static bool IsHex(string value) => value.All(c => Alphabets.IsLowerHex(char.ToLowerInvariant(c)));

    private static bool IsPart(char c) => Alphabets.IsBase64(c) || c is '-' or '_' or ':';
}
