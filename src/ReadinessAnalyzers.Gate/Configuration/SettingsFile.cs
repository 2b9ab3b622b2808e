namespace ReadinessAnalyzers.Gate.Configuration;

/// <summary>A published file: where it stands now, and its path in the publish folder, which decides what the app does with it.</summary>
internal sealed record SettingsFile(string Path, string RelativePath);
