using Microsoft.CodeAnalysis.Diagnostics;

namespace ReadinessAnalyzers.Options;

/// <summary>What MSBuild says about the project being compiled.</summary>
internal static class ProjectOptions
{
    /// <summary>
    /// True for a test project: Microsoft.NET.Test.Sdk sets IsTestProject, and a test app on Microsoft.Testing.Platform alone sets
    /// IsTestingPlatformApplication.
    /// </summary>
    public static bool IsTestProject(this AnalyzerOptions options) =>
        options.IsTrue("build_property.IsTestProject") || options.IsTrue("build_property.IsTestingPlatformApplication");

    private static bool IsTrue(this AnalyzerOptions options, string property) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(property, out var value)
        && StringComparer.OrdinalIgnoreCase.Equals(value, "true");
}
