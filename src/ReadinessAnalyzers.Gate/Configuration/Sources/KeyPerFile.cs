namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>
/// The source <c>keyPerFile</c>: a folder, such as the mounted secrets of a container, whose files are settings. The name is the key, with
/// <c>__</c> for a colon, the content the value without the newline at its end.
/// </summary>
internal sealed class KeyPerFile : ConfigurationLayer
{
    private const string Ignored = "ignore.";

    private KeyPerFile(SourceReading reading)
        : base(new(reading.Source.Kind.Noun, reading.Source.Paths[0].Text))
    {
        IsRead = true;
        foreach (var folder in reading.Source.Paths)
        {
            foreach (var path in reading.FilesOf(folder) ?? [])
                Add(reading, folder, path);
        }
    }

    public static void Read(SourceReading reading) => reading.Layer = new KeyPerFile(reading);

    private void Add(SourceReading reading, DeclaredText folder, string path)
    {
        // The file provider of .NET does not see what begins with a dot.
        var name = Path.GetFileName(path);
        if (name.StartsWith(".", StringComparison.Ordinal) || name.StartsWith(Ignored, StringComparison.OrdinalIgnoreCase)
            || reading.Open(path, folder, "file of a setting") is not { } file)
        {
            return;
        }

        // As on Linux: of a line end of Windows half would stay.
        var value = file.Text.EndsWith("\n", StringComparison.Ordinal) ? file.Text.Substring(0, file.Text.Length - 1) : file.Text;
        if (AddOnce(new(SettingName.AsPath(name), value, file.Start, file.Origin)) is { } first)
            Report(file.Start, $"The file '{name}' sets the same setting as '{Path.GetFileName(first.Position.Path)}', so the app would not start; remove one of them.");
    }
}
