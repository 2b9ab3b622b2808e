namespace ReadinessAnalyzers.Package.Tests;

/// <summary>The commands of the README, on this repository's own samples, which take analyzers and task from source.</summary>
/// <param name="package">Packs the same projects, so it must have finished.</param>
/// <param name="samples">Built, so that there is something to copy.</param>
[Collection("Samples")]
public sealed class SamplesTests(PackedPackage package, BuiltSamples samples) : IClassFixture<BuiltSamples>
{
    [Theory]
    [InlineData("ReadyShop")]
    [InlineData("ReadySubscriptions")]
    public async Task ReadySample_IsPublished_AndTheReportIsNamed(string sample)
    {
        var published = (await PublishAsync(sample)).Succeeds();

        Assert.Empty(published.Findings);
        Assert.StartsWith("Readiness: passed, ", published.Verdict, StringComparison.Ordinal);
        Assert.True(File.Exists(published.Verdict.Split("report ")[1]), published.Verdict);
        Assert.Contains($"{sample}.dll", Published(sample));
        Assert.DoesNotContain(Published(sample), file => file.StartsWith("ReadinessAnalyzers", StringComparison.Ordinal));
        Assert.DoesNotContain(Published(sample), file => file.Contains("readiness.json", StringComparison.Ordinal));
        Assert.False(Directory.Exists(Path.Combine(PublishFolder(sample), "readiness")));
    }

    // One piece by way of a real publish; SamplePiecesTests takes each of them away.
    [Theory]
    [InlineData("ReadyShop", "SignOff readiness/signoffs/REL-05.json", "readiness.json(3,14): error RDY9020")]
    [InlineData("ReadySubscriptions", "Document docs/rollback.md", "readiness.json(3,14): error RDY9030")]
    public async Task ReadySample_WithoutAPiece_IsNotPublished(string sample, string removed, string error)
    {
        using var copy = samples.Copy(sample);
        SamplePiece.Parse(removed).RemoveFrom(copy);

        var run = await PublishAsync(sample, $"-p:ReadinessPolicy={copy.PolicyFile}");

        (run with { Folder = copy.PathOf("") }).FailsWith(error);
        Assert.Empty(Published(sample));
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

    private async Task<DotNetRun> PublishAsync(string sample, params string[] more)
    {
        Assert.True(File.Exists(package.File));
        if (Directory.Exists(PublishFolder(sample)))
            Directory.Delete(PublishFolder(sample), recursive: true);
        var run = await DotNet.RunAsync(PackedPackage.Repository, ["publish", $"samples/{sample}", "-c", "Release", .. more]);
        return run with { Folder = FolderOf(sample) };
    }
}
