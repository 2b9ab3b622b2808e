namespace ReadinessAnalyzers.Gate;

/// <summary>What a finding does to the publish: a note is only listed, a warning is shown, an error stops it.</summary>
internal enum FindingSeverity
{
    Note,
    Warning,
    Error,
}

/// <summary>
/// One thing that a release manager or a developer should know, at the place where it is put right. The message names settings and
/// never holds a value; whatever still looks like a Stripe secret, say in the name of a setting, is masked here, once for all outputs.
/// </summary>
internal sealed record Finding(string Id, FindingSeverity Severity, FilePosition Position, string Message) : IComparable<Finding>
{
    public string Message { get; } = SecretMask.Apply(Message);

    /// <summary>By file, line, column and id, then message: the order in which findings are read, the same in every run.</summary>
    public int CompareTo(Finding? other)
    {
        if (other is null)
            return 1;

        var order = Position.CompareTo(other.Position);
        if (order == 0)
            order = string.CompareOrdinal(Id, other.Id);
        return order != 0 ? order : string.CompareOrdinal(Message, other.Message);
    }
}
