using System.Text;

namespace ReadinessAnalyzers;

/// <summary>
/// Takes the secret out of a text that people wrote (the name of a setting, a reason, a justification): <c>sk_live_</c> and what follows
/// becomes <c>sk_live_…</c>. Asks for less than a real key's shape, because here a needless mask costs nothing.
/// </summary>
internal static class SecretMask
{
    private const int LongestPlainWord = 7;

    public static string Apply(string text)
    {
        if (text.IndexOf('_') < 0)
            return text; // every prefix has one

        var masked = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (StripeKey.TryParseAt(text, at, out var key) && BodyEnd(text, at + key.Prefix.Length) is var end
                && end - at - key.Prefix.Length > LongestPlainWord)
            {
                masked.Append(key.Prefix).Append('…');
                at = end;
            }
            else
            {
                masked.Append(text[at++]);
            }
        }

        return masked.ToString();
    }

    private static int BodyEnd(string text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '-' or '+' or '/' or '='))
            at++;

        return at;
    }
}
