using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace ReadinessAnalyzers.Gate.Reporting;

/// <summary>
/// Shows findings in the build's log as <c>file(line,column): error CODE: text</c>: two numbers and no subcategory, the only form that the
/// problem matchers of GitHub and VS Code understand.
/// </summary>
internal sealed class MSBuildReporter(TaskLoggingHelper log, bool errorsAsWarnings)
{
    public void Report(Finding finding)
    {
        var (path, line, column) = finding.Position;

        // Named arguments: passed by position, the same call binds in old MSBuild versions to an overload that loses code and place.
        switch (finding.Severity)
        {
            case FindingSeverity.Error when !errorsAsWarnings:
                log.LogError(
                    subcategory: null, errorCode: finding.Id, helpKeyword: null, helpLink: RuleHelp.Link(finding.Id), file: path,
                    lineNumber: line, columnNumber: column, endLineNumber: 0, endColumnNumber: 0, message: finding.Message);
                break;
            case FindingSeverity.Note:
                log.LogMessage(
                    subcategory: null, code: finding.Id, helpKeyword: null, file: path,
                    lineNumber: line, columnNumber: column, endLineNumber: 0, endColumnNumber: 0,
                    importance: MessageImportance.Low, message: finding.Message);
                break;
            default:
                log.LogWarning(
                    subcategory: null, warningCode: finding.Id, helpKeyword: null, helpLink: RuleHelp.Link(finding.Id), file: path,
                    lineNumber: line, columnNumber: column, endLineNumber: 0, endColumnNumber: 0, message: finding.Message);
                break;
        }
    }

    /// <summary>All findings in their order, then one line that tells the verdict and where the report is, if one was written.</summary>
    public void Report(GateResult result, string reportFile)
    {
        foreach (var finding in result.Findings)
            Report(finding);

        var summary = new Summary(result);
        var verdict = !result.Passed && errorsAsWarnings ? Summary.PublishedAllTheSame : summary.Verdict;
        var report = reportFile.Length == 0 ? "" : $", report {reportFile}";
        log.LogMessage(MessageImportance.High, $"Readiness: {verdict}, {summary.Counts}, {result.Input.Environment}{report}");
    }
}
