using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using ReadinessAnalyzers.CodeFixes.Secrets;

namespace ReadinessAnalyzers.CodeFixes.Webhooks;

/// <summary>RDY2003: the empty string becomes a throw, or a read from options or configuration where it stood in for nothing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EmptyWebhookSecretFix)), Shared]
internal sealed class EmptyWebhookSecretFix : CodeFixProvider
{
    public const string EquivalenceKey = "RefuseEmptyWebhookSecret";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["RDY2003"];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (HardCodedCredential.Find(diagnostic.Location.SourceSpan, model, context.CancellationToken) is { } empty
                && empty.FindReplacement(context.CancellationToken) is { } replacement)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(replacement.Title, cancellation => replacement.Change.ApplyToAsync(context.Document, cancellation), EquivalenceKey),
                    diagnostic);
            }
        }
    }
}
