using System.Text;
using ReadinessAnalyzers.Gate.Configuration;

namespace ReadinessAnalyzers.Gate.Builds;

/// <summary>
/// What the last stage of a Dockerfile, the one that runs in production, is built on in the end: a text goes in, the image comes out. Every other
/// instruction is skipped.
/// </summary>
/// <param name="Position">The <c>FROM</c> of the last stage.</param>
/// <param name="Image">The image; null if an argument decides, which nobody knows before the image is made.</param>
internal sealed record Dockerfile(FilePosition Position, string? Image)
{
    private const int SizeLimit = 64 * 1024;

    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>Null if the file is not there, cannot be read or has no stage.</summary>
    public static Dockerfile? Read(string path)
    {
        try
        {
            return File.Exists(path) && SettingsText.ReadBytes(path, SizeLimit) is { } bytes
                ? Parse(path, new StreamReader(new MemoryStream(bytes)).ReadToEnd())
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    public static Dockerfile? Parse(string path, string text)
    {
        var stages = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        Dockerfile? last = null;
        foreach (var instruction in Instructions(text))
        {
            var words = instruction.Text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
            if (!Is(words[0], "FROM"))
                continue;

            // FROM [--platform=…] image [AS name]
            string[] operands = [.. words.Skip(1).SkipWhile(word => word.StartsWith("--", StringComparison.Ordinal))];
            if (operands.Length == 0)
                return null;

            var image = operands[0].IndexOf('$') >= 0 ? null : stages.TryGetValue(operands[0], out var stage) ? stage : operands[0];
            if (operands.Length == 3 && Is(operands[1], "AS"))
                stages[operands[2]] = image;
            last = new(new(path, instruction.Line), image);
        }

        return last;
    }

    /// <summary>The instructions: continued lines joined, comments and here-documents left out.</summary>
    private static IEnumerable<Instruction> Instructions(string text)
    {
        string[] lines = [.. text.TrimStart('\uFEFF').Split('\n').Select(line => line.Trim())];
        var escape = EscapeOf(lines);
        var (first, read) = (0, new StringBuilder());
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.Length == 0 || line[0] == '#')
                continue; // not even in the middle of an instruction do they end it
            if (read.Length == 0)
                first = i + 1;
            var goesOn = line[line.Length - 1] == escape;
            read.Append(line, 0, goesOn ? line.Length - 1 : line.Length).Append(' ');
            if (goesOn)
                continue;

            var instruction = read.ToString();
            yield return new(first, instruction);
            i = EndOfHereDocuments(instruction, lines, i);
            read.Clear();
        }
    }

    // The parser directive "# escape=`", which is one only above everything else.
    private static char EscapeOf(string[] lines)
    {
        foreach (var line in lines.TakeWhile(line => line.StartsWith("#", StringComparison.Ordinal)))
        {
            var directive = line.Substring(1).Split('=');
            if (directive.Length == 2 && Is(directive[0].Trim(), "escape") && directive[1].Trim() == "`")
                return '`';
        }

        return '\\';
    }

    /// <summary>The last line of the texts that follow an instruction such as <c>RUN &lt;&lt;-"EOF"</c>; the instruction's own if there are none.</summary>
    private static int EndOfHereDocuments(string instruction, string[] lines, int at)
    {
        if (!new[] { "RUN", "COPY", "ADD" }.Any(name => instruction.StartsWith(name, StringComparison.OrdinalIgnoreCase)))
            return at;

        foreach (var word in instruction.Split(Blanks))
        {
            var mark = word.IndexOf("<<", StringComparison.Ordinal);
            var name = mark < 0 ? "" : word.Substring(mark + 2).TrimStart('-').Trim('"', '\'');
            var end = name.Length > 0 ? Array.IndexOf(lines, name, at + 1) : -1;
            if (end > 0)
                at = end; // with no such line it was no here-document, but a shift: $((1<<n))
        }

        return at;
    }

    private static bool Is(string word, string keyword) => word.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    private sealed record Instruction(int Line, string Text);
}
