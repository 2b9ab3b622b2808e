namespace ReadinessAnalyzers.Package.Tests;

/// <summary>The two commands of the README, on this repository's own samples, which take analyzers and task from source.</summary>
/// <param name="package">Packs the same projects, so it must have finished.</param>
public sealed class SamplesTests(PackedPackage package)
{
    [Fact]
    public async Task ReadyShop_IsPublished_AndTheReportIsNamed()
    {
        var published = (await PublishAsync("ReadyShop")).Succeeds();

        Assert.Empty(published.Findings);
        Assert.StartsWith("Readiness: passed, ", published.Verdict, StringComparison.Ordinal);
        Assert.True(File.Exists(published.Verdict.Split("report ")[1]), published.Verdict);
        Assert.Contains("ReadyShop.dll", Published("ReadyShop"));
        Assert.DoesNotContain(Published("ReadyShop"), file => file.StartsWith("ReadinessAnalyzers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task UnreadyShop_FailsForEachPlantedFaultAndNothingElse()
    {
        var expected = File.ReadAllLines(Path.Combine(FolderOf("UnreadyShop"), "expected-findings.txt"));

        (await PublishAsync("UnreadyShop")).FailsWith(expected);
        Assert.Empty(Published("UnreadyShop"));

        // How a publish of the whole solution leaves it out.
        string[] withoutIt = ["publish", "-c", "Release", "--no-build", "-p:PublishUnreadyShop=false"];
        Assert.Empty((await DotNet.RunAsync(FolderOf("UnreadyShop"), withoutIt)).Succeeds().Verdict);
    }

    private static string FolderOf(string sample) => Path.Combine(PackedPackage.Repository, "samples", sample);

    private static string PublishFolder(string sample) => Path.Combine(FolderOf(sample), "bin", "Release", "net10.0", "publish");

    private static string[] Published(string sample) =>
        Directory.Exists(PublishFolder(sample))
            ? [.. Directory.EnumerateFiles(PublishFolder(sample)).Select(file => Path.GetFileName(file))]
            : [];

    private async Task<DotNetRun> PublishAsync(string sample)
    {
        Assert.True(File.Exists(package.File));
        if (Directory.Exists(PublishFolder(sample)))
            Directory.Delete(PublishFolder(sample), recursive: true);
        var run = await DotNet.RunAsync(PackedPackage.Repository, "publish", $"samples/{sample}", "-c", "Release");
        return run with { Folder = FolderOf(sample) };
    }
}
