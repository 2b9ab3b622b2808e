using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ReadinessAnalyzers.CodeFixes.Telemetry;

/// <summary>RDY3002: the catch logs the exception, where a logger is in scope.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SilentStripeFailureFix)), Shared]
internal sealed class SilentStripeFailureFix : CodeFixProvider
{
    public const string EquivalenceKey = "LogStripeFailure";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["RDY3002"];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (SilentCatch.Find(diagnostic, model, context.CancellationToken)?.FindLine(context.CancellationToken) is { } change)
            {
                context.RegisterCodeFix(
                    CodeAction.Create("Log the exception", cancellation => change.ApplyToAsync(context.Document, cancellation), EquivalenceKey), diagnostic);
            }
        }
    }
}
