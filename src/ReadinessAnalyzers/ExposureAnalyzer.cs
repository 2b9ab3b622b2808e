using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Facts.Telemetry;
using ReadinessAnalyzers.Options;
using ReadinessAnalyzers.Rules.Telemetry;

namespace ReadinessAnalyzers;

/// <summary>The data of customers and the secrets that go to logs, the console and exceptions.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ExposureAnalyzer() : SubjectAnalyzer<Exposure>(new ExposedData())
{
    // As for endpoints: a comment must not hide a leak from the gate.
    protected override bool ReadsGeneratedCode => true;

    protected override bool IsOfInterest(CompilationReading reading) => reading.Stripe is not null;

    protected override IEnumerable<Exposure> Read(
        CompilationReading reading, SemanticModel file, AnalyzerOptions options, CancellationToken cancellation) =>
        // Tests make up customers and keys.
        options.IsTestProject()
            ? []
            : new ExposureReader(reading, reading.Traces(options.TelemetryTypes(file.SyntaxTree))).ReadAll(file.SyntaxTree, cancellation);
}
