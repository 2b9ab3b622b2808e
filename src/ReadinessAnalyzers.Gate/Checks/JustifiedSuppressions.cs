using ReadinessAnalyzers.Gate.CompileLogs;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>
/// RDY9011, where readiness.json asks for it: whoever suppresses a violation in source or switches a rule off says why. The compiler writes the
/// justification of an attribute into its log; a <c>#pragma</c> and .editorconfig have none, whatever the comment beside them says.
/// </summary>
internal sealed class JustifiedSuppressions : ICheck
{
    private const string Pending = "<Pending>"; // what editors write for somebody to fill in

    public IEnumerable<Finding> Run(Readiness readiness) =>
        readiness.Input.Policy.JustifiesSuppressions
            ? readiness.Input.Logs.SelectMany(log => log.Violations).Where(IsUnjustified).Select(AtLine)
                .Concat(readiness.Input.Logs.SelectMany(log => SwitchedOff(log, readiness.Input.Policy)))
            : [];

    private static bool IsUnjustified(RuleViolation violation) =>
        violation.IsSuppressed && (string.IsNullOrWhiteSpace(violation.Justification) || violation.Justification!.Trim() == Pending);

    private static Finding AtLine(RuleViolation violation) => GateRules.UnjustifiedSuppression.At(
        violation.Position,
        $"{violation.RuleId} is suppressed here without a justification, which readiness.json asks for. A #pragma has no place for one: "
            + $"write [SuppressMessage(\"Readiness\", \"{violation.RuleId}\", Justification = \"…\")] on the member instead.");

    private static IEnumerable<Finding> SwitchedOff(CompileLog log, ReadinessPolicy policy) =>
        from rule in log.SwitchedOffRules
        where rule != RulesSwitchedOff.Untold && !RulesSwitchedOff.IsJudgedHere(rule) && !NeverWaived.Rules.Contains(rule)
        where policy.ReasonToSwitchOff(rule) is null
        select GateRules.UnjustifiedSuppression.At(
            new(log.Project),
            $"{rule} is switched off or lowered in {Path.GetFileName(log.Project)} without a justification, which readiness.json asks for. .editorconfig and NoWarn have "
                + $"no place for one: remove the line, or add {{ \"id\": \"{rule}\", \"reason\": \"…\", \"until\": \"…\" }} to 'suppressions' in readiness.json.");
}
