using System.Security.Cryptography;
using System.Text;

namespace ReadinessAnalyzers;

/// <summary>A Stripe secret of real shape inside a text: where it stands and what it is, without its characters.</summary>
internal sealed record StripeSecret(int Start, int Length, StripeKey Key)
{
    // What every prefix contains, and how it begins in base64; one ordinal search each is the whole cost of a text without secrets.
    private static readonly string[] Anchors = ["k_", "whsec_", "c2tf", "cmtf", "d2hzZWNf"];

    // Keys have had 24 characters after the prefix, now they have about 99; docs.stripe.com names no upper limit.
    private const int ShortestBody = 24;

    // Keys that Stripe prints in its own documentation: salted SHA-256 of the whole key, so that the list holds no key.
    private static readonly HashSet<string> Published = new(StringComparer.Ordinal)
    {
        "5749a447f0a395836dd1adf80393e1a6c82aac83c4899af41e8cbc1b6b644f57",
        "a775eebd0ae8e18dfacf5c6ea16b022dcecd9ccefd33f51b398cb0622998e57c",
        "5f794ef030302a8ade5c12e5aec6331b54e1a102db9abe016807faf61acdc755",
    };

    /// <summary>
    /// The secrets in <paramref name="text"/>, in its order. Publishable keys are not secret; placeholders, masks and the keys of Stripe's
    /// own documentation are not real.
    /// </summary>
    public static IReadOnlyList<StripeSecret> FindAll(string text)
    {
        List<StripeSecret>? found = null;
        foreach (var anchor in Anchors)
        {
            for (var at = text.IndexOf(anchor, StringComparison.Ordinal); at >= 0; at = text.IndexOf(anchor, at + 1, StringComparison.Ordinal))
            {
                var secret = anchor[0] switch
                {
                    'k' => Match(text, at - 1),
                    'w' => Match(text, at),
                    _ => MatchEncoded(text, at),
                };
                if (secret is not null)
                    (found ??= []).Add(secret);
            }
        }
        found?.Sort((first, second) => first.Start.CompareTo(second.Start)); // no two anchors belong to one start
        return found ?? (IReadOnlyList<StripeSecret>)[];
    }

    private static StripeSecret? Match(string text, int start)
    {
        if (start < 0 || !StripeKey.TryParseAt(text, start, out var key) || !key.IsSecret)
            return null;
        // disk_live_… and task_test_… are words of other people.
        if (start > 0 && IsBase62(text[start - 1]))
            return null;

        var bodyStart = start + key.Prefix.Length;
        var end = bodyStart;
        while (end < text.Length && IsBody(text[end], key.Kind))
            end++;
        var body = text.Substring(bodyStart, end - bodyStart).TrimEnd('=');
        if (body.Length < ShortestBody || !RandomText.IsLikely(body))
            return null;

        return Published.Contains(Fingerprint(text.Substring(start, end - start))) ? null : new(start, end - start, key);
    }

    // The base64 of a key, or of "key:" as in a header of basic authentication. A key is of letters that never yield '+' or '/'.
    private static StripeSecret? MatchEncoded(string text, int start)
    {
        if (start > 0 && IsBase62(text[start - 1]))
            return null;
        var end = start;
        while (end < text.Length && IsBase62(text[end]))
            end++;
        var padding = (4 - (end - start) % 4) % 4;
        if (end - start < ShortestBody || padding == 3)
            return null; // no base64 ends so

        var octets = Convert.FromBase64String(text.Substring(start, end - start) + new string('=', padding));
        var decoded = new string([.. octets.Select(octet => (char)octet)]);
        return Match(decoded, 0) is { } secret ? new(start, end - start, secret.Key) : null;
    }

    // Some webhook secrets are base64; Stripe's other keys never hold anything but letters and digits.
    private static bool IsBody(char c, StripeKeyKind kind) =>
        IsBase62(c) || (kind == StripeKeyKind.WebhookSecret && c is '+' or '/' or '=');

    private static bool IsBase62(char c) => c is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z');

    private static string Fingerprint(string key)
    {
        using var sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes("ReadinessAnalyzers:" + key)).Select(b => b.ToString("x2")));
    }
}
