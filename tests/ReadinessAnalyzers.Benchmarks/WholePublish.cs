using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ReadinessAnalyzers.Benchmarks;

/// <summary>
/// Publishes of ReadyShop and its library without building them, in turn without the gate, with it, and with it and a profile of the checklist;
/// and the task on its own.
/// </summary>
internal static partial class WholePublish
{
    private const int Rounds = 9;
    private const int FurtherProjects = 8;

    public static Section Measure()
    {
        DotNet.Run(DotNet.Repository, "build", "samples/ReadyShop", "-c", "Release");
        DotNet.Run(DotNet.Repository, "build", "src/ReadinessAnalyzers.Package", "-c", "Release", "-t:PrecompileTask");
        var settingsOnly = $"-p:ReadinessPolicy={WriteSettingsOnly()}";
        var precompiled = $"-p:ReadinessTaskAssembly={PrecompiledTask}";
        var (without, with, withProfile, inIL) = (new List<DotNet>(), new List<DotNet>(), new List<DotNet>(), new List<DotNet>());
        var (alone, further) = (new List<ColdGate>(), new List<ColdGate>());
        for (var round = 0; round < Rounds; round++)
        {
            without.Add(Publish("-p:ReadinessGate=off"));
            with.Add(Publish(precompiled, settingsOnly));
            withProfile.Add(Publish(precompiled));
            inIL.Add(Publish(settingsOnly));
            alone.Add(ColdGate.InNewProcess(furtherProjects: 0));
            further.Add(ColdGate.InNewProcess(FurtherProjects));
            Console.WriteLine($"publish {without[^1].CpuMilliseconds:0} → {with[^1].CpuMilliseconds:0} ms CPU; task {alone[^1]}");
        }

        var cpu = Added(without, with, run => run.CpuMilliseconds);
        var wall = Added(without, with, run => run.Milliseconds);
        var wallOfProfile = Added(without, withProfile, run => run.Milliseconds);
        var eachFurther = Added(alone, further, run => run.Cpu) / FurtherProjects;
        return new(
            "Gate on a publish",
            "60 ms over the publish without it, and 5 ms for each further project",
            $"{Figures.Milliseconds(wall)} wall, {Figures.Milliseconds(cpu)} CPU; {Figures.Milliseconds(eachFurther)} CPU for each further; "
                + $"with a profile of the checklist {Figures.Milliseconds(wallOfProfile)} wall",
            $"`dotnet publish --no-build` of ReadyShop; medians of {Rounds}, taken in turn; found is the median of what each turn added. CPU is "
                + "of MSBuild's process. The task in a build is MSBuild's own figure; the cold task, with the profile, is run once in a new process "
                + "that has nothing else to do, and so compiles more. On Linux x64 the package brings the task compiled ahead of time; *in IL* is "
                + "what it costs elsewhere. With its profile ReadyShop has 45 requirements to judge, and test results, exports and sign-offs to read.",
            ["", "Wall", "CPU", "Wall, best"],
            [
                ["publish without the gate", .. Cells(without, run => run.Milliseconds, run => run.CpuMilliseconds)],
                ["publish with the gate", .. Cells(with, run => run.Milliseconds, run => run.CpuMilliseconds)],
                ["the task, in that publish", .. Cells(with, run => TaskTime(run.Output), _ => null)],
                ["publish with the gate and a profile", .. Cells(withProfile, run => run.Milliseconds, run => run.CpuMilliseconds)],
                ["the task, in that publish", .. Cells(withProfile, run => TaskTime(run.Output), _ => null)],
                ["publish with the gate in IL", .. Cells(inIL, run => run.Milliseconds, run => run.CpuMilliseconds)],
                ["the task, in that publish", .. Cells(inIL, run => TaskTime(run.Output), _ => null)],
                ["the task in IL, cold", .. Cells(alone, run => run.Wall, run => run.Cpu)],
                [$"of it compiling {alone[0].Methods} methods", .. Cells(alone, run => run.Compiling, _ => null)],
            ]);
    }

    // What the package brings for dotnet on this system; the samples take the task from source.
    private static string PrecompiledTask =>
        Path.Combine(DotNet.Repository, "src/ReadinessAnalyzers.Gate/bin/Release/netstandard2.0/ReadinessAnalyzers.Gate.linux-x64.dll");

    // What ReadyShop asks for without the checklist, in a file that git does not track.
    private static string WriteSettingsOnly()
    {
        var policy = JsonNode.Parse(File.ReadAllText(Path.Combine(DotNet.Repository, "samples/ReadyShop/readiness.json")))!.AsObject();
        foreach (var ofChecklist in new[] { "profile", "people", "requirements", "evidence" })
            policy.Remove(ofChecklist);

        var path = Path.Combine(DotNet.Repository, "samples/ReadyShop/obj/readiness.json");
        File.WriteAllText(path, policy.ToJsonString());
        return path;
    }

    private static DotNet Publish(params string[] more) => DotNet.Run(
        DotNet.Repository,
        ["publish", "samples/ReadyShop", "-c", "Release", "--no-build", "-m:1", "-v:m", "-clp:PerformanceSummary", .. more]);

    // By the turn, since what else runs on the machine comes and goes.
    private static double Added<TRun>(IEnumerable<TRun> without, IEnumerable<TRun> with, Func<TRun, double> figure) =>
        without.Zip(with, (before, after) => figure(after) - figure(before)).Median();

    private static double Median<TRun>(IEnumerable<TRun> runs, Func<TRun, double> figure) => runs.Select(figure).Median();

    private static string[] Cells<TRun>(IReadOnlyList<TRun> runs, Func<TRun, double> wall, Func<TRun, double?> cpu) =>
    [
        Figures.Milliseconds(Median(runs, wall)),
        cpu(runs[0]) is null ? "" : Figures.Milliseconds(Median(runs, run => cpu(run)!.Value)),
        Figures.Milliseconds(runs.Min(wall)),
    ];

    // The target and the task have the same name; the tasks are listed last.
    private static double TaskTime(string output) => double.Parse(TaskLine().Matches(output)[^1].Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(\d+) ms +ReadinessGate +\d+ calls")]
    private static partial Regex TaskLine();
}
