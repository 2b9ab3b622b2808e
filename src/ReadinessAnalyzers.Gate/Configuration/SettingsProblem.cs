namespace ReadinessAnalyzers.Gate.Configuration;

/// <summary>A fault of a settings file. The message names keys and lines, never a value.</summary>
internal sealed record SettingsProblem(FilePosition Position, string Message);
