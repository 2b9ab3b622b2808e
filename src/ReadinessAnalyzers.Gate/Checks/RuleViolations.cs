using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>
/// What the rules found while compiling, under their own ids. A warning of the compiler is an error here, also when the compiler was
/// skipped as up to date and printed nothing; a suppressed violation is only counted. Of a secret in a settings file the gate's own checks
/// say what it does in production, and the rule adds nothing: it speaks where none of them does. What a rule says of a
/// sign-off the gate says too.
/// </summary>
internal sealed class RuleViolations : ICheck
{
    private const string SecretInSettings = "RDY1003";

    private static readonly ICheck[] ChecksOfKeys =
        [new SecretInShippedFile(), new TestKeyInProduction(), new StripeKeyForSlot(), new WebhookSecretForm()];

    public IEnumerable<Finding> Run(Readiness readiness)
    {
        var violations = readiness.Input.Logs.SelectMany(log => log.Violations).Where(violation => !violation.IsSuppressed && !RulesSwitchedOff.IsJudgedHere(violation.RuleId)).ToArray();
        var judged = violations.Any(violation => violation.RuleId == SecretInSettings)
            ? PolicySuppressions.Part(readiness.Input, [.. ChecksOfKeys.SelectMany(check => check.Run(readiness))]).Findings.Select(finding => finding.Position with { Column = 1 }).ToArray()
            : [];
        return
            from violation in violations
            where violation.RuleId != SecretInSettings || !judged.Contains(violation.Position with { Column = 1 })
            let severity = violation.Severity == FindingSeverity.Note ? FindingSeverity.Note : FindingSeverity.Error
            select new Finding(violation.RuleId, severity, violation.Position, violation.Message);
    }
}
