using System.Diagnostics;
using System.Reflection;

namespace ReadinessAnalyzers.Benchmarks;

/// <summary>What a run of <c>dotnet</c> took and printed. CPU time is that of the process itself, without the compiler's.</summary>
internal sealed record DotNet(double Milliseconds, double CpuMilliseconds, string Output)
{
    public static string Repository { get; } =
        typeof(DotNet).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "Repository").Value!;

    public static DotNet Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        // What the process that runs the benchmarks was started with must not change what is measured.
        foreach (var name in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var cpu = TimeSpan.Zero;
        while (!process.WaitForExit(10))
            cpu = CpuOf(process) ?? cpu; // what a process has used is not told when it is gone
        process.WaitForExit();
        watch.Stop();
        return process.ExitCode == 0
            ? new(watch.Elapsed.TotalMilliseconds, cpu.TotalMilliseconds, output.Result)
            : throw new InvalidOperationException($"dotnet {string.Join(" ", arguments)} failed:\n{output.Result}");
    }

    private static TimeSpan? CpuOf(Process process)
    {
        try
        {
            return process.TotalProcessorTime;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null; // it has just ended
        }
    }
}
