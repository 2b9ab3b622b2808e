using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ReadinessAnalyzers.Practice;

/// <summary>What analyzers see of a project beside its sources: its settings files, and whether it is a test project.</summary>
internal sealed class ProjectOptions(Project project)
    : AnalyzerOptions([.. project.Settings.Select(file => new SettingsText(file))], new Properties(project.IsTest))
{
    private sealed class SettingsText(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default)
        {
            using var file = File.OpenRead(path);
            return SourceText.From(file);
        }
    }

    private sealed class Properties(bool isTest) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(isTest);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(bool isTest) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.IsTestProject" && isTest ? "true" : null;
            return value is not null;
        }
    }
}
