using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ReadinessAnalyzers.Options;

/// <summary>What MSBuild and .editorconfig say about the project being compiled.</summary>
internal static class ProjectOptions
{
    /// <summary>
    /// True for a test project: Microsoft.NET.Test.Sdk sets IsTestProject, and a test app on Microsoft.Testing.Platform alone sets
    /// IsTestingPlatformApplication.
    /// </summary>
    public static bool IsTestProject(this AnalyzerOptions options) =>
        options.IsTrue("build_property.IsTestProject") || options.IsTrue("build_property.IsTestingPlatformApplication");

    /// <summary>
    /// True for test projects and, by their names, for the libraries they share (<c>Shop.Tests.Common</c>): what these make up for themselves
    /// opens nothing.
    /// </summary>
    public static bool IsTestCode(this AnalyzerOptions options, Compilation compilation)
    {
        var words = (compilation.AssemblyName ?? "").Split('.', '-', '_');
        return options.IsTestProject() || words.Any(word => IsWord(word, "Tests")) || words.Skip(1).Any(word => IsWord(word, "Test"));
    }

    /// <summary>The build configuration, such as <c>Release</c>; null if the build does not tell.</summary>
    public static string? Configuration(this AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.Configuration", out var value) && value.Length > 0 ? value : null;

    /// <summary>True where <c>readiness.RDY1001.test_keys = ignore</c> holds: keys of test mode move no money, and some teams share one.</summary>
    public static bool IgnoresTestKeys(this AnalyzerOptions options, SyntaxTree tree) =>
        options.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue("readiness.RDY1001.test_keys", out var value)
        && StringComparer.OrdinalIgnoreCase.Equals(value, "ignore");

    // Tests, IntegrationTests, tests; not Contests.
    private static bool IsWord(string name, string word) =>
        StringComparer.OrdinalIgnoreCase.Equals(name, word) || name.EndsWith(word, StringComparison.Ordinal);

    private static bool IsTrue(this AnalyzerOptions options, string property) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(property, out var value)
        && StringComparer.OrdinalIgnoreCase.Equals(value, "true");
}
