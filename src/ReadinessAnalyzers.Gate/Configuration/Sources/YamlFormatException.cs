namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>Says why and where a text is not the YAML that the gate reads. The reason is a sentence of ours and never quotes the document.</summary>
internal sealed class YamlFormatException(string reason, TextPosition position) : Exception(reason)
{
    public string Reason { get; } = reason;

    public TextPosition Position { get; } = position;
}
