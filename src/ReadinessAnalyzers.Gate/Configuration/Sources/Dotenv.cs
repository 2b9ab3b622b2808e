using System.Text;

namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>
/// The source <c>dotenv</c>: lines of <c>NAME=value</c> as Docker Compose reads them, with quotes, escapes, comments and <c>export</c>; or,
/// in the format <c>raw</c>, as <c>docker run --env-file</c> does, where all behind the equals sign is the value.
/// </summary>
internal sealed class Dotenv
{
    public const string Format = "format";

    private const string Raw = "raw";

    private readonly SourceReading _reading;
    private readonly SourceText _file;
    private readonly bool _isRaw;
    private int _at;
    private int _line = 1;
    private int _lineStart;

    private Dotenv(SourceReading reading, SourceText file, bool isRaw) => (_reading, _file, _isRaw) = (reading, file, isRaw);

    private string Text => _file.Text;

    private char Current => _at < Text.Length ? Text[_at] : '\n';

    private FilePosition Position => new(_file.Path, _line, _at - _lineStart + 1);

    public static void Read(SourceReading reading)
    {
        var format = reading.Source.Option(Format);
        if (format is not null && format.Text != Raw)
            reading.Complain(format.Position, $"The format of a dotenv file is '{Raw}', or the member is left out.");

        foreach (var file in reading.Texts())
            Read(reading, file, isRaw: format?.Text == Raw);
    }

    public static void Read(SourceReading reading, SourceText file, bool isRaw)
    {
        var reader = new Dotenv(reading, file, isRaw);
        for (; reader._at < reader.Text.Length; reader.NextLine())
            reader.ReadLine();
    }

    private void ReadLine()
    {
        SkipBlanks();
        if (Current is '\n' or '\r' or '#')
            return;

        var start = Position;
        var name = ReadName();
        if (name == "export" && Current is ' ' or '\t')
        {
            SkipBlanks();
            name = ReadName();
        }

        SkipBlanks();
        if (name.Length > 0 && Current is '\n' or '\r')
        {
            _reading.Set(new(name, null, start, _file.Origin) { Reference = $"the shell's variable '{name}'" });
        }
        else if (name.Length == 0 || Current != '=')
        {
            _reading.Fail(start, "This line is no 'NAME=value'.");
        }
        else
        {
            _at++;
            ReadValue(name);
        }
    }

    private string ReadName()
    {
        var start = _at;
        while (char.IsLetterOrDigit(Current) || Current is '_' or '.' or '-' or ':')
            _at++;
        return Text.Substring(start, _at - start);
    }

    private void ReadValue(string name)
    {
        if (!_isRaw)
            SkipBlanks();
        var position = Position;
        if (_isRaw)
        {
            _reading.Set(new(name, Text.Substring(_at, LineEnd() - _at), position, _file.Origin) { KeepsDollars = true });
        }
        else if (Current is '"' or '\'')
        {
            ReadQuoted(name, position);
        }
        else
        {
            var value = WithoutComment(Text.Substring(_at, LineEnd() - _at));
            _reading.Set(new(name, value, position, _file.Origin) { Reference = ShellVariable.In(value) });
        }
    }

    private static string WithoutComment(string value)
    {
        if (value.StartsWith("#", StringComparison.Ordinal))
            return "";
        var comment = value.IndexOf(" #", StringComparison.Ordinal);
        return (comment < 0 ? value : value.Substring(0, comment)).Trim();
    }

    private void ReadQuoted(string name, FilePosition position)
    {
        var quote = Current;
        var value = new StringBuilder();
        var (hasVariable, keepsDollars) = (false, quote == '\'');
        for (_at++; ; _at++)
        {
            if (_at >= Text.Length)
            {
                _reading.Fail(position, $"The value of '{name}' has no closing quote.");
                return;
            }

            if (Current == quote)
                break;
            if (quote == '"' && Current == '\\' && _at + 1 < Text.Length)
            {
                _at++;
                keepsDollars |= Current == '$';
                value.Append(Current switch { 'n' => "\n", 'r' => "\r", 't' => "\t", '"' or '\\' or '$' => Current.ToString(), _ => "\\" + Current });
            }
            else
            {
                hasVariable |= quote == '"' && ShellVariable.LengthAt(Text, _at) > 0;
                value.Append(Current);
            }

            if (Current == '\n')
                (_line, _lineStart) = (_line + 1, _at + 1);
        }

        _at++;
        SkipBlanks();
        if (Current is not ('\n' or '\r' or '#'))
            _reading.Fail(Position, $"Behind the closing quote of '{name}' stands more than a comment.");
        var text = value.ToString();
        _reading.Set(new(name, text, position, _file.Origin) { Reference = hasVariable ? ShellVariable.Describe(text) : null, KeepsDollars = keepsDollars });
    }

    private int LineEnd()
    {
        var end = Text.IndexOf('\n', _at);
        if (end < 0)
            end = Text.Length;
        return end > _at && Text[end - 1] == '\r' ? end - 1 : end;
    }

    private void SkipBlanks()
    {
        while (Current is ' ' or '\t')
            _at++;
    }

    private void NextLine()
    {
        var end = Text.IndexOf('\n', Math.Min(_at, Text.Length));
        _at = end < 0 ? Text.Length : end + 1;
        (_line, _lineStart) = (_line + 1, _at);
    }
}
