namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8008: a published settings file that the app finds on Windows and skips on Linux, because its name differs in case.</summary>
internal sealed class SettingsFileCase : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness) =>
        from problem in readiness.Input.Configuration.IgnoredForCase
        select GateRules.SettingsFileCase.At(problem.Position, problem.Message);
}
