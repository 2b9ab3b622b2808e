namespace ReadinessAnalyzers.Gate;

/// <summary>A place in a file that the user can open. Line and column count from 1; columns are UTF-16 units, as in the compiler's messages.</summary>
internal readonly record struct FilePosition(string Path, int Line = 1, int Column = 1);
