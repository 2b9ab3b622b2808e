using ReadinessAnalyzers.Gate.CompileLogs;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY9006: rules that .editorconfig or NoWarn disabled or lowered to a note are listed, and some may never be.</summary>
internal sealed class RulesSwitchedOff : ICheck
{
    /// <summary>Reported in files that .editorconfig does not govern, so the compiler lists it as off although it is on.</summary>
    public const string Untold = "RDY1003";

    public IEnumerable<Finding> Run(Readiness readiness)
    {
        foreach (var log in readiness.Input.Logs)
        {
            string[] never = [.. log.SwitchedOffRules.Where(NeverWaived.Rules.Contains)];
            if (never.Length > 0)
            {
                yield return GateRules.RuleSwitchedOff.At(
                    new(log.Project),
                    $"{Describe(log, never, readiness)} Remove the line from .editorconfig or NoWarn, or, if it is one for all analyzers (dotnet_analyzer_diagnostic.severity), "
                        + $"write 'dotnet_diagnostic.{never[0]}.severity = warning' below it{(never.Length > 1 ? ", and so for each" : "")}. Where a finding is wrong, suppress it there with a justification.",
                    FindingSeverity.Error);
            }

            string[] others = [.. log.SwitchedOffRules.Where(rule => rule != Untold && !IsJudgedHere(rule) && !never.Contains(rule))];
            if (others.Length > 0)
                yield return GateRules.RuleSwitchedOff.At(new(log.Project), Describe(log, others, readiness));
        }
    }

    /// <summary>Whether the rule only shows in the editor what the gate judges by itself, so that it cannot be switched off here.</summary>
    public static bool IsJudgedHere(string rule) => GateRules.All.Any(own => own.Id == rule);

    private static string Describe(CompileLog log, string[] rules, Readiness readiness) =>
        $"Switched off or lowered to a note in {Path.GetFileName(log.Project)}, for all or some of its files: {string.Join(", ", rules.Select(rule => WithReason(rule, readiness.Input.Policy)))}.";

    private static string WithReason(string rule, ReadinessPolicy policy) =>
        policy.ReasonToSwitchOff(rule) is { } entry ? $"{rule} ({entry.Reason}, until {entry.LastDay})" : rule;
}
