namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>The text of a source's file, its full path, and the origin of what it sets.</summary>
internal sealed record SourceText(string Path, string Text, ConfigurationOrigin Origin)
{
    public FilePosition Start => new(Path);

    public FilePosition At(TextPosition position) => new(Path, position.Line, position.Column);

    /// <summary>The path only: the text holds secrets.</summary>
    public override string ToString() => Path;
}
