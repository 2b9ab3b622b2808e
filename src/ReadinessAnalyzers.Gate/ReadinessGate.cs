using System.Globalization;
using ReadinessAnalyzers.Gate.Reporting;

namespace ReadinessAnalyzers.Gate;

/// <summary>
/// The publish gate. Paths and switches go in; findings, one summary line and reports come out. False when the app may not be published,
/// which stops the build whatever is promoted or silenced.
/// </summary>
public sealed class ReadinessGate : ReadinessTask
{
    /// <summary>Where the reports are written: a path whose ending each format replaces by its own; empty: nowhere.</summary>
    public string ReportFile { get; set; } = "";

    /// <summary>The formats of the reports, the one that the summary line names first: html, markdown, sarif, json; or none.</summary>
    /// <remarks>A text, since a semicolon that is escaped for the command line does not make MSBuild part a list.</remarks>
    public string ReportFormats { get; set; } = "html";

    /// <summary>The file to which GitHub wants the summary of a step to be appended; empty: none.</summary>
    public string StepSummaryFile { get; set; } = "";

    /// <summary><c>warn</c> shows errors as warnings and lets the publish go on; anything else is <c>error</c>.</summary>
    public string Mode { get; set; } = "error";

    /// <summary>Whether deferred settings, whose values the gate cannot see, fail the publish.</summary>
    public bool Strict { get; set; }

    /// <summary>The day of the publish as yyyy-MM-dd, for settings that hold a date; empty: no date is too old.</summary>
    public string Today { get; set; } = "";

    private protected override bool Run(GateInput input)
    {
        var today = DateTime.TryParseExact(Today, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateTime?)null;
        var result = GateEvaluation.Evaluate(input with { Strict = Strict, Today = today });
        var onlyWarn = Mode.Equals("warn", StringComparison.OrdinalIgnoreCase);
        var reports = new ReportFiles(result, InProject);
        reports.Write(ReportFile, ReportFormats.Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries));
        reports.AppendToStepSummary(StepSummaryFile);

        result = result with { Findings = [.. result.Findings, .. reports.Problems] };
        new MSBuildReporter(Log, onlyWarn).Report(result, reports.First);
        return result.Passed || onlyWarn;
    }
}
