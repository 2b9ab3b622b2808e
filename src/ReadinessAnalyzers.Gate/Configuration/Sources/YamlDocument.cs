namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>A YAML document of a source, and the file that it stands in.</summary>
internal sealed record YamlDocument(SourceText File, YamlValue Root)
{
    public FilePosition At(YamlValue value) => File.At(value.Position);

    /// <summary>The documents of all declared files; a file that is no YAML is reported and left out.</summary>
    public static IReadOnlyList<YamlDocument> ReadAll(SourceReading reading)
    {
        var documents = new List<YamlDocument>();
        foreach (var file in reading.Texts())
        {
            try
            {
                documents.AddRange(YamlReader.Read(file.Text).Select(root => new YamlDocument(file, root)));
            }
            catch (YamlFormatException e)
            {
                var templated = file.Text.IndexOf("{{", StringComparison.Ordinal) >= 0 ? " It looks like a template: declare what the template makes." : "";
                reading.Fail(file.At(e.Position), $"The {file.Origin.Kind} cannot be read: {e.Reason}.{templated}");
            }
        }

        return documents;
    }
}
