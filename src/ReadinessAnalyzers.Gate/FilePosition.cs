namespace ReadinessAnalyzers.Gate;

/// <summary>A place in a file that the user can open. Line and column count from 1; columns are UTF-16 units, as in the compiler's messages.</summary>
/// <remarks>
/// A class, like all that the gate puts into collections and queries: the task runs once in a young process, and generic code over a
/// struct has to be compiled there, while that over classes is compiled already.
/// </remarks>
internal sealed record FilePosition(string Path, int Line = 1, int Column = 1) : IComparable<FilePosition>
{
    public FilePosition(string path, TextPosition position)
        : this(path, position.Line, position.Column)
    {
    }

    public int CompareTo(FilePosition? other)
    {
        if (other is null)
            return 1;
        var order = string.CompareOrdinal(Path, other.Path);
        if (order == 0)
            order = Line.CompareTo(other.Line);
        return order != 0 ? order : Column.CompareTo(other.Column);
    }
}
