using ReadinessAnalyzers.Gate.Configuration;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>
/// RDY8007: a published settings file that the gate cannot read, and most of these would stop the app at its start as well; or one that
/// the app will skip because its name differs in case.
/// </summary>
internal sealed class UnreadableSettings : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        var configuration = readiness.Input.Configuration;
        return
        [
            .. configuration.Problems.Select(problem => Describe(problem, FindingSeverity.Error)),
            .. configuration.IgnoredForCase.Select(problem => Describe(problem, FindingSeverity.Warning)),
        ];
    }

    private static Finding Describe(SettingsProblem problem, FindingSeverity severity) =>
        GateRules.UnreadableSettings.At(problem.Position, problem.Message, severity);
}
