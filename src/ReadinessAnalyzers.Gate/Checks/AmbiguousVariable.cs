namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8011: no two environment variables set one setting to different values.</summary>
internal sealed class AmbiguousVariable : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness) =>
        from pair in readiness.Input.Configuration.Ambiguous
        select GateRules.AmbiguousVariable.At(
            pair.Second.Position,
            $"'{pair.First.Variable}' and '{pair.Second.Variable}' both set '{pair.Second.Key}', to different values, and which of them the app "
                + "sees is left to chance. Remove one.");
}
