using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Facts.Webhooks;
using ReadinessAnalyzers.Options;
using ReadinessAnalyzers.Rules.Telemetry;
using ReadinessAnalyzers.Rules.Webhooks;

namespace ReadinessAnalyzers;

/// <summary>Endpoints in which Stripe events arrive.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class WebhookAnalyzer() : SubjectAnalyzer<WebhookEndpoint>(
    new UnverifiedEvent(), new SkippableVerification(), new ParsedBeforeVerification(), new UnrefusedFailure(), new MissingHeader(),
    new UnreachableWebhook(), new RedeliveredEvent(), new LivemodeNotChecked(), new SilentWebhook(), new ConsoleOnly())
{
    // One comment line makes a file generated in the compiler's eyes; it must not hide an endpoint from the gate.
    protected override bool ReadsGeneratedCode => true;

    protected override bool IsOfInterest(CompilationReading reading) => reading.Stripe is not null;

    protected override IEnumerable<WebhookEndpoint> Read(
        CompilationReading reading, SemanticModel file, AnalyzerOptions options, CancellationToken cancellation) =>
        // An endpoint in a test project is a fake, which no stranger reaches.
        options.IsTestProject()
            ? []
            : new WebhookEndpointReader(reading, reading.Stripe!, reading.Traces(options.TelemetryTypes(file.SyntaxTree))).ReadAll(file.SyntaxTree, cancellation);
}
