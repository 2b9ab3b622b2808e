namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8009: what readiness.json declares as a source of the configuration can be read, and holds what is asked of it.</summary>
internal sealed class UnreadableSources : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness) =>
        from problem in readiness.Input.Configuration.SourceProblems.Concat(readiness.Input.NonProduction.Problems)
        select GateRules.UnreadableSource.At(problem.Position, problem.Message, problem.Severity);
}
