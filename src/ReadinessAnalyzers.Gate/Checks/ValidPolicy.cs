namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY9004: readiness.json says only what the gate understands.</summary>
internal sealed class ValidPolicy : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness) => readiness.Input.Policy.Problems;
}
