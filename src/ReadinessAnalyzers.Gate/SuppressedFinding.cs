using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate;

/// <summary>A finding that stops nothing, because somebody said so in source or in readiness.json.</summary>
/// <param name="Finding">As it would have been reported.</param>
/// <param name="Justification">Why; null if nobody says.</param>
internal sealed record SuppressedFinding(Finding Finding, string? Justification)
{
    /// <summary>The entry of readiness.json; null for what is suppressed in source.</summary>
    public Suppression? Entry { get; init; }
}
