namespace ReadinessAnalyzers.Gate.Tests.Reporting;

/// <summary>Which reports the gate writes, where, and what it says when it cannot.</summary>
public sealed class ReportFilesTests : IDisposable
{
    private readonly PublishedShop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("out/golive")]
    [InlineData("out/golive.md")]
    [InlineData("out/golive.HTML")]
    [InlineData("out/golive.sarif")]
    [InlineData("out/golive.report.json")]
    public void Each_format_has_its_own_ending(string report)
    {
        Assert.True(_shop.Run(new ReadinessGate { ReportFile = report, ReportFormats = "sarif;Markdown, json html" }));
        Assert.Equal(["golive.html", "golive.md", "golive.report.json", "golive.report.sarif"], Written());
        Assert.EndsWith("golive.report.sarif", Assert.Single(_shop.Engine.Visible), StringComparison.Ordinal); // the first that was asked for
    }

    [Fact]
    public void People_are_served_unasked()
    {
        Assert.True(_shop.Run(new ReadinessGate { ReportFile = "out/golive" }));
        Assert.Equal(["golive.html"], Written());
    }

    [Fact]
    public void None_writes_none()
    {
        Assert.True(_shop.Run(new ReadinessGate { ReportFile = "out/golive", ReportFormats = "none" }));
        Assert.Empty(Written());
        Assert.Equal(["Readiness: passed, 0 deferred, 0 suppressed, Production"], _shop.Engine.Visible);
    }

    [Fact]
    public void A_report_that_cannot_be_written_is_a_warning_and_the_others_are_written()
    {
        Directory.CreateDirectory(_shop.PathOf("golive.html"));
        Assert.True(_shop.Run(new ReadinessGate { ReportFile = "golive", ReportFormats = "html;markdown" }));

        var warning = Assert.Single(_shop.Engine.Warnings);
        Assert.Equal(("RDY9008", _shop.ProjectFile, 1), (warning.Code, warning.File, warning.LineNumber));
        Assert.Equal(
            "The html report cannot be written to 'golive.html' (UnauthorizedAccessException). Name a path that this build may write, or leave the report out.",
            warning.Message);
        Assert.Equal(
            [$"Readiness: passed, 1 warning, 0 deferred, 0 suppressed, Production, report {_shop.PathOf("golive.md")}"], _shop.Engine.Visible);
    }

    [Theory]
    [InlineData("occupied/golive")] // a file where a folder should be
    [InlineData("\0")]
    public void No_path_is_wrong_enough_to_lose_the_verdict(string report)
    {
        _shop.Write("occupied", "");
        Assert.True(_shop.Run(new ReadinessGate { ReportFile = report, StepSummaryFile = "occupied/summary.md" }));
        Assert.Equal(["RDY9008", "RDY9008"], _shop.Engine.Warnings.Select(warning => warning.Code));
    }

    [Fact]
    public void An_unknown_format_is_named()
    {
        Assert.True(_shop.Run(new ReadinessGate { ReportFile = "out/golive", ReportFormats = "pdf;json" }));
        Assert.Equal(
            "'pdf' is no format of a report; ReadinessReportFormats takes html, markdown, sarif, json or none.",
            Assert.Single(_shop.Engine.Warnings).Message);
        Assert.Equal(["golive.report.json"], Written());
    }

    [Fact]
    public void The_step_summary_keeps_what_is_there()
    {
        var summary = _shop.Write("summary.md", "# Tests\n");
        Assert.True(_shop.Run(new ReadinessGate { StepSummaryFile = summary }));
        Assert.StartsWith("# Tests\n# Readiness of Shop: passed\n", File.ReadAllText(summary), StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_summary_that_is_nearly_full_gets_the_verdict_alone()
    {
        var summary = _shop.Write("summary.md", new string('.', 1024 * 1024));
        Assert.True(_shop.Run(new ReadinessGate { StepSummaryFile = summary }));
        Assert.Equal(
            "# Readiness of Shop: passed\n\n0 deferred, 0 suppressed, environment Production.\n\nThe full report is too long for this page.\n\n",
            File.ReadAllText(summary).TrimStart('.'));
    }

    private string[] Written() =>
        Directory.Exists(_shop.PathOf("out")) ? [.. Directory.GetFiles(_shop.PathOf("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal)!] : [];
}
