using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Options;
using ReadinessAnalyzers.Rules;

namespace ReadinessAnalyzers.Tests.Robustness;

/// <summary>The harness itself: a rule, an analyzer or a fix with a fault does not get past it.</summary>
public sealed class PlantedFaultTests
{
    private const int Seed = 7;

    [Fact]
    public async Task RuleThatThrows_IsCaughtWithSeedAndSource()
    {
        var fault = await Assert.ThrowsAsync<RobustnessFault>(() => MutateAsync(With(new Subject(new Throwing()))));

        Assert.Contains($"Seed {Seed}, mutant ", fault.Message, StringComparison.Ordinal);
        Assert.Contains("NotSupportedException: planted", fault.Message, StringComparison.Ordinal);
        Assert.Contains("class ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RuleThatNeverEnds_IsCaught()
    {
        using var released = new ManualResetEventSlim();
        var fault = await Assert.ThrowsAsync<RobustnessFault>(() =>
            MutateAsync(With(new Subject(new Hanging(released))) with { Patience = TimeSpan.FromSeconds(5) }));
        released.Set();

        Assert.Contains("does not end", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FixThatThrows_IsCaught()
    {
        var fault = await Assert.ThrowsAsync<RobustnessFault>(() => MutateAsync(AnalyzerRun.OfAll with { Fixes = [new ThrowingFix()] }));
        Assert.Contains("NotSupportedException: planted", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RuleThatRemembersTheLastRun_IsCaught()
    {
        var fault = await Assert.ThrowsAsync<RobustnessFault>(() =>
            Repetition.CompareAsync(With(new Subject(new Remembering())), Corpus.Sources, TestContext.Current.CancellationToken));
        Assert.Contains("RDY1999", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondRunWithTheSameSeed_MakesTheSameMutants()
    {
        var sources = Corpus.Sources.Take(50).ToList();
        Assert.Equal(sources.Select(Spoil), sources.Select(Spoil));
        Assert.Contains(sources, source => Spoil(source).Text != source.Text);
        await Task.CompletedTask;

        static Mutant Spoil(CorpusSource source) => Mutant.Of(source.Text, new Random(Seed));
    }

    private static AnalyzerRun With(DiagnosticAnalyzer planted) => new([planted], []);

    private static Task MutateAsync(AnalyzerRun run) =>
        new MutationRun(run, Seed).OverAsync(Corpus.Sources, Enumerable.Range(0, Corpus.Sources.Count), TestContext.Current.CancellationToken);

#pragma warning disable RS1001 // No compiler loads this one.
    private sealed class Subject(Rule<SourceSecret> rule) : SubjectAnalyzer<SourceSecret>(rule)
    {
        protected override IEnumerable<SourceSecret> Read(
            CompilationReading reading, SemanticModel file, AnalyzerOptions options, CancellationToken cancellation) =>
            new SourceSecretReader(reading, file.SyntaxTree, cancellation).Read()
                .Select(found => new SourceSecret(found.Location, found.Key, options.IsTestProject()));
    }
#pragma warning restore RS1001

    private abstract class Planted : Rule<SourceSecret>
    {
        public override DiagnosticDescriptor Descriptor { get; } =
            Descriptors.Rule("RDY1999", "Planted", "{0}", DiagnosticSeverity.Warning);
    }

    private sealed class Throwing : Planted
    {
        public override void Check(SourceSecret secret, Report report) => throw new NotSupportedException("planted");
    }

    private sealed class Hanging(ManualResetEventSlim released) : Planted
    {
        public override void Check(SourceSecret secret, Report report) => released.Wait(CancellationToken.None);
    }

    private sealed class Remembering : Planted
    {
        private int _calls;

        public override void Check(SourceSecret secret, Report report) => report.At(secret.Location, Interlocked.Increment(ref _calls));
    }

    private sealed class ThrowingFix : CodeFixProvider
    {
        public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["RDY1001"];

        public override Task RegisterCodeFixesAsync(CodeFixContext context) => throw new NotSupportedException("planted");
    }
}
