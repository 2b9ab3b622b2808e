using Microsoft.CodeAnalysis.Diagnostics;

namespace ReadinessAnalyzers.Options;

/// <summary>What MSBuild says about the project being compiled.</summary>
internal static class ProjectOptions
{
    /// <summary>The property IsTestProject, which test SDKs set.</summary>
    public static bool IsTestProject(this AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.IsTestProject", out var value)
        && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
