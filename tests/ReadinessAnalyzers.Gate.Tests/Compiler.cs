using System.Diagnostics;
using System.Reflection;

namespace ReadinessAnalyzers.Gate.Tests;

/// <summary>The SDK's own C# compiler, run as a build runs it.</summary>
internal static class Compiler
{
    private static readonly string[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => path.Contains("Microsoft.NETCore.App", StringComparison.Ordinal) || Path.GetFileName(path) == "Stripe.net.dll"),
    ];

    /// <summary>The analyzers as this repository built them.</summary>
    public static string Analyzers { get; } = Metadata("Analyzers");

    /// <summary>The folder of the compiler, which holds the assemblies that analyzers are written against.</summary>
    public static string Folder { get; } = Path.GetDirectoryName(Metadata("Compiler"))!;

    /// <summary>Compiles what the arguments name, to a library in <paramref name="folder"/>, and returns the compiler's exit code and output.</summary>
    public static (int ExitCode, string Output) Run(string folder, params IEnumerable<string> arguments)
    {
        string[] all = ["-noconfig", "-nostdlib", "-target:library", "-nologo", .. References.Select(path => $"-r:\"{path}\""), .. arguments];
        var response = Path.Combine(folder, "csc.rsp");
        File.WriteAllLines(response, all);
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Metadata("Compiler"), "-noconfig", $"@{response}"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_TieredPGO"] = "0" },
        })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    private static string Metadata(string key) => typeof(Compiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == key).Value!;
}
