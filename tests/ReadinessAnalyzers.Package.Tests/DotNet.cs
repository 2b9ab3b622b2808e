using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ReadinessAnalyzers.Package.Tests;

/// <summary>Runs the real <c>dotnet</c> as a user would type it, whatever surrounds the tests.</summary>
internal static class DotNet
{
    // What CI servers, an enclosing 'dotnet test' or a developer's shell set would change what MSBuild does or prints.
    private static readonly string[] Inherited =
    [
        "MSBUILD", "DOTNET_", "ASPNETCORE_", "READINESS", "CI", "TF_BUILD", "GITHUB_", "BUILD_", "TEAMCITY_", "Configuration", "StripeNet",
    ];

    public static Task<DotNetRun> RunAsync(string folder, params string[] arguments) =>
        RunAsync(folder, new Dictionary<string, string>(), arguments);

    public static async Task<DotNetRun> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsInherited).ToArray())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "true";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "true";
        start.Environment["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1"; // no process outlives its test with the package's task loaded
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(folder, process.ExitCode, await output + await errors);
    }

    private static bool IsInherited(string name) =>
        name != "DOTNET_ROOT" && Inherited.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}

/// <summary>What a command returned and printed.</summary>
internal sealed partial record DotNetRun(string Folder, int ExitCode, string Output)
{
    /// <summary>What the gate and the compiler found, each once: <c>Program.cs(2,20): error RDY1001</c>, as seen from the folder.</summary>
    public IReadOnlyList<string> Findings => [.. Reported.Select(line => line.Place).Distinct()];

    /// <summary>Those that stop a publish.</summary>
    public IEnumerable<string> Errors => Findings.Where(finding => finding.Contains(": error ", StringComparison.Ordinal));

    /// <summary>The gate's last line, such as <c>Readiness: passed, …</c>; empty when the gate said nothing.</summary>
    public string Verdict => VerdictLine().Match(Output).Value.Trim();

    /// <summary>The same of every app that was judged.</summary>
    public IReadOnlyList<string> Verdicts => [.. VerdictLine().Matches(Output).Select(line => line.Value.Trim())];

    /// <summary>The text of the only error of this id.</summary>
    public string TextOf(string id) => Assert.Single(
        from line in Reported.Distinct()
        where line.Place.EndsWith($"error {id}", StringComparison.Ordinal)
        select line.Text);

    public DotNetRun Succeeds()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }

    /// <summary>Fails, and for these reasons only; each is <c>file(line,column): error ID</c>.</summary>
    public DotNetRun FailsWith(params string[] errors)
    {
        Assert.True(ExitCode != 0, Output);
        Assert.True(
            errors.SequenceEqual(Errors),
            $"Expected:\n{string.Join('\n', errors)}\nFound:\n{string.Join('\n', Errors)}\n\n{Output}");
        return this;
    }

    private IEnumerable<(string Place, string Text)> Reported =>
        from Match line in FindingLine().Matches(Output)
        let path = Path.GetRelativePath(Folder, line.Groups["path"].Value).Replace('\\', '/')
        select ($"{path}({line.Groups["position"]}): {line.Groups["kind"]}", line.Groups["text"].Value);

    // As GitHub's and VS Code's problem matchers read it: an absolute path, two numbers, no subcategory.
    [GeneratedRegex(
        @"^\s*(?<path>[^\s(][^(\n]*)\((?<position>\d+,\d+)\): (?<kind>(error|warning) [A-Z]+\d+): (?<text>.*?)( \[[^\]\n]+\])?\r?$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex FindingLine();

    [GeneratedRegex("^ *Readiness: .*$", RegexOptions.Multiline)]
    private static partial Regex VerdictLine();
}
