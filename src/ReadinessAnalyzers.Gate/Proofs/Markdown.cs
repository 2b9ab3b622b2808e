using System.Text;

namespace ReadinessAnalyzers.Gate.Proofs;

/// <summary>
/// A Markdown text as its headings part it. What stands in fenced code is no heading and no blank to fill in; what stands in a comment, which no
/// reader sees, is no heading and says nothing.
/// </summary>
internal sealed class Markdown
{
    private const int MostLevels = 6;

    private const string CommentStart = "<!--";
    private const string CommentEnd = "-->";

    private readonly string[] _lines;
    private readonly string[] _shown;
    private readonly bool[] _isCode;
    private readonly bool[] _isHeading;
    private readonly List<MarkdownHeading> _headings = [];

    private Markdown(string text)
    {
        _lines = [.. text.Split('\n').Select(line => line.TrimEnd('\r'))];
        (_shown, _isCode, _isHeading) = ([.. _lines], new bool[_lines.Length], new bool[_lines.Length]);
        var (fence, isComment) = ("", false);
        for (var i = 0; i < _lines.Length; i++)
        {
            if (fence.Length == 0)
                _shown[i] = WithoutComments(_lines[i], ref isComment);
            var line = _shown[i].TrimStart();
            if (fence.Length > 0 || line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal))
            {
                _isCode[i] = true;
                fence = fence.Length == 0 ? line.Substring(0, 3) : line.StartsWith(fence, StringComparison.Ordinal) ? "" : fence;
            }
            else if (LevelOf(line) is > 0 and var level)
            {
                _isHeading[i] = true;
                _headings.Add(new(level, line.Trim('#', ' ', '\t'), i));
            }
        }
    }

    /// <summary>The headings from first to last.</summary>
    public IReadOnlyList<MarkdownHeading> Headings => _headings;

    /// <summary>The lines that are no code, with their numbers, the first is 1.</summary>
    public IEnumerable<MarkdownLine> Prose => _lines.Select((line, i) => new MarkdownLine(i + 1, line)).Where(line => !_isCode[line.Number - 1]);

    /// <summary>Whether nothing stands outside of code and comments.</summary>
    public bool IsEmpty => _shown.Where((line, i) => !_isCode[i]).All(string.IsNullOrWhiteSpace);

    public static Markdown Parse(string text) => new(text);

    /// <summary>The first heading that has all the words, in any spelling; null if none does.</summary>
    public MarkdownHeading? Find(string words) => _headings.FirstOrDefault(heading => words
        .Split([' '], StringSplitOptions.RemoveEmptyEntries)
        .All(word => heading.Text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0));

    /// <summary>The lines under a heading, up to the next one of its level; those of deeper headings are among them, these headings themselves are not, and no comments.</summary>
    public IReadOnlyList<string> Under(MarkdownHeading heading)
    {
        var next = _headings.FirstOrDefault(other => other.Index > heading.Index && other.Level <= heading.Level)?.Index ?? _lines.Length;
        return [.. _shown.Take(next).Where((_, i) => i > heading.Index && !_isHeading[i])];
    }

    // The mark of a comment may stand in code; the end of the empty comment <!--> begins within its start.
    private static string WithoutComments(string line, ref bool isComment)
    {
        var (shown, isCode) = (new StringBuilder(), false);
        for (var at = 0; at < line.Length; at++)
        {
            if (isComment)
            {
                if (string.CompareOrdinal(line, at, CommentEnd, 0, CommentEnd.Length) == 0)
                    (at, isComment) = (at + CommentEnd.Length - 1, false);
            }
            else if (!isCode && string.CompareOrdinal(line, at, CommentStart, 0, CommentStart.Length) == 0)
            {
                (at, isComment) = (at + 1, true);
            }
            else
            {
                isCode ^= line[at] == '`';
                shown.Append(line[at]);
            }
        }

        return shown.ToString();
    }

    private static int LevelOf(string line)
    {
        var level = line.Length - line.TrimStart('#').Length;
        return level is > 0 and <= MostLevels && (line.Length == level || line[level] is ' ' or '\t') ? level : 0;
    }
}

/// <summary>A line, and its number.</summary>
internal sealed record MarkdownLine(int Number, string Text);

/// <summary>A heading: how deep, its words, and the index of its line.</summary>
internal sealed record MarkdownHeading(int Level, string Text, int Index)
{
    public TextPosition Position => new(Index + 1, 1);
}
