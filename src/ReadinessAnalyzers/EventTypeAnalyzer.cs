using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Facts.Webhooks;
using ReadinessAnalyzers.Options;
using ReadinessAnalyzers.Rules.Webhooks;

namespace ReadinessAnalyzers;

/// <summary>What the code compares the types of Stripe events with.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EventTypeAnalyzer() : SubjectAnalyzer<EventTypeComparison>(new UnknownEventType(), new LiteralEventType())
{
    protected override bool IsOfInterest(CompilationReading reading) => reading.Stripe is not null;

    protected override IEnumerable<EventTypeComparison> Read(
        CompilationReading reading, SemanticModel file, AnalyzerOptions options, CancellationToken cancellation) =>
        // A test may well ask what becomes of a type that Stripe does not have.
        options.IsTestProject() ? [] : reading.EventTypes!.In(file.SyntaxTree, cancellation);
}
