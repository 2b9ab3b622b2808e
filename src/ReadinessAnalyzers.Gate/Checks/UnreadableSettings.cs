namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8007: a published settings file that the gate cannot read; most of these would stop the app at its start as well.</summary>
internal sealed class UnreadableSettings : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness) =>
        from problem in readiness.Input.Configuration.Problems
        select GateRules.UnreadableSettings.At(problem.Position, problem.Message);
}
