namespace ReadinessAnalyzers;

/// <summary>
/// Says why and where a text is not JSON. The reason is a sentence of ours and never quotes the document, which may hold secrets.
/// </summary>
internal sealed class JsonFormatException(string reason, TextPosition position) : Exception(reason)
{
    public string Reason { get; } = reason;

    public TextPosition Position { get; } = position;
}
