using System.Text.Json;

namespace ReadinessAnalyzers.Package.Tests;

/// <summary>The reports of a real publish, as its properties ask for them.</summary>
public sealed class ReportTests(PackedPackage package)
{
    [Fact]
    public async Task Formats_PathAndStepSummary_AreTheProjects()
    {
        var app = package.NewApp().Write("Program.cs", App.WithSecretInSource);
        var summary = new Dictionary<string, string> { ["GITHUB_STEP_SUMMARY"] = app.PathOf("summary.md") };

        // Unasked, in the intermediate folder, where a clean removes them.
        (await app.PublishAsync()).FailsWith(App.SecretInSource);
        Assert.Equal(["readiness.html"], Reports("obj/Release/net10.0"));
        (await app.RunAsync("clean", "-c", "Release")).Succeeds();
        Assert.Empty(Reports("obj/Release/net10.0"));

        string[] publish = ["publish", "-c", "Release", "--no-restore", "-p:ReadinessReport=out/golive", "-p:ReadinessReportFormats=sarif json"];
        var first = await DotNet.RunAsync(app.Folder, summary, publish);
        Assert.EndsWith($"report {app.PathOf("out/golive.report.sarif")}", first.FailsWith(App.SecretInSource).Verdict, StringComparison.Ordinal);
        Assert.Equal(["golive.report.json", "golive.report.sarif"], Reports("out"));
        Assert.False(File.Exists(app.PathOf("summary.md")));
        using var sarif = JsonDocument.Parse(File.ReadAllText(app.PathOf("out/golive.report.sarif")));
        var result = sarif.RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        Assert.Equal("RDY1001", result.GetProperty("ruleId").GetString());
        Assert.Equal("Program.cs", result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());

        await DotNet.RunAsync(app.Folder, summary, [.. publish, "--no-build", "-p:ReadinessStepSummary=true"]);
        Assert.StartsWith("# Readiness of Shop: FAILED\n", File.ReadAllText(app.PathOf("summary.md")), StringComparison.Ordinal);

        string[] Reports(string folder) =>
            [.. Directory.GetFiles(app.PathOf(folder)).Select(Path.GetFileName)
                .Where(name => name!.EndsWith(".html") || name.EndsWith(".md") || name.Contains(".report.")).Order(StringComparer.Ordinal)!];
    }
}
