using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReadinessAnalyzers.Facts.Credentials;

namespace ReadinessAnalyzers.Options;

/// <summary>
/// The options of the rules about secrets: keys of <c>.editorconfig</c> and <c>.globalconfig</c>, each also an MSBuild property, both of which
/// count.
/// </summary>
internal static class SecretOptions
{
    public const string PatternsKey = "readiness.RDY1004.patterns";

    private const string PatternsProperty = "build_property.ReadinessRDY1004Patterns";

    /// <summary>The patterns of credentials that apply to a source file; empty if there are none.</summary>
    public static string CredentialPatterns(this AnalyzerOptions options, SyntaxTree tree) =>
        CredentialPatterns(options, options.AnalyzerConfigOptionsProvider.GetOptions(tree));

    /// <summary>The same for a settings file.</summary>
    public static string CredentialPatterns(this AnalyzerOptions options, AdditionalText file) =>
        CredentialPatterns(options, options.AnalyzerConfigOptionsProvider.GetOptions(file));

    /// <summary>
    /// True if <paramref name="rule"/> leaves a setting of <paramref name="file"/> alone. Neither a pragma nor a severity in .editorconfig reaches
    /// such a file, so <c>readiness.RDY1003.ignore</c> is <c>true</c> or a list of settings.
    /// </summary>
    public static bool IsIgnored(this AnalyzerOptions options, string rule, AdditionalText file, string? setting)
    {
        var provider = options.AnalyzerConfigOptionsProvider;
        var ignored = Value(provider.GetOptions(file), $"readiness.{rule}.ignore") + "," + Value(provider.GlobalOptions, $"build_property.Readiness{rule}Ignore");
        return ignored.Split(',').Select(entry => entry.Trim()).Any(entry =>
            StringComparer.OrdinalIgnoreCase.Equals(entry, "true") || setting is not null && SettingName.AreSame(entry, setting));
    }

    private static string CredentialPatterns(AnalyzerOptions options, AnalyzerConfigOptions file)
    {
        var key = Value(file, PatternsKey);
        var property = Value(options.AnalyzerConfigOptionsProvider.GlobalOptions, PatternsProperty);
        return key.Length == 0 ? property : property.Length == 0 ? key : key + "," + property;
    }

    private static string Value(AnalyzerConfigOptions options, string key) => options.TryGetValue(key, out var value) ? value : "";
}
