using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Facts.Telemetry;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.CodeFixes.Telemetry;

/// <summary>A value that is written whole, and what tells as much with less.</summary>
internal sealed class ExposingCall(ExpressionSyntax value, SemanticModel model)
{
    /// <summary>The value that <paramref name="diagnostic"/> is about.</summary>
    public static ExposingCall? Find(Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation) =>
        model.SyntaxTree.GetRoot(cancellation).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax value
            ? new ExposingCall(value, model)
            : null;

    /// <summary>The change after which only ids are written, if one compiles and leaves nothing exposed there.</summary>
    public (TextChange Change, string Title)? FindReplacement(CancellationToken cancellation)
    {
        if (CompilationReading.Of(model.Compilation).Stripe is not { } stripe)
            return null;
        foreach (var (change, title) in Replacements(stripe, cancellation))
        {
            if (Holds(change, cancellation))
                return (change, title);
        }
        return null;
    }

    private IEnumerable<(TextChange, string)> Replacements(StripeSymbols stripe, CancellationToken cancellation)
    {
        foreach (var name in EventsInScope(stripe))
        {
            if (WithIdAndType(name, cancellation) is { } change)
                yield return (change, "Log the event's id and type");
        }
        if (model.GetTypeInfo(value, cancellation).Type.IsOrInherits(stripe.Entity))
            yield return (new TextChange(new TextSpan(value.Span.End, 0), ".Id"), "Log the id");
    }

    private IEnumerable<string> EventsInScope(StripeSymbols stripe) => model.LookupSymbols(value.SpanStart)
        .Where(symbol => symbol switch
        {
            ILocalSymbol local => local.Type.IsOrInherits(stripe.Event) && local.Locations[0].SourceSpan.Start < value.SpanStart,
            IParameterSymbol parameter => parameter.Type.IsOrInherits(stripe.Event),
            _ => false,
        })
        .Select(symbol => symbol.Name);

    // logger.LogInformation("payload {Json}", json): a line that says anything more is left to its author.
    private TextChange? WithIdAndType(string stripeEvent, CancellationToken cancellation)
    {
        if (value.FirstAncestorOrSelf<InvocationExpressionSyntax>(call => IsLog(call, cancellation)) is not { ArgumentList.Arguments: var arguments })
            return null;
        var words = arguments.SkipWhile(argument => model.GetTypeInfo(argument.Expression, cancellation).Type is not { SpecialType: SpecialType.System_String }).ToList();
        return words.Count is 1 or 2 && words[words.Count - 1].Span.Contains(value.Span)
            ? new TextChange(
                TextSpan.FromBounds(words[0].SpanStart, words[words.Count - 1].Span.End),
                $"\"Stripe event {{EventId}} of type {{EventType}}\", {stripeEvent}.Id, {stripeEvent}.Type")
            : null;
    }

    private bool IsLog(InvocationExpressionSyntax call, CancellationToken cancellation) =>
        model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { ContainingType.Name: "LoggerExtensions" } method && PlatformAssemblies.Contain(method);

    private bool Holds(TextChange change, CancellationToken cancellation) =>
        TriedChange.In(model, change, cancellation) is { } changed && CountIn(changed, cancellation) < CountIn(model, cancellation);

    private static int CountIn(SemanticModel file, CancellationToken cancellation)
    {
        var reading = CompilationReading.Of(file.Compilation);
        return new ExposureReader(reading, reading.Traces("")).ReadAll(file.SyntaxTree, cancellation).Count();
    }
}
