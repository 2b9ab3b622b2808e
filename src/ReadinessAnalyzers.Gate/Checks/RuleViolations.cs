namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>
/// What the rules found while compiling, under their own ids. A warning of the compiler is an error here, also when the compiler was
/// skipped as up to date and printed nothing; a suppressed violation is only counted.
/// </summary>
internal sealed class RuleViolations : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness) =>
        from log in readiness.Input.Logs
        from violation in log.Violations
        where !violation.IsSuppressed
        let severity = violation.Severity == FindingSeverity.Note ? FindingSeverity.Note : FindingSeverity.Error
        select new Finding(violation.RuleId, severity, violation.Position, violation.Message);
}
