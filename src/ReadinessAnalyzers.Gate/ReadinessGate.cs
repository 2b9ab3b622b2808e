using Microsoft.Build.Framework;
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

    /// <summary><c>error</c>, or <c>warn</c>, which shows errors as warnings and lets the publish go on. Anything else stops it.</summary>
    public string Mode { get; set; } = "error";

    /// <summary>Whether deferred settings, whose values the gate cannot see, fail the publish.</summary>
    public bool Strict { get; set; }

    /// <summary>The day of the publish, yyyy-MM-dd or seconds since 1970, for sign-offs and settings that hold a date; empty: no date is too old.</summary>
    public string Today { get; set; } = "";

    /// <summary>The same by the clock, which may be later: nothing is dated in the future that is not after both.</summary>
    public string Clock { get; set; } = "";

    /// <summary>
    /// The files in which the team may have set the property EnvironmentName; empty where ReadinessEnvironment says the environment, or nothing does.
    /// </summary>
    public ITaskItem[] EnvironmentNamedIn { get; set; } = [];

    private protected override bool Run(GateInput input)
    {
        var onlyWarn = Mode.Equals("warn", StringComparison.OrdinalIgnoreCase);
        if (!onlyWarn && !Mode.Equals("error", StringComparison.OrdinalIgnoreCase))
            return Refuse("ReadinessGate is none of error, warn and off, so nobody knows whether the publish may go on. Set it to one of them.");
        var today = DayOf(Today);
        if (today is null && Today.Length > 0)
            return Refuse("ReadinessToday or SOURCE_DATE_EPOCH is no day such as 2026-06-15, so no date could be judged. Correct it.");

        var result = GateEvaluation.Evaluate(input with
        {
            Strict = Strict, Today = today, Clock = DayOf(Clock), Build = input.Build with { IsEnvironmentInherited = IsInherited(input.Environment) },
        });
        var reports = new ReportFiles(result, InProject);
        reports.Write(ReportFile, ReportFormats.Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries));
        reports.AppendToStepSummary(StepSummaryFile);

        result = result with { Findings = [.. result.Findings, .. reports.Problems] };
        new MSBuildReporter(Log, onlyWarn).Report(result, reports.First);
        return result.Passed || onlyWarn;
    }

    private bool IsInherited(string environment) =>
        EnvironmentNamedIn.Length > 0 && Said("EnvironmentName", environment).Length == 0 && !EnvironmentNamedIn.Any(file => Names(file, environment));

    private static bool Names(ITaskItem file, string environment)
    {
        try
        {
            return File.ReadAllText(file.GetMetadata("FullPath")).Contains($"<EnvironmentName>{environment}<");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private bool Refuse(string fault)
    {
        new MSBuildReporter(Log, errorsAsWarnings: false).Report(GateRules.GateFailed.At(new(ProjectFile), fault));
        return false;
    }
}
