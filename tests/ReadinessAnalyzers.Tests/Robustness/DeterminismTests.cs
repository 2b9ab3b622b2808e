namespace ReadinessAnalyzers.Tests.Robustness;

/// <summary>The same code gets the same diagnostics.</summary>
public sealed class DeterminismTests
{
    [Fact]
    public Task RepeatedConcurrentAndShuffledRuns_SayTheSame() =>
        Repetition.CompareAsync(AnalyzerRun.OfAll, Corpus.Whole, TestContext.Current.CancellationToken);

    [Fact]
    public async Task ManyRunsAtOnce_SayTheSame()
    {
        var source = Corpus.Samples.First(sample => sample.Name.EndsWith("WebhookController.cs", StringComparison.Ordinal));
        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
            (await AnalyzerRun.OfAll.OverAsync(source.Compile(), TestContext.Current.CancellationToken)).Select(AnalyzerRun.Describe).ToHashSet()));

        Assert.NotEmpty(runs[0]);
        Assert.All(runs, run => Assert.Equal(runs[0], run));
    }
}
