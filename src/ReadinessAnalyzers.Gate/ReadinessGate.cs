using System.Globalization;
using ReadinessAnalyzers.Gate.Reporting;

namespace ReadinessAnalyzers.Gate;

/// <summary>
/// The publish gate. Paths and switches go in; findings, one summary line and a Markdown report come out. False when the app may not be
/// published, which stops the build whatever is promoted or silenced.
/// </summary>
public sealed class ReadinessGate : ReadinessTask
{
    /// <summary>Where the Markdown report is written; empty: nowhere.</summary>
    public string ReportFile { get; set; } = "";

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
        var report = ReportFile.Length > 0 ? InProject(ReportFile) : "";
        if (report.Length > 0)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(report)!);
            File.WriteAllText(report, MarkdownReport.Write(result));
        }

        new MSBuildReporter(Log, onlyWarn).Report(result, report);
        return result.Passed || onlyWarn;
    }
}
