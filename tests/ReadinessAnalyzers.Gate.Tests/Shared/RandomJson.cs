using System.Text;

namespace ReadinessAnalyzers.Gate.Tests.Shared;

/// <summary>Writes random JSON with all that the .NET configuration provider allows, and spoils it: a seed in, texts out.</summary>
internal sealed class RandomJson(int seed)
{
    private static readonly string[] Blanks = [" ", "\n", "\r\n", "\t", "// note\n", "/* é * / \n */", "//\r", "/**/"];
    private static readonly string[] Numbers = ["0", "-0", "7", "-12.50", "1e5", "2E-3", "9007199254740993", "0.1e+10"];
    private static readonly string[] Characters =
        ["a", "Z", " ", ":", "/", "//", "é", "€", "😀", "\uFEFF", "\u2028", "\u007F", "\\\"", "\\\\", "\\/", "\\n",
         "\\t", "\\b", "\\f", "\\r",
         "\\u0041", "\\u0000", "\\u00e9", "\\uD83D\\uDE00", "\\ud83d\\ude00"];
    private static readonly string[] Faults =
        ["{", "}", "[", "]", ",", ":", "\"", "\\", "/", "*", "/*", "*/", "//", "\n", "\r", "\t", "\0", "\u0001", " ",
         "0", "1", "-", "+", ".", "e",
         "true", "null", "tru", "\uFEFF", "\u00A0", "\u2028", "\u2029", "é", "😀", "\\u",
         "\\u12", "\\uD83D", "\\uDE00", "\\uD83D\\u0041", "\\x", "\\v", "'"];

    private readonly Random _random = new(seed);

    public string Document()
    {
        var text = new StringBuilder();
        if (_random.Next(8) == 0)
            text.Append('\uFEFF');
        AppendBlank(text);
        AppendValue(text, depth: 0);
        AppendBlank(text);
        return text.ToString();
    }

    /// <summary>Deletes, doubles, swaps or inserts a few characters.</summary>
    public string Mutate(string text)
    {
        // Whole code points, since a file that was read as UTF-8 holds no half of a pair.
        var runes = text.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        for (var edits = _random.Next(1, 4); edits > 0 && runes.Count > 0; edits--)
        {
            var at = _random.Next(runes.Count);
            switch (_random.Next(5))
            {
                case 0: runes.RemoveAt(at); break;
                case 1: runes.Insert(at, runes[at]); break;
                case 2: (runes[at], runes[^1]) = (runes[^1], runes[at]); break;
                case 3: runes.RemoveRange(at, _random.Next(runes.Count - at)); break;
                default: runes.Insert(at, Pick(Faults)); break;
            }
        }

        return string.Concat(runes);
    }

    private void AppendValue(StringBuilder text, int depth)
    {
        switch (_random.Next(depth > 4 ? 4 : 8))
        {
            case 0: text.Append(Pick(Numbers)); break;
            case 1: text.Append(Pick(["true", "false", "null"])); break;
            case 2 or 3: AppendString(text); break;
            case 4 or 5 or 6: AppendContainer(text, '{', '}', depth); break;
            default: AppendContainer(text, '[', ']', depth); break;
        }
    }

    private void AppendContainer(StringBuilder text, char open, char close, int depth)
    {
        text.Append(open);
        for (var items = _random.Next(5); items > 0; items--)
        {
            AppendBlank(text);
            if (open == '{')
            {
                AppendString(text);
                text.Append(Pick([":", ":", " : ", "\n:\t"]));
                AppendBlank(text);
            }

            AppendValue(text, depth + 1);
            AppendBlank(text);
            if (items > 1 || _random.Next(4) == 0)
                text.Append(',');
        }

        AppendBlank(text);
        text.Append(close);
    }

    private void AppendString(StringBuilder text)
    {
        text.Append('"');
        for (var length = _random.Next(6); length > 0; length--)
            text.Append(Pick(Characters));
        text.Append('"');
    }

    private void AppendBlank(StringBuilder text)
    {
        while (_random.Next(3) == 0)
            text.Append(Pick(Blanks));
    }

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];
}
