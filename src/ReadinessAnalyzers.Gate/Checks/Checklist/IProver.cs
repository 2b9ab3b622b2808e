using ReadinessAnalyzers.Gate.Checklist;

namespace ReadinessAnalyzers.Gate.Checks.Checklist;

/// <summary>One kind of evidence: what was read goes in, a verdict on each requirement that it speaks of comes out. Asked only where there is a profile.</summary>
internal interface IProver
{
    IEnumerable<EvidenceVerdict> Judge(Readiness readiness);
}
