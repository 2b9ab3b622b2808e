using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Benchmarks;

/// <summary>
/// Writes docs/benchmarks.md. It says on what the figures were taken, but not when, so that a run that finds the same changes nothing.
/// </summary>
internal static class Report
{
    public static void Write(IEnumerable<Section> measured)
    {
        var sections = measured.ToArray();
        var summary = string.Concat(sections.Select(section => Section.Row(section.Title, section.Target, section.Found)));
        var text = $"""
            # Benchmarks

            Written by `dotnet run -c Release --project tests/ReadinessAnalyzers.Benchmarks -- report`; do not edit. In place of `report`,
            `text`, `webhook`, `analyzers`, `compile` or `publish` prints one part alone.

            {RuntimeInformation.FrameworkDescription}, {OperatingSystemName()} {RuntimeInformation.ProcessArchitecture},
            {Environment.ProcessorCount} cores, Roslyn {typeof(Compilation).Assembly.GetName().Version!.ToString(2)}.
            **Taken on a busy machine**: the cores were shared with other work, so times are good for comparison within a table and not in
            themselves. Ratios, allocated bytes and counts repeat.

            {Section.Row("What", "Target", "Found")}{Section.Row("---", "---", "---")}{summary}
            """;
        File.WriteAllText(
            Path.Combine(DotNet.Repository, "docs", "benchmarks.md"),
            text + string.Concat(sections.Select(section => "\n" + section.ToMarkdown())));
    }

    // Not the description, which on Linux may name the kernel's build.
    private static string OperatingSystemName() =>
        OperatingSystem.IsWindows() ? "Windows" : OperatingSystem.IsMacOS() ? "macOS" : "Linux";
}
