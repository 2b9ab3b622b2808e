namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>The source <c>ini</c>: a file that the app adds with <c>AddIniFile</c>, as that provider reads it.</summary>
internal sealed class IniLayer : ConfigurationLayer
{
    private IniLayer(SourceText file)
        : base(file.Origin)
    {
        IsRead = true;
        var section = "";
        var lines = new StringReader(file.Text);
        var number = 0;
        while (lines.ReadLine() is { } text)
        {
            var line = text.Trim();
            var position = new FilePosition(file.Path, ++number, text.Length - text.TrimStart().Length + 1);
            if (line.Length == 0 || line[0] is ';' or '#' or '/')
                continue;

            if (Within(line, '[', ']') is { } header)
                section = Accepts(header, position) ? header.Trim() + ":" : "";
            else if (line.IndexOf('=') is >= 0 and var end)
                Add(section + line.Substring(0, end).Trim(), line.Substring(end + 1), position with { Column = position.Column + end + 1 });
            else
                Report(position, "This line is neither a section nor 'key=value', so the app would not start.");
        }
    }

    public static void Read(SourceReading reading) => LayerStack.Read(reading, file => new IniLayer(file));

    private void Add(string key, string text, FilePosition position)
    {
        var value = text.Trim();
        position = position with { Column = position.Column + (text.Length - text.TrimStart().Length) };
        if (AddOnce(new(key, Within(value, '"', '"') ?? value, position, Origin)) is { } first)
            Report(position, $"The key '{key}' is already set in line {first.Position.Line}, so the app would not start; remove one of them.");
    }

    private static string? Within(string text, char first, char last) =>
        text.Length > 1 && text[0] == first && text[text.Length - 1] == last ? text.Substring(1, text.Length - 2) : null;
}
