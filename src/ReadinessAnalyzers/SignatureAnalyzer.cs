using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Facts.Webhooks;
using ReadinessAnalyzers.Options;
using ReadinessAnalyzers.Rules.Webhooks;

namespace ReadinessAnalyzers;

/// <summary>The calls that check a webhook's signature, in endpoints and in what they call.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SignatureAnalyzer() : SubjectAnalyzer<SignatureCheck>(
    new EmptyWebhookSecret(), new AlteredBody(), new ReplayProtectionOff(), new ApiVersionCheckOff())
{
    // As for endpoints: a comment must not hide a check from the gate.
    protected override bool ReadsGeneratedCode => true;

    protected override bool IsOfInterest(CompilationReading reading) => reading.Stripe is not null;

    protected override IEnumerable<SignatureCheck> Read(
        CompilationReading reading, SemanticModel file, AnalyzerOptions options, CancellationToken cancellation) =>
        // Tests make up secrets, bodies and times.
        options.IsTestProject() ? [] : new SignatureCheckReader(reading, reading.Stripe!).ReadAll(file.SyntaxTree, cancellation);
}
