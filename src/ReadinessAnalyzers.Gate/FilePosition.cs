namespace ReadinessAnalyzers.Gate;

/// <summary>A place in a file, as MSBuild prints it: line and column start at 1.</summary>
internal readonly record struct FilePosition(string Path, int Line = 1, int Column = 1);
