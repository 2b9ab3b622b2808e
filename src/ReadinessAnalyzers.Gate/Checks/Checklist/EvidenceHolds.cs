namespace ReadinessAnalyzers.Gate.Checks.Checklist;

/// <summary>RDY9030 to RDY9035: evidence can be read, holds no secret, and contradicts nothing.</summary>
internal sealed class EvidenceHolds : ICheck
{
    // Where things are tried out nothing is proved yet.
    public IEnumerable<Finding> Run(Readiness readiness) => readiness.Input.IsLive
        ? readiness.Input.Evidence.Problems.Concat(readiness.Verdicts.SelectMany(verdict => verdict.Findings))
        : readiness.Input.Evidence.Problems.Where(problem => problem.Id == GateRules.SecretInEvidence.Id);
}
