using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Facts.Telemetry;
using ReadinessAnalyzers.Options;
using ReadinessAnalyzers.Rules.Telemetry;

namespace ReadinessAnalyzers;

/// <summary>The catches in which a failure of Stripe ends, in endpoints, services and workers.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class StripeFailureAnalyzer() : SubjectAnalyzer<SilentFailure>(new SilentStripeFailure())
{
    // As for endpoints: a comment must not hide a failure from the gate.
    protected override bool ReadsGeneratedCode => true;

    protected override bool IsOfInterest(CompilationReading reading) => reading.Stripe is not null;

    protected override IEnumerable<SilentFailure> Read(
        CompilationReading reading, SemanticModel file, AnalyzerOptions options, CancellationToken cancellation) =>
        // A test that provokes a failure need tell nobody.
        options.IsTestProject()
            ? []
            : new SilentFailureReader(reading, reading.Stripe!, reading.Traces(options.TelemetryTypes(file.SyntaxTree))).ReadAll(file.SyntaxTree, cancellation);
}
