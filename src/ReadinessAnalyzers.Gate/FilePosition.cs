namespace ReadinessAnalyzers.Gate;

/// <summary>A place in a file that the user can open. Line and column count from 1; columns are UTF-16 units, as in the compiler's messages.</summary>
internal readonly record struct FilePosition(string Path, int Line = 1, int Column = 1) : IComparable<FilePosition>
{
    public int CompareTo(FilePosition other)
    {
        var order = string.CompareOrdinal(Path, other.Path);
        if (order == 0)
            order = Line.CompareTo(other.Line);
        return order != 0 ? order : Column.CompareTo(other.Column);
    }
}
