using ReadinessAnalyzers.Gate.CompileLogs;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY9006: rules that .editorconfig or NoWarn disabled or lowered to a note are listed, and some may never be.</summary>
internal sealed class RulesSwitchedOff : ICheck
{
    // A secret in source and a forged webhook are wrong in every app; one wrong line can still be suppressed where it stands.
    private static readonly string[] NeverWaived = ["RDY1001", "RDY1002", "RDY2002"];

    // Reported in files that .editorconfig does not govern, so the compiler lists it as off although it is on.
    private const string Untold = "RDY1003";

    public IEnumerable<Finding> Run(Readiness readiness)
    {
        foreach (var log in readiness.Input.Logs)
        {
            var off = log.SwitchedOffRules.Where(rule => rule != Untold).ToLookup(rule => NeverWaived.Contains(rule));
            if (off[true].Any())
            {
                yield return GateRules.RuleSwitchedOff.At(
                    new(log.Project),
                    $"{Describe(log, off[true])} Remove the line from .editorconfig or NoWarn; where a finding is wrong, suppress it there with a justification.",
                    FindingSeverity.Error);
            }

            if (off[false].Any())
                yield return GateRules.RuleSwitchedOff.At(new(log.Project), Describe(log, off[false]));
        }
    }

    private static string Describe(CompileLog log, IEnumerable<string> rules) =>
        $"Switched off or lowered to a note in {Path.GetFileName(log.Project)}, for all or some of its files: {string.Join(", ", rules)}.";
}
