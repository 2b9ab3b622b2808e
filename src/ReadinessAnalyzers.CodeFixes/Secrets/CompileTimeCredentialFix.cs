using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ReadinessAnalyzers.CodeFixes.Secrets;

/// <summary>
/// RDY1002, and RDY1001 where the secret is on its way to Stripe: the constant becomes a read from options, configuration or an environment
/// variable that throws when the setting is missing, or, where it stood in for a setting, the throw alone.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CompileTimeCredentialFix)), Shared]
internal sealed class CompileTimeCredentialFix : CodeFixProvider
{
    public const string EquivalenceKey = "ReadFromConfiguration";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["RDY1002", "RDY1001"];

    // Two fixes of one file touch different constants or make the same change.
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (HardCodedCredential.Find(diagnostic.Location.SourceSpan, model, context.CancellationToken) is not { } credential
                || credential.FindReplacement(context.CancellationToken) is not { } replacement)
            {
                continue;
            }
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"{replacement.Title} (roll the exposed key)",
                    cancellation => replacement.Change.ApplyToAsync(context.Document, cancellation),
                    EquivalenceKey),
                diagnostic);
        }
    }
}
