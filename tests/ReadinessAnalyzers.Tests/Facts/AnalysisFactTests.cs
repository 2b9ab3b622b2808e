using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Rules;

namespace ReadinessAnalyzers.Tests.Facts;

/// <summary>RDY0000: what the gate must know of the analysis itself before it believes a log.</summary>
public class AnalysisFactTests
{
    [Fact]
    public async Task EveryProject_SaysHowItWasCompiled()
    {
        var fact = await FactOf(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, warningLevel: 3), "class C { }", ("build_property.Configuration", "Release"));
        Assert.Equal(
            [("assembly", "Test"), ("configuration", "Release"), ("warningLevel", "3")],
            fact.Properties.Select(property => (property.Key, property.Value)).Order());
    }

    [Fact]
    public async Task CrashThatTheProjectHides_IsTold()
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithSpecificDiagnosticOptions([new("AD0001", ReportDiagnostic.Suppress)]);
        var fact = await FactOf(options, $"class C {{ string k = \"{"sk_live_" + Secrets.TestSecret.Body(99)}\"; }}");
        Assert.Equal("true", fact.Properties["crashed"]);
    }

    private static async Task<Diagnostic> FactOf(CSharpCompilationOptions options, string source, params (string Key, string Value)[] properties)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var compilation = SourceCompilation.Of(source).WithOptions(options);
        var analyzerOptions = new AnalyzerOptions([], new InMemoryOptions(properties.ToDictionary(property => property.Key, property => property.Value)));
        var found = await compilation.WithAnalyzers([new FactAnalyzer(), new ThrowingAnalyzer()], analyzerOptions).GetAllDiagnosticsAsync(cancellation);
        return Assert.Single(found, diagnostic => diagnostic.Id == "RDY0000");
    }

    // Throws when it meets a secret.
    private sealed class ThrowingRule : Rule<SourceSecret>
    {
        public override DiagnosticDescriptor Descriptor { get; } = Descriptors.Rule("RDY1999", "Throws", "Throws", DiagnosticSeverity.Warning, "SEC-01");

        public override void Check(SourceSecret secret, Report report) => throw new InvalidOperationException();
    }

#pragma warning disable RS1036, RS1038, RS1041 // An analyzer of this test only.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class ThrowingAnalyzer() : SubjectAnalyzer<SourceSecret>(new ThrowingRule())
    {
        protected override IEnumerable<SourceSecret> Read(CompilationReading reading, SemanticModel file, AnalyzerOptions options, CancellationToken cancellation) =>
            new SourceSecretReader(reading, file.SyntaxTree, cancellation).Read().Select(secret => new SourceSecret(secret.Location, secret.Key, IsInTestProject: false));
    }
}
