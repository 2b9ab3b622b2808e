using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Options;
using ReadinessAnalyzers.Rules.Secrets;

namespace ReadinessAnalyzers;

/// <summary>The credentials that the code hands to Stripe.net.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class CredentialAnalyzer() : SubjectAnalyzer<StripeCredentialUse>(new CompileTimeCredential())
{
    // A credential in generated code is as compiled-in as any other.
    protected override bool ReadsGeneratedCode => true;

    protected override bool IsOfInterest(CompilationReading reading) => reading.Stripe is not null;

    protected override IEnumerable<StripeCredentialUse> Read(
        CompilationReading reading, SemanticModel file, AnalyzerOptions options, CancellationToken cancellation)
    {
        var isTestProject = options.IsTestProject();
        return reading.CredentialUses(file.SyntaxTree, cancellation).Select(use => use with { IsInTestProject = isTestProject });
    }
}
