namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary>
/// Secrets without a mark of their own that stand beside an id which has one. The id by itself opens nothing, and the secret by itself
/// could be a hash.
/// </summary>
internal static class IdWithSecret
{
    // The next settings or arguments; further away the two need not belong together.
    private const int Neighbourhood = 300;

    /// <summary>A secret access key of 40 characters behind the id <c>AKIA…</c>.</summary>
    public static (int Start, int Length)? MatchAws(string text, int id) =>
        IsWhole(text, id, 20, Alphabets.IsBase62) && Alphabets.EndOfRun(text, id, Alphabets.IsUpperBase32) == id + 20
            && text.IndexOf("EXAMPLE", id, 20, StringComparison.Ordinal) < 0
            ? FindBehind(text, id + 20, 40, c => Alphabets.IsBase62(c) || c is '+' or '/', IsMixed)
            : null;

    /// <summary>An auth token of 32 hexadecimal characters behind the account's id <c>AC…</c>.</summary>
    public static (int Start, int Length)? MatchTwilio(string text, int id) =>
        IsWhole(text, id, 34, Alphabets.IsBase62) && Alphabets.EndOfRun(text, id + 2, Alphabets.IsLowerHex) == id + 34
            && RandomText.IsLikely(text.Substring(id + 2, 32))
            ? FindBehind(text, id + 34, 32, Alphabets.IsLowerHex, _ => true)
            : null;

    private static (int Start, int Length)? FindBehind(string text, int from, int length, Func<char, bool> alphabet, Func<string, bool> isSecret)
    {
        var to = EndOfSection(text, from, Math.Min(text.Length, from + Neighbourhood));
        for (var at = from; at < to; at++)
        {
            var end = Alphabets.EndOfRun(text, at, alphabet);
            if (end - at == length && IsWhole(text, at, length, Alphabets.IsBase62) && text.Substring(at, length) is var secret
                && isSecret(secret) && RandomText.IsLikely(secret))
            {
                return (at, length);
            }
            at = end;
        }
        return null;
    }

    // What stands behind a brace on a line of its own belongs to another section or member.
    private static int EndOfSection(string text, int from, int to)
    {
        for (var line = text.IndexOf('\n', from, to - from); line >= 0; line = text.IndexOf('\n', line + 1, to - line - 1))
        {
            var first = Alphabets.EndOfRun(text, line + 1, c => c is ' ' or '\t');
            if (first < to && text[first] == '}')
                return first;
        }
        return to;
    }

    private static bool IsWhole(string text, int start, int length, Func<char, bool> alphabet) =>
        (start == 0 || !alphabet(text[start - 1])) && start + length <= text.Length
        && (start + length == text.Length || !alphabet(text[start + length]));

    // No hash in hexadecimal.
    private static bool IsMixed(string secret) => secret.Any(c => c is >= 'G' and <= 'Z') && secret.Any(c => c is >= 'g' and <= 'z');
}
