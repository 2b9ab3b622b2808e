using System.ComponentModel.DataAnnotations;

namespace ReadySubscriptions;

/// <summary>The section <c>Reconcile</c>, read anew each round, so that an edit takes hold without a restart.</summary>
public sealed class ReconcileOptions
{
    public const string Section = "Reconcile";

    /// <summary>The kill switch.</summary>
    public bool Enabled { get; init; }

    [Range(60, 3600)]
    public int IntervalSeconds { get; init; }

    /// <summary>How long before the end of a period a downgrade is applied; longer than a round, so that none is missed.</summary>
    [Range(61, 86400)]
    public int LookaheadSeconds { get; init; }
}
