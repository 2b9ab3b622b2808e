using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using ReadinessAnalyzers.Rules.Webhooks;

namespace ReadinessAnalyzers.CodeFixes.Webhooks;

/// <summary>RDY2009: the near name takes the place of the literal, as a constant where the file uses Stripe.net's.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnknownEventTypeFix)), Shared]
internal sealed class UnknownEventTypeFix : CodeFixProvider
{
    public const string EquivalenceKey = "WriteNearestEventType";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["RDY2009"];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (!diagnostic.Properties.TryGetValue(UnknownEventType.Replacement, out var type) || type is null
                || await EventTypeInPlace.FindAsync(context.Document, diagnostic.Location.SourceSpan, context.CancellationToken).ConfigureAwait(false) is not { } place
                || place.WithText(type, context.CancellationToken) is not { } asText)
            {
                continue;
            }
            var (changed, name) = place.IsAmongConstants ? place.WithConstant(type) ?? (asText, $"'{type}'") : (asText, $"'{type}'");
            context.RegisterCodeFix(CodeAction.Create($"Write {name}", _ => Task.FromResult(changed), EquivalenceKey), diagnostic);
        }
    }
}
