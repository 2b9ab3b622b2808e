using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Facts.Telemetry;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.CodeFixes.Telemetry;

/// <summary>A value that is written whole, and what tells as much with less.</summary>
internal sealed class ExposingCall(ExpressionSyntax value, SemanticModel model)
{
    private readonly CompilationReading _reading = CompilationReading.Of(model.Compilation);

    /// <summary>The value that <paramref name="diagnostic"/> is about.</summary>
    public static ExposingCall? Find(Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation) =>
        model.SyntaxTree.GetRoot(cancellation).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax value
            ? new ExposingCall(value, model)
            : null;

    /// <summary>The change after which only ids are written, if one compiles and leaves nothing exposed there.</summary>
    public (TextChange Change, string Title)? FindReplacement(CancellationToken cancellation)
    {
        if (_reading.Stripe is not { } stripe)
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
        var events = new StripeEvents(stripe);
        foreach (var variable in EventsInScope(stripe))
        {
            if (IsThere(variable, events, cancellation) && WithIdAndType(variable.Name, cancellation) is { } change)
                yield return (change, "Log the event's id and type");
        }
        if (model.GetTypeInfo(value, cancellation).Type.IsOrInherits(stripe.Entity))
        {
            var isThere = model.GetSymbolInfo(value, cancellation).Symbol is { Kind: SymbolKind.Local or SymbolKind.Parameter } variable && IsThere(variable, events, cancellation);
            yield return (new TextChange(new TextSpan(value.Span.End, 0), isThere ? ".Id" : "?.Id"), "Log the id");
        }
    }

    private IEnumerable<ISymbol> EventsInScope(StripeSymbols stripe) => model.LookupSymbols(value.SpanStart).Where(symbol => symbol switch
    {
        ILocalSymbol local => local.Type.IsOrInherits(stripe.Event) && local.Locations[0].SourceSpan.Start < value.SpanStart,
        IParameterSymbol parameter => parameter.Type.IsOrInherits(stripe.Event),
        _ => false,
    });

    // On every path to here the variable was given what Stripe.net made: not in the catch of the try that does it, nor before that.
    private bool IsThere(ISymbol variable, StripeEvents events, CancellationToken cancellation) =>
        _reading.Models.OperationOf(value, cancellation) is { } operation
        && _reading.Graphs[operation.InnermostFunction()] is { } graph
        && ReachingDefinitions.Of(graph, variable, _ => false) is { } definitions
        && definitions.Before(candidate => candidate.Syntax == value, graph, cancellation) is { } state
        && (!state.HasEntry || variable is IParameterSymbol { HasExplicitDefaultValue: false, NullableAnnotation: not NullableAnnotation.Annotated })
        && definitions.In(state).All(definition => definition.Value is not null
            && IsMade(_reading.Models.OperationOf(definition.Value, cancellation).WithoutConversions(), events));

    // What a method of the app returns may be null, unless it says otherwise.
    private static bool IsMade(IOperation? made, StripeEvents events)
    {
        if (made is IAwaitOperation awaited)
            made = awaited.Operation.WithoutConversions();
        if (made is not IInvocationOperation { TargetMethod: var method })
            return false;
        var type = method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } results } ? results[0] : method.ReturnType;
        return events.IsStripe(method) || type.NullableAnnotation == NullableAnnotation.NotAnnotated;
    }

    // logger.LogInformation("payload {Json}", json): a line that says anything more is left to its author.
    private TextChange? WithIdAndType(string stripeEvent, CancellationToken cancellation)
    {
        if (value.FirstAncestorOrSelf<InvocationExpressionSyntax>(call => IsLog(call, cancellation)) is not { ArgumentList.Arguments: var arguments })
            return null;
        var words = arguments.SkipWhile(argument => model.GetTypeInfo(argument.Expression, cancellation).Type is not { SpecialType: SpecialType.System_String }).ToList();
        return words.Count is 1 or 2 && words[words.Count - 1].Span.Contains(value.Span) && LogTemplate.WithIdAndType(words[0].Expression, words.Count == 2) is { } template
            ? new TextChange(
                TextSpan.FromBounds(words[0].SpanStart, words[words.Count - 1].Span.End), $"{template}, {stripeEvent}.Id, {stripeEvent}.Type")
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
