using Microsoft.CodeAnalysis.CSharp;

namespace ReadinessAnalyzers.Tests.Robustness;

/// <summary>
/// The same code analysed again and again: one at a time and concurrently, its files in any order. Code in which nothing is found is
/// analysed twice only.
/// </summary>
internal static class Repetition
{
    private const int Seed = 20260101;

    public static Task CompareAsync(AnalyzerRun run, IReadOnlyList<CorpusSource> sources, CancellationToken cancellation) =>
        Parallel.ForEachAsync(sources, cancellation, async (source, token) => await CompareAsync(run, source, token));

    private static async Task CompareAsync(AnalyzerRun run, CorpusSource source, CancellationToken cancellation)
    {
        var compilation = source.Compile();
        var shuffled = compilation.SyntaxTrees.ToArray();
        new Random(Seed).Shuffle(shuffled);

        var first = await DiagnosticsAsync(run with { IsConcurrent = false }, compilation);
        Compare("concurrent", await DiagnosticsAsync(run with { IsConcurrent = true }, compilation.Clone()));
        if (first.Length == 0)
            return;
        Compare("in the same process again", await DiagnosticsAsync(run with { IsConcurrent = false }, compilation));
        Compare("in another order of files", await DiagnosticsAsync(
            run with { IsConcurrent = false }, compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(shuffled)));

        void Compare(string how, string[] again)
        {
            if (!first.SequenceEqual(again))
                throw new RobustnessFault($"{source.Name}, {how}:\n{string.Join('\n', again)}\ninstead of\n{string.Join('\n', first)}\n\n{source.Text}");
        }

        async Task<string[]> DiagnosticsAsync(AnalyzerRun how, CSharpCompilation code) =>
            [.. (await how.OverAsync(code, cancellation)).Select(AnalyzerRun.Describe).Order(StringComparer.Ordinal)];
    }
}
