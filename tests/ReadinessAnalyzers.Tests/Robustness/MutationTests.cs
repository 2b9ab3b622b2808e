using System.Globalization;

namespace ReadinessAnalyzers.Tests.Robustness;

/// <summary>
/// Half-typed and damaged code. READINESS_MUTATIONS=20000 makes a longer run, READINESS_SEED another one.
/// </summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    [Fact]
    public async Task SpoiltSources_AreReadToTheirEnd()
    {
        var (seed, count) = (NumberFrom("READINESS_SEED", 20260101), NumberFrom("READINESS_MUTATIONS", 1000));
        output.WriteLine($"seed {seed}, {count} mutants of {Corpus.Sources.Count} sources");

        var run = new MutationRun(AnalyzerRun.OfAll with { IsConcurrent = false }, seed);
        await run.OverAsync(Corpus.Sources, Enumerable.Range(0, count), TestContext.Current.CancellationToken);

        output.WriteLine($"{run.Seen.Diagnostics} diagnostics, {run.Seen.Fixes} fixes");
        Assert.True(run.Seen is { Diagnostics: > 50, Fixes: > 5 }, $"Only {run.Seen}: the mutants are no code any more");
    }

    private static int NumberFrom(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } number ? int.Parse(number, CultureInfo.InvariantCulture) : otherwise;
}
