using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace ReadinessAnalyzers.Benchmarks;

/// <summary>Runs what fits into one process and one method with BenchmarkDotNet.</summary>
internal static class MicroBenchmarks
{
    // In this process, which is built already: BenchmarkDotNet's own project would be built under this repository's rules.
    private static readonly IConfig Config = ManualConfig.CreateEmpty()
        .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(15))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddExporter(MarkdownExporter.Console)
        .AddLogger(ConsoleLogger.Unicode)
        .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "ReadinessAnalyzers.Benchmarks"));

    public static Section TextPass()
    {
        var runs = Run<TextPass>();
        var one = Best(runs[0]);
        var all = Best(runs.Single(run => NameOf(run) == nameof(Benchmarks.TextPass.All)));
        return new(
            "Text pass for secrets",
            "50 ms for 10 MB of source",
            $"{Figures.Milliseconds(all)}, {Figures.Times(all / one)} times one ordinal search",
            "Ten million characters in memory; best of 15 runs, because other work on the machine only ever adds.",
            ["Search", "Best", "To one word", "Allocated"],
            [.. runs.Select(run => new[]
            {
                NameOf(run),
                Figures.Milliseconds(Best(run)),
                Figures.Times(Best(run) / one),
                Figures.Megabytes(Allocated(run)),
            })]);
    }

    public static Section WebhookFlow()
    {
        var sizes = Run<WebhookFlow>()
            .GroupBy(run => (int)run.BenchmarkCase.Parameters[nameof(Benchmarks.WebhookFlow.Lines)])
            .Select(size => (
                Lines: size.Key,
                Bind: size.Single(run => NameOf(run) == nameof(Benchmarks.WebhookFlow.BindAndGraph)),
                Judge: size.Single(run => NameOf(run) == nameof(Benchmarks.WebhookFlow.Judge))))
            .ToArray();
        var largest = sizes[^1];
        return new(
            "Flow analysis of one webhook",
            "linear; 2,000 lines under 50 ms",
            $"{Figures.Milliseconds(Best(largest.Judge) - Best(largest.Bind))} for {largest.Lines} lines",
            "*Roslyn* binds the method and builds its graph; *judged* is that and our analysis; *ours* is the difference. Linear is: the last "
                + "column stays what it is.",
            ["Lines", "Roslyn", "Judged", "Ours", "Ours, allocated", "Ours for each line"],
            [.. sizes.Select(size => new[]
            {
                $"{size.Lines}",
                Figures.Milliseconds(Best(size.Bind)),
                Figures.Milliseconds(Best(size.Judge)),
                Figures.Milliseconds(Best(size.Judge) - Best(size.Bind)),
                Figures.Megabytes(Allocated(size.Judge) - Allocated(size.Bind)),
                $"{Figures.Times(1000 * (Best(size.Judge) - Best(size.Bind)) / size.Lines)} µs",
            })]);
    }

    private static BenchmarkReport[] Run<TBenchmark>() => [.. BenchmarkRunner.Run<TBenchmark>(Config).Reports];

    private static string NameOf(BenchmarkReport run) => run.BenchmarkCase.Descriptor.WorkloadMethod.Name;

    private static double Best(BenchmarkReport run) => run.ResultStatistics!.Min / 1_000_000;

    private static double Allocated(BenchmarkReport run) => run.GcStats.GetBytesAllocatedPerOperation(run.BenchmarkCase) ?? 0;
}
