using System.Text;

namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>
/// The source <c>systemd</c>: the variables of a service unit. Of an <c>EnvironmentFile</c>, which only the target has, no more than the name
/// is known.
/// </summary>
internal sealed class Systemd
{
    private readonly SourceReading _reading;
    private readonly SourceText _file;
    private readonly List<EnvironmentVariable> _variables = [];
    private readonly HashSet<string> _unset = new(StringComparer.Ordinal);

    private Systemd(SourceReading reading, SourceText file) => (_reading, _file) = (reading, file);

    public static void Read(SourceReading reading)
    {
        foreach (var file in reading.Texts())
            new Systemd(reading, file).Read();
    }

    private void Read()
    {
        var isService = false;
        foreach (var line in Lines())
        {
            var text = line.Text.Trim();
            if (text.StartsWith("[", StringComparison.Ordinal))
                isService = text == "[Service]";
            else if (isService && line.Text.IndexOf('=') is > 0 and var end)
                ReadAssignment(line.Text.Substring(0, end).Trim(), line, end + 1);
            else if (text.Length > 0 && text.IndexOf('=') < 0)
                _reading.Complain(line.At(0), "This line is neither a section nor an assignment.");
        }

        // Wherever it stands, UnsetEnvironment has the last word.
        foreach (var variable in _variables.Where(variable => !_unset.Contains(variable.Name) && !_unset.Contains($"{variable.Name}={variable.Value}")))
            _reading.Set(variable);
    }

    private void ReadAssignment(string name, Line line, int start)
    {
        var words = name is "Environment" or "PassEnvironment" or "UnsetEnvironment" ? Words(line, start) : [];
        switch (name)
        {
            case "Environment" when words.Count == 0:
                _variables.Clear(); // an empty assignment takes back those before it
                break;
            case "Environment":
                foreach (var word in words)
                    ReadVariable(word);
                break;
            case "EnvironmentFile" when line.Text.Substring(start).Trim() is { Length: > 0 } path:
                _reading.LeaveOpen($"'{path.TrimStart('-')}' on the host", line.At(start), _file.Origin);
                break;
            case "PassEnvironment":
                foreach (var word in words)
                    _variables.Add(new(word.Text, null, word.Position, _file.Origin) { Reference = $"systemd's own variable '{word.Text}'" });
                break;
            case "UnsetEnvironment":
                _unset.UnionWith(words.Select(word => word.Text));
                break;
        }
    }

    private void ReadVariable(DeclaredText word)
    {
        var end = word.Text.IndexOf('=');
        if (end <= 0)
        {
            _reading.Complain(word.Position, "This is no 'NAME=value', so systemd would ignore it; put a value with blanks in quotes, together with its name.");
            return;
        }

        // A specifier, such as %i, stands for what only the target knows; %% is a percent sign.
        var value = word.Text.Substring(end + 1);
        var reference = value.Replace("%%", "").IndexOf('%') >= 0 ? "a specifier of systemd" : null;
        _variables.Add(new(word.Text.Substring(0, end), value.Replace("%%", "%"), word.Position, _file.Origin) { Reference = reference, KeepsDollars = true });
    }

    /// <summary>The words of a line, of which quotes make one: <c>"A=b c" D=e</c>.</summary>
    private List<DeclaredText> Words(Line line, int start)
    {
        var (words, text) = (new List<DeclaredText>(), line.Text);
        for (var at = start; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var (first, word, quote) = (at, new StringBuilder(), '\0');
            for (; at < text.Length && (quote != '\0' || !char.IsWhiteSpace(text[at])); at++)
            {
                if (quote == '\0' ? text[at] is '"' or '\'' : text[at] == quote)
                    quote = quote == '\0' ? text[at] : '\0';
                else if (text[at] == '\\' && at + 1 < text.Length)
                    word.Append(text[++at] switch { 'n' => '\n', 't' => '\t', 's' => ' ', var other => other });
                else
                    word.Append(text[at]);
            }

            if (quote != '\0')
                _reading.Fail(line.At(first), "A quote has no end.");
            words.Add(new(word.ToString(), line.At(first)));
        }

        return words;
    }

    /// <summary>The lines without comments, each with those that a backslash at its end adds to it.</summary>
    private IEnumerable<Line> Lines()
    {
        var lines = _file.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var text = lines[i].TrimEnd('\r');
            var first = i;
            if (text.TrimStart() is { Length: > 0 } start && start[0] is ('#' or ';'))
                continue;

            var joined = new StringBuilder(text);
            while (joined.Length > 0 && joined[joined.Length - 1] == '\\' && i + 1 < lines.Length)
            {
                joined[joined.Length - 1] = ' ';
                joined.Append(lines[++i].TrimEnd('\r'));
            }

            yield return new(_file.Path, first + 1, joined.ToString());
        }
    }

    /// <summary>A logical line, and the number of the first one in the file.</summary>
    private sealed record Line(string Path, int Number, string Text)
    {
        public FilePosition At(int offset) => new(Path, Number, offset + 1);
    }
}
