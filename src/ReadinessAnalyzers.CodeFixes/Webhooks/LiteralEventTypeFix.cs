using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ReadinessAnalyzers.CodeFixes.Webhooks;

/// <summary>RDY2014: the constant of the referenced Stripe.net takes the place of the literal.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LiteralEventTypeFix)), Shared]
internal sealed class LiteralEventTypeFix : CodeFixProvider
{
    public const string EquivalenceKey = "UseEventTypeConstant";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["RDY2014"];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await EventTypeInPlace.FindAsync(context.Document, diagnostic.Location.SourceSpan, context.CancellationToken).ConfigureAwait(false) is { } place
                && place.WithConstant(place.Type) is var (changed, name))
            {
                context.RegisterCodeFix(CodeAction.Create($"Use {name}", _ => Task.FromResult(changed), EquivalenceKey), diagnostic);
            }
        }
    }
}
