namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>
/// What the rules found while compiling, under their own ids. A warning of the compiler is an error here, also when the compiler was
/// skipped as up to date and printed nothing; a suppressed violation is only counted. A secret in a settings file that ships is said by
/// <see cref="SecretInShippedFile"/> alone.
/// </summary>
internal sealed class RuleViolations : ICheck
{
    private const string SecretInSettings = "RDY1003";

    public IEnumerable<Finding> Run(Readiness readiness)
    {
        var violations = readiness.Input.Logs.SelectMany(log => log.Violations).Where(violation => !violation.IsSuppressed).ToArray();
        var shipped = violations.Any(violation => violation.RuleId == SecretInSettings)
            ? new SecretInShippedFile().Run(readiness).Select(finding => finding.Position with { Column = 1 }).ToArray()
            : [];
        return
            from violation in violations
            where violation.RuleId != SecretInSettings || !shipped.Contains(violation.Position with { Column = 1 })
            let severity = violation.Severity == FindingSeverity.Note ? FindingSeverity.Note : FindingSeverity.Error
            select new Finding(violation.RuleId, severity, violation.Position, violation.Message);
    }
}
