using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ReadinessAnalyzers.CodeFixes.Telemetry;

/// <summary>RDY3006: the line names the event by id and type, or the object by its id.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ExposedDataFix)), Shared]
internal sealed class ExposedDataFix : CodeFixProvider
{
    public const string EquivalenceKey = "LogIdsOnly";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["RDY3006"];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (ExposingCall.Find(diagnostic, model, context.CancellationToken)?.FindReplacement(context.CancellationToken) is { } replacement)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(replacement.Title, cancellation => replacement.Change.ApplyToAsync(context.Document, cancellation), EquivalenceKey),
                    diagnostic);
            }
        }
    }
}
