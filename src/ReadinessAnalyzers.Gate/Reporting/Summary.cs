using ReadinessAnalyzers.Gate.Checklist;
using ReadinessAnalyzers.Gate.CompileLogs;

namespace ReadinessAnalyzers.Gate.Reporting;

/// <summary>What the log's last line and the reports say in the same few words.</summary>
internal sealed class Summary(GateResult result)
{
    public const string Failed = "FAILED";

    public const string PublishedAllTheSame = $"{Failed}, published all the same (ReadinessGate=warn)";

    public string Verdict => result.Passed ? "passed" : Failed;

    /// <summary><c>2 errors, 1 warning, 1 deferred ('Stripe:SecretKey'), 0 suppressed</c>; errors and warnings if there are any.</summary>
    public string Counts => string.Join(", ", Parts);

    public static string StateOf(CompileLog log) => log.State switch
    {
        CompileLogState.Usable when log.AnalyzersRan => "checked",
        CompileLogState.Usable => "analyzers did not run",
        CompileLogState.Missing => "missing",
        CompileLogState.GateOff => "ReadinessGate is off",
        CompileLogState.Shared => "written by several projects",
        CompileLogState.OtherConfiguration => "of another configuration",
        CompileLogState.OtherVersion => "not SARIF 2.1",
        _ => "unreadable",
    };

    public static string JustificationOf(SuppressedFinding suppressed) =>
        string.IsNullOrWhiteSpace(suppressed.Justification) ? "none given" : suppressed.Justification!;

    public static string ErrorsOf(int count) => count == 1 ? "1 error" : $"{count} errors";

    private IEnumerable<string> Parts
    {
        get
        {
            if (result.Count(FindingSeverity.Error) is > 0 and var errors)
                yield return ErrorsOf(errors);
            if (result.Count(FindingSeverity.Warning) is > 0 and var warnings)
                yield return warnings == 1 ? "1 warning" : $"{warnings} warnings";

            var names = string.Join(", ", result.Deferred.Select(setting => $"'{SecretMask.Apply(setting.Name)}'"));
            yield return names.Length == 0 ? "0 deferred" : $"{result.Deferred.Count} deferred ({names})";
            yield return $"{result.Suppressed.Count} suppressed";

            var asked = result.Checklist.Where(verdict => verdict.IsAsked).ToArray();
            if (asked.Length > 0)
                yield return $"{asked.Count(verdict => verdict.IsMet)} of {asked.Length} requirements met";
        }
    }
}
