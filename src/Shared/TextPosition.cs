namespace ReadinessAnalyzers;

/// <summary>A place in a text as editors count it: lines and columns start at 1, columns are UTF-16 units.</summary>
internal readonly record struct TextPosition(int Line, int Column);
