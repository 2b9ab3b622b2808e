using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ReadinessAnalyzers.Tests.Robustness;

/// <summary>An editor cancels an analysis at every keystroke and runs the next one in the same process.</summary>
public sealed class CancellationTests
{
    private const int Points = 30;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CancelledAnalysis_EndsAndLeavesNothingBehind(bool isConcurrent)
    {
        var run = AnalyzerRun.OfAll with { IsConcurrent = isConcurrent };
        var sample = Corpus.Samples.First(source => source.Name.EndsWith("ConnectWebhookController.cs", StringComparison.Ordinal));
        var expected = await DiagnosticsAsync(run, Watched(sample, new Reads()));
        Assert.NotEmpty(expected);

        var cancelled = 0;
        for (var point = 1; point <= Points; point++)
        {
            using var cancellation = new CancellationTokenSource();
            var reads = new Reads { Remaining = point, Limit = cancellation.Cancel };
            var compilation = Watched(sample, reads);
            try
            {
                await run.OverAsync(compilation, cancellation.Token);
            }
            catch (OperationCanceledException)
            {
                cancelled++;
            }

            // What the cancelled run had computed belongs to the compilation; the next run goes on with it.
            reads.Limit = null;
            Assert.Equal(expected, await DiagnosticsAsync(run, compilation));
        }
        Assert.True(cancelled > 10, $"Only {cancelled} runs were cancelled");
    }

    [Fact]
    public async Task AnalysisCancelledBeforeItBegins_IsNone()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            AnalyzerRun.OfAll.OverAsync(Corpus.Samples[0].Compile(), cancellation.Token));
    }

    private static async Task<string[]> DiagnosticsAsync(AnalyzerRun run, Compilation compilation) =>
        [.. (await run.OverAsync(compilation, TestContext.Current.CancellationToken)).Select(AnalyzerRun.Describe).Order(StringComparer.Ordinal)];

    // Every file of the app in a text that counts how often it is read.
    private static CSharpCompilation Watched(CorpusSource source, Reads reads)
    {
        var compilation = source.Compile();
        foreach (var tree in compilation.SyntaxTrees)
            compilation = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(new WatchedText(tree.ToString(), reads)));
        reads.IsCounting = true;
        return compilation;
    }

    /// <summary>What happens when the texts of a compilation have been read so often.</summary>
    private sealed class Reads
    {
        private int _remaining;

        public bool IsCounting { get; set; }

        public int Remaining { set => _remaining = value; }

        public Action? Limit { get; set; }

        public void Count()
        {
            if (IsCounting && Interlocked.Decrement(ref _remaining) == 0)
                Limit?.Invoke();
        }
    }

    private sealed class WatchedText(string text, Reads reads) : SourceText
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override int Length => text.Length;

        public override char this[int position] => text[position];

        public override string ToString(TextSpan span)
        {
            reads.Count();
            return text.Substring(span.Start, span.Length);
        }

        public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)
        {
            reads.Count();
            text.CopyTo(sourceIndex, destination, destinationIndex, count);
        }
    }
}
