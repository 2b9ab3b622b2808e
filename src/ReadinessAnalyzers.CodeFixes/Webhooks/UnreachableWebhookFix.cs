using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace ReadinessAnalyzers.CodeFixes.Webhooks;

/// <summary>RDY2008: the endpoint says that it is open, by an attribute or on its route; everything around it stays closed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnreachableWebhookFix)), Shared]
internal sealed class UnreachableWebhookFix : CodeFixProvider
{
    public const string EquivalenceKey = "OpenToStripe";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["RDY2008"];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (ClosedEndpoint.Find(diagnostic, model, context.CancellationToken)?.FindOpening(context.CancellationToken) is not { } opening)
                continue;
            context.RegisterCodeFix(
                CodeAction.Create(opening.Title, cancellation => ChangeAsync(context.Document, opening.Change, cancellation), EquivalenceKey),
                diagnostic);
        }
    }

    private static async Task<Document> ChangeAsync(Document document, TextChange change, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(change));
    }
}
