namespace ReadinessAnalyzers.Gate.Configuration;

/// <summary>A fault of a settings file or of another source. The message names keys and lines, never a value.</summary>
internal sealed record SettingsProblem(FilePosition Position, string Message)
{
    public FindingSeverity Severity { get; init; } = FindingSeverity.Error;
}
