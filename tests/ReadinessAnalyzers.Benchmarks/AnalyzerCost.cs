using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ReadinessAnalyzers.Tests;

namespace ReadinessAnalyzers.Benchmarks;

/// <summary>
/// What all our analyzers add to a compile of 250,000 lines, beside no analyzers, one that does nothing, and peers. As with a compile log,
/// analyzers of mere suggestions and facts run too.
/// </summary>
internal static class AnalyzerCost
{
    private const int Lines = 250_000;
    private const int Rounds = 3;
    private const string None = "no analyzers";
    private const string Empty = "empty analyzer";
    private const string Ours = "ReadinessAnalyzers";
    private const string Slow = "empty operation action";

    // Hard-coded credentials and hard-coded secrets, the rules of Sonar's that look for what RDY1001 and RDY1004 look for.
    private static readonly string[] SecretRulesOfSonar = ["S2068", "S6418"];

    private sealed record Cost(double Seconds, double Allocated, IReadOnlyDictionary<string, double> InAnalyzers)
    {
        public double Analyzing => InAnalyzers.Values.Sum();
    }

    public static Section Measure()
    {
        var files = GeneratedProject.Create(Lines);
        var ours = In(typeof(SecretAnalyzer).Assembly);
        (string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)[] beside = [(None, []), (Empty, [new EmptyAnalyzer()]), (Ours, ours)];
        var costs = new List<(string Name, Cost Cost)>();

        // Each in turn, so that a busy minute burdens all alike. The first turn warms up.
        for (var round = 0; round <= Rounds; round++)
            costs.AddRange(beside.Select(set => (set.Name, Compile(set.Name, files, set.Analyzers))));
        costs.RemoveRange(0, beside.Length);
        costs.Add((Slow, Compile(Slow, files, [new EmptyOperationAnalyzer()])));
        costs.AddRange(Peers().SelectMany(WithSecretRules).Select(peer => (peer.Name, Compile(peer.Name, files, peer.Analyzers))));

        var sets = costs.GroupBy(run => run.Name, run => run.Cost).ToArray();
        var (seconds, allocated) = (sets[0].Select(cost => cost.Seconds).Median(), sets[0].Select(cost => cost.Allocated).Median());
        var empty = sets.Single(set => set.Key == Empty).Select(cost => cost.Allocated).Median();
        var mine = sets.Single(set => set.Key == Ours).ToArray();
        var each = mine[0].InAnalyzers.Keys.Select(name =>
            (Name: name, Seconds: mine.Select(cost => cost.InAnalyzers[name]).Median())).OrderByDescending(analyzer => analyzer.Seconds);
        return new(
            "All analyzers on 250,000 lines",
            "+1 % allocated, 1 % of the compile's time in our analyzers",
            $"{Figures.More(mine.Select(cost => cost.Allocated).Median(), empty)} allocated, "
                + $"{Figures.Percent(mine.Select(cost => cost.Analyzing).Median() / seconds)} of the time",
            $"A compile is parsing and all diagnostics, on one thread; emitting, which would make every share smaller, is left out. Median of "
                + $"{Rounds} turns, one each from the {Slow} down. The first analyzer of a compile, also an empty one, makes the compiler report every file and "
                + "symbol; every project of the SDK has one, so the target is held beside the empty one. *In analyzers* is the compiler's own "
                + $"`AnalyzerTelemetryInfo`. *{Slow}* is what an analyzer must not register: it does nothing and costs this. "
                + $"Ours, each: {string.Join(", ", each.Select(analyzer => $"{analyzer.Name} {Figures.Milliseconds(1000 * analyzer.Seconds)}"))}.",
            ["Analyzers", "Compile", "In analyzers", "Of the compile without", "Allocated", "More than none", "More than the empty one"],
            [.. sets.Select(set => new[]
            {
                set.Key,
                Figures.Seconds(set.Select(cost => cost.Seconds).Median()),
                Figures.Seconds(set.Select(cost => cost.Analyzing).Median()),
                Figures.Percent(set.Select(cost => cost.Analyzing).Median() / seconds),
                Figures.Megabytes(set.Select(cost => cost.Allocated).Median()),
                Figures.More(set.Select(cost => cost.Allocated).Median(), allocated),
                Figures.More(set.Select(cost => cost.Allocated).Median(), empty),
            })]);
    }

    private static Cost Compile(string name, IReadOnlyList<(string Path, string Text)> files, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        GC.Collect();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        var compilation = CSharpCompilation.Create(
            "Shop",
            [
                .. files.Select(file => CSharpSyntaxTree.ParseText(file.Text, path: file.Path)),
                CSharpSyntaxTree.ParseText(TestReferences.ImplicitUsings),
            ],
            TestReferences.All,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false));
        var analysis = analyzers.IsEmpty ? null : compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            new([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        var result = analysis?.GetAnalysisResultAsync(default).GetAwaiter().GetResult();
        var diagnostics = result?.GetAllDiagnostics() ?? compilation.GetDiagnostics();
        watch.Stop();
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        if (diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
            throw new InvalidOperationException($"The generated project does not compile: {error}");
        var inAnalyzers = analyzers // a peer may have two of one name
            .GroupBy(analyzer => analyzer.GetType().Name, analyzer => result!.AnalyzerTelemetryInfo[analyzer].ExecutionTime.TotalSeconds)
            .ToDictionary(times => times.Key, times => times.Sum());
        Console.WriteLine($"{name}: {watch.Elapsed.TotalSeconds:0.0} s, {inAnalyzers.Values.Sum():0.000} s in analyzers, {allocated / 1_000_000} MB");
        return new(watch.Elapsed.TotalSeconds, allocated, inAnalyzers);
    }

    private static IEnumerable<(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)> Peers() =>
        from metadata in typeof(AnalyzerCost).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        where metadata.Key.StartsWith("Peer:", StringComparison.Ordinal)
        select (metadata.Key["Peer:".Length..], In(Assembly.LoadFrom(metadata.Value!)));

    // A peer that has rules about secrets is measured with these alone as well.
    private static IEnumerable<(string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers)> WithSecretRules(
        (string Name, ImmutableArray<DiagnosticAnalyzer> Analyzers) peer)
    {
        yield return peer;
        var aboutSecrets = peer.Analyzers.Where(analyzer => analyzer.SupportedDiagnostics.Any(rule => SecretRulesOfSonar.Contains(rule.Id))).ToImmutableArray();
        if (!aboutSecrets.IsEmpty)
            yield return ($"{peer.Name}, {string.Join(" and ", SecretRulesOfSonar)} only", aboutSecrets);
    }

    private static ImmutableArray<DiagnosticAnalyzer> In(Assembly assembly) =>
    [
        .. from type in assembly.GetTypes()
           where !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true
           select (DiagnosticAnalyzer)Activator.CreateInstance(type)!,
    ];
}
