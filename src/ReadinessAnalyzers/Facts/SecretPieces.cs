using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Facts;

/// <summary>
/// The places in a file's text that may be part of a secret which the program puts together: a prefix alone, an escaped letter, an
/// underscore among characters or bytes, or a body without prefix. No list of prefixes is enough for <c>"s" + "k_live_" + body</c>, so the
/// body itself is a sign: a quoted run of 16 letters and digits or more that looks random stands in ordinary code almost never.
/// </summary>
internal sealed class SecretPieces
{
    private const int ShortestBody = 16;
    private const int LongestElement = 4;

    // Keys have about 99 characters; a run far longer is an embedded file.
    private const int LongestBody = 1000;

    private static readonly (string Text, Func<string, int, bool> IsSign)[] Signs =
    [
        ("k_", IsPrefix),
        ("whsec_", static (_, _) => true),
        (@"\u00", IsEscapedWord),
        (@"\x", IsEscapedWord),
        ("'_'", IsElement),
        ("0x5F", IsElement),
        ("0x5f", IsElement),
        ("95", IsElement),
    ];

    // A body begins with its literal, or behind a hole of an interpolated string, and ends likewise.
    private static readonly char[] Openings = ['"', '}'];

    // Files outlive compilations: at every key an editor makes a new compilation, in which all files but one are the old ones.
    private static readonly ConditionalWeakTable<SyntaxTree, SecretPieces> Files = new();

    private SecretPieces(string text)
    {
        var bodies = new List<int>();
        for (var at = text.IndexOfAny(Openings); at >= 0; at = text.IndexOfAny(Openings, at + 1))
        {
            if (IsBody(text, at + 1))
                bodies.Add(at + 1);
        }
        var positions = new List<int>(bodies);
        foreach (var (sign, isSign) in Signs)
        {
            for (var at = text.IndexOf(sign, StringComparison.Ordinal); at >= 0; at = text.IndexOf(sign, at + 1, StringComparison.Ordinal))
            {
                if (isSign(text, at))
                    positions.Add(at);
            }
        }
        positions.Sort();
        Bodies = bodies;
        Positions = positions;
    }

    /// <summary>A position inside every piece, ascending.</summary>
    public IReadOnlyList<int> Positions { get; }

    /// <summary>Those of the bodies: whoever names one may put a prefix before it, in whatever file.</summary>
    public IReadOnlyList<int> Bodies { get; }

    public static SecretPieces Of(SyntaxTree tree, CancellationToken cancellation) => Files.TryGetValue(tree, out var known)
        ? known
        : Files.GetValue(tree, key => In(key.GetText(cancellation).ToString()));

    public static SecretPieces In(string text) => new(text);

    // sk_live_, rk_test_, sk_org_ …, and the same without their first letter.
    private static bool IsPrefix(string text, int at) =>
        Stands("live_", text, at + 2) || Stands("test_", text, at + 2) || Stands("org_", text, at + 2);

    private static bool Stands(string word, string text, int at) => string.CompareOrdinal(word, 0, text, at, word.Length) == 0;

    // A letter, digit or underscore, which nobody needs to escape: \u005f, \x5f.
    private static bool IsEscapedWord(string text, int at)
    {
        var digits = at + (text[at + 1] == 'u' ? 4 : 2);
        return digits + 1 < text.Length && Uri.IsHexDigit(text[digits]) && Uri.IsHexDigit(text[digits + 1])
            && IsWord((char)(Uri.FromHex(text[digits]) * 16 + Uri.FromHex(text[digits + 1])));
    }

    // 's', 'k', '_' or 0x73, 107, 95: an underscore in an array, behind the letters that a prefix has there.
    private static bool IsElement(string text, int at) =>
        at > 0 && !IsWord(text[at - 1])
        && ElementBefore(text, ref at) is 'k' or 'c'
        && ElementBefore(text, ref at) is 's' or 'r' or 'e';

    private static int ElementBefore(string text, ref int at)
    {
        while (true)
        {
            while (at > 0 && text[at - 1] is ',' or ' ' or '\t' or '\r' or '\n' or '\'' or '(' or ')')
                at--;
            var end = at;
            while (at > 0 && IsWord(text[at - 1]) && end - at < LongestElement)
                at--;
            var element = text.Substring(at, end - at);
            if (element == "byte")
                continue; // a cast
            if (element.StartsWith("0x", StringComparison.Ordinal))
                return int.TryParse(element.Substring(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hex) ? hex : -1;
            return int.TryParse(element, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
                : element.Length == 1 ? element[0]
                : -1;
        }
    }

    private static bool IsBody(string text, int start)
    {
        // Nearly every literal ends here: it is shorter, or words with blanks and dots.
        if (start + ShortestBody > text.Length || !IsBodyOrPrefix(text[start + ShortestBody - 1]))
            return false;

        var end = start;
        var body = start;
        while (end < text.Length && IsBodyOrPrefix(text[end]))
        {
            if (text[end++] == '_')
                body = end; // "ive_51H…": what stands before the last underscore belongs to the prefix
        }
        return end < text.Length && text[end] is '"' or '{' && end - body is >= ShortestBody and <= LongestBody && IsMixed(text, body, end)
            && RandomText.IsLikely(text.Substring(body, end - body));
    }

    // Digits here and there, or a new kind of character every three: names are made of words.
    private static bool IsMixed(string text, int start, int end)
    {
        var (digits, letters, changes) = (0, 0, 0);
        for (var i = start; i < end; i++)
        {
            if (KindOf(text[i]) is var kind && kind == 0)
                digits++;
            else if (kind > 0)
                letters++;
            if (i > start && KindOf(text[i - 1]) != kind)
                changes++;
        }
        return letters > 0 && (digits >= 2 || changes * 3 >= end - start);
    }

    private static int KindOf(char c) => c switch
    {
        >= '0' and <= '9' => 0,
        >= 'a' and <= 'z' => 1,
        >= 'A' and <= 'Z' => 2,
        _ => -1,
    };

    private static bool IsWord(char c) => KindOf(c) >= 0 || c == '_';

    private static bool IsBodyOrPrefix(char c) => IsWord(c) || c is '+' or '/' or '=';
}
