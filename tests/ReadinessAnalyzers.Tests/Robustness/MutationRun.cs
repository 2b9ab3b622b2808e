using Microsoft.CodeAnalysis.CSharp;

namespace ReadinessAnalyzers.Tests.Robustness;

/// <summary>Analyzers and fixes over mutants of the corpus, each source in its turn. Number and seed make a mutant again.</summary>
internal sealed class MutationRun(AnalyzerRun run, int seed)
{
    private int _diagnostics;
    private int _fixes;

    /// <summary>What was reported and fixed; a run that finds nothing has tested nothing.</summary>
    public (int Diagnostics, int Fixes) Seen => (_diagnostics, _fixes);

    public Task OverAsync(IReadOnlyList<CorpusSource> sources, IEnumerable<int> numbers, CancellationToken cancellation) =>
        Parallel.ForEachAsync(numbers, cancellation, async (number, token) => await JudgeAsync(sources[number % sources.Count], number, token));

    private async Task JudgeAsync(CorpusSource source, int number, CancellationToken cancellation)
    {
        var mutant = Mutant.Of(source.Text, new Random(seed + number));
        try
        {
            var compilation = Corpus.Compile(mutant.Text, source.Companions);
            var found = await run.OverAsync(compilation, cancellation);
            Interlocked.Add(ref _diagnostics, found.Length);
            if (found.Any(diagnostic => run.Fixes.Any(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id))))
                Interlocked.Add(ref _fixes, await run.FixAsync(compilation, cancellation));
        }
        catch (RobustnessFault fault)
        {
            throw new RobustnessFault($"Seed {seed}, mutant {number}: {source.Name} {mutant.Changes}: {fault.Message}\n\n{mutant.Text}");
        }
    }
}
