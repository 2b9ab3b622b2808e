namespace ReadinessAnalyzers.Gate.Checks.Checklist;

/// <summary>RDY9021: a sign-off says only what the gate understands, and speaks of the requirement whose name its file has.</summary>
internal sealed class InvalidSignOffs : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness) =>
        from file in readiness.Input.SignOffs
        from problem in file.Problems
        select GateRules.InvalidSignOff.At(problem.Position, problem.Message);
}
