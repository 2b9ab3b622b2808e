using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using ReadinessAnalyzers.Gate;
using ReadinessAnalyzers.Gate.Tests;

namespace ReadinessAnalyzers.Benchmarks;

/// <summary>
/// The gate's task, run once on the built ReadyShop in a young process: what it took, in milliseconds, and what was compiled for it.
/// </summary>
internal sealed record ColdGate(double Wall, double Cpu, int Methods, double Compiling)
{
    public const string Command = "cold-gate";

    public static ColdGate InNewProcess(int furtherProjects)
    {
        var printed = DotNet.Run(DotNet.Repository, typeof(ColdGate).Assembly.Location, Command, $"{furtherProjects}").Output.Split(' ');
        var figures = Array.ConvertAll(printed, figure => double.Parse(figure, CultureInfo.InvariantCulture));
        return new(figures[0], figures[1], (int)figures[2], figures[3]);
    }

    public static void Run(int furtherProjects)
    {
        var project = PathOf("ReadyShop/ReadyShop.csproj");
        var library = PathOf("ReadyShop.Billing/ReadyShop.Billing.csproj");
        var libraryLog = PathOf("ReadyShop.Billing/obj/Release/net10.0/readiness.sarif");
        var engine = new RecordingBuildEngine();
        var task = new ReadinessGate
        {
            BuildEngine = engine,
            ProjectFile = project,
            AssemblyName = "ReadyShop",
            TargetFramework = "net10.0",
            CompileLogs =
            [
                Item(PathOf("ReadyShop/obj/Release/net10.0/readiness.sarif"), "Project", project),
                Item(libraryLog, "Project", library),
                .. Enumerable.Range(1, furtherProjects).Select(number => Item(CopyOf(libraryLog, number), "Project", $"{library}{number}")),
            ],
            ReferencedProjects =
                [Item(PathOf("ReadyShop.Billing/bin/Release/net10.0/ReadyShop.Billing.dll"), "MSBuildSourceProjectFile", library)],
            ResolvedFilesToPublish =
            [
                .. from file in Directory.GetFiles(PathOf("ReadyShop"), "appsettings*.json")
                   where !file.EndsWith("Development.json", StringComparison.Ordinal) // which the project does not publish
                   select Item(file, "RelativePath", Path.GetFileName(file)),
            ],
            BuildProperties = [Item("Optimize", "Value", "true"), Item("TreatWarningsAsErrors", "Value", "true")],
            ReportFile = "obj/Release/net10.0/readiness",
        };

        using var process = Process.GetCurrentProcess();
        var (methods, compiling) = (JitInfo.GetCompiledMethodCount(), JitInfo.GetCompilationTime());
        var cpu = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var passed = task.Execute();
        watch.Stop();
        process.Refresh();
        if (!passed)
            throw new InvalidOperationException(engine.Everything);
        Console.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{watch.Elapsed.TotalMilliseconds} {(process.TotalProcessorTime - cpu).TotalMilliseconds} "
                + $"{JitInfo.GetCompiledMethodCount() - methods} {(JitInfo.GetCompilationTime() - compiling).TotalMilliseconds}"));
    }

    // Two projects that write one log are a fault, so each has its own.
    private static string CopyOf(string log, int number)
    {
        var copy = Path.ChangeExtension(log, $".{number}.sarif");
        File.Copy(log, copy, overwrite: true);
        return copy;
    }

    private static TaskItem Item(string path, string name, string value) => new(path, new Dictionary<string, string> { [name] = value });

    private static string PathOf(string inSamples) => Path.Combine(DotNet.Repository, "samples", inSamples);
}
