namespace ReadinessAnalyzers.Gate;

/// <summary>A kind of finding of the gate's own: its id, title, usual severity and the checklist requirements that it enforces.</summary>
internal sealed record FindingDescriptor(
    string Id, string Title, FindingSeverity DefaultSeverity, params string[] Requirements)
{
    public string HelpLink => RuleHelp.Link(Id);

    public Finding At(FilePosition position, string message) => At(position, message, DefaultSeverity);

    public Finding At(FilePosition position, string message, FindingSeverity severity) => new(Id, severity, position, message);
}
