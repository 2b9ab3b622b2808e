namespace ReadinessAnalyzers.Gate.Reporting;

/// <summary>A form in which a result is written to a file.</summary>
/// <param name="Name">Its name in <c>ReadinessReportFormats</c>.</param>
/// <param name="Ending">
/// How its file's name ends. The machines' formats have one of two parts, so that beside a readiness.md stands neither the compile log,
/// readiness.sarif, nor the policy, readiness.json.
/// </param>
/// <param name="Write">Makes the text.</param>
internal sealed record ReportFormat(string Name, string Ending, Func<GateResult, string> Write)
{
    public static readonly IReadOnlyList<ReportFormat> All =
    [
        new("html", ".html", HtmlReport.Write),
        new("markdown", ".md", MarkdownReport.Write),
        new("sarif", ".report.sarif", SarifReport.Write),
        new("json", ".report.json", JsonReport.Write),
    ];

    private static readonly string[] KnownEndings = [.. All.Select(format => format.Ending), ".sarif", ".json"];

    /// <summary>The file of this format, for a report that was named with the ending of any format or with none.</summary>
    public string FileOf(string report)
    {
        var known = KnownEndings.FirstOrDefault(ending => report.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) ?? "";
        return report.Substring(0, report.Length - known.Length) + Ending;
    }
}
