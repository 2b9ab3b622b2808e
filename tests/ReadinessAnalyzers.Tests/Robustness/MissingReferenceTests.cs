using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Tests.Robustness;

/// <summary>
/// Code without what it compiles against, as in most checkouts that nobody has restored: calls do not bind and types are errors. Nothing
/// throws, and nothing is said that needs the missing library.
/// </summary>
public sealed class MissingReferenceTests
{
    [Theory]
    [InlineData("Stripe.net", "RDY0003", "RDY1001", "RDY1004")]
    [InlineData("ASP.NET Core", "RDY0001", "RDY0002", "RDY0003", "RDY0004", "RDY1001", "RDY1002", "RDY1004", "RDY1005", "RDY2003", "RDY2006", "RDY2007", "RDY2009", "RDY3002", "RDY4001")]
    [InlineData("all but the core library", "RDY1001", "RDY1004")]
    [InlineData("everything", "RDY1001", "RDY1004")]
    public async Task SourcesWithout_SayNoMoreThanTheyShow(string missing, params string[] sayable)
    {
        var compilation = Corpus.Bound(Without(missing));
        var run = AnalyzerRun.OfAll with { IsConcurrent = false };
        var said = new System.Collections.Concurrent.ConcurrentDictionary<string, string>();

        await Parallel.ForEachAsync(Corpus.Whole, TestContext.Current.CancellationToken, async (source, cancellation) =>
        {
            foreach (var diagnostic in await run.OverAsync(source.Compile(compilation), cancellation))
                said.TryAdd(diagnostic.Id, $"{source.Name}: {diagnostic}");
        });

        Assert.Contains("RDY1001", said.Keys);
        Assert.All(said, pair => Assert.True(sayable.Contains(pair.Key), $"Without {missing}: {pair.Value}"));
    }

    private static ImmutableArray<MetadataReference> Without(string missing) => missing switch
    {
        "Stripe.net" => TestReferences.Framework,
        "ASP.NET Core" => [.. TestReferences.All.Where(reference => !reference.Display!.Contains("Microsoft.AspNetCore.App", StringComparison.Ordinal))],
        "all but the core library" => [.. TestReferences.All.Where(reference => Path.GetFileName(reference.Display) == "System.Private.CoreLib.dll")],
        _ => [],
    };
}
