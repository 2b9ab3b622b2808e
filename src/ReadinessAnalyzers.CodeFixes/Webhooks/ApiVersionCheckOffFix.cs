using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ReadinessAnalyzers.CodeFixes.Webhooks;

/// <summary>RDY2013: the argument goes, and the check is on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ApiVersionCheckOffFix)), Shared]
internal sealed class ApiVersionCheckOffFix : CodeFixProvider
{
    public const string EquivalenceKey = "CheckApiVersion";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["RDY2013"];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        var root = await model.SyntaxTree.GetRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (GivenArgument.Find(diagnostic.Location.SourceSpan, root) is { } flag && flag.Removal(model, context.CancellationToken) is { } change)
            {
                context.RegisterCodeFix(
                    CodeAction.Create("Check the API version", cancellation => change.ApplyToAsync(context.Document, cancellation), EquivalenceKey),
                    diagnostic);
            }
        }
    }
}
