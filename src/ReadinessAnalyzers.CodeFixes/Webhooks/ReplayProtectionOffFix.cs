using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ReadinessAnalyzers.CodeFixes.Webhooks;

/// <summary>RDY2007: the tolerance is left to Stripe.net, or written out where it cannot be left out.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplayProtectionOffFix)), Shared]
internal sealed class ReplayProtectionOffFix : CodeFixProvider
{
    public const string EquivalenceKey = "UseDefaultTolerance";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["RDY2007"];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        var root = await model.SyntaxTree.GetRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (GivenArgument.Find(diagnostic.Location.SourceSpan, root) is { } tolerance)
            {
                var change = ChangeOf(tolerance, model, context.CancellationToken);
                context.RegisterCodeFix(
                    CodeAction.Create("Use the tolerance of 300 seconds", cancellation => change.ApplyToAsync(context.Document, cancellation), EquivalenceKey),
                    diagnostic);
            }
        }
    }

    private static TextChange ChangeOf(GivenArgument tolerance, SemanticModel model, CancellationToken cancellation) =>
        tolerance.Removal(model, cancellation)
        ?? new TextChange(tolerance.Argument.Expression.Span, DefaultAt(tolerance.Call, model, cancellation));

    // EventUtility.DefaultTimeTolerance is public from Stripe.net 46 on.
    private static string DefaultAt(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: var type }
        && model.GetSymbolInfo(type, cancellation).Symbol is INamedTypeSymbol utility
        && utility.GetMembers("DefaultTimeTolerance").Any(member => member.DeclaredAccessibility == Accessibility.Public)
            ? $"{type}.DefaultTimeTolerance"
            : "300";
}
