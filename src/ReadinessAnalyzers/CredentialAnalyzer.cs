using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Options;
using ReadinessAnalyzers.Rules.Billing;
using ReadinessAnalyzers.Rules.Secrets;

namespace ReadinessAnalyzers;

/// <summary>The credentials and prices that the code hands to Stripe.net.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class CredentialAnalyzer() : SubjectAnalyzer<StripeInput>(new CompileTimeCredential(), new MisplacedCredential(), new CompileTimePrice())
{
    // A credential in generated code is as compiled-in as any other.
    protected override bool ReadsGeneratedCode => true;

    protected override bool IsOfInterest(CompilationReading reading) => reading.Stripe is not null;

    protected override IEnumerable<StripeInput> Read(
        CompilationReading reading, SemanticModel file, AnalyzerOptions options, CancellationToken cancellation)
    {
        var isTestProject = options.IsTestProject();
        return reading.InputsOf(file.SyntaxTree, cancellation)
            .Select(input => input with { IsInTestProject = isTestProject, OtherRoles = reading.OtherRolesOf(input, cancellation) });
    }
}
