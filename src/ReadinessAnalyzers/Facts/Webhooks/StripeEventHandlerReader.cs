using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>Finds the functions of a project that handle Stripe events.</summary>
internal sealed class StripeEventHandlerReader(CompilationReading reading, StripeEvents events)
{
    /// <summary>In the order of files and text.</summary>
    public IEnumerable<StripeEventHandler> ReadAll(CancellationToken cancellation)
    {
        var uses = reading.EventTypes!.All(cancellation);
        var compared = uses.Comparisons.ToLookup(comparison => FunctionAround(comparison.Site, cancellation), comparison => comparison.Type);
        var open = uses.OpenChoices.Select(choice => FunctionAround(choice, cancellation)).ToImmutableHashSet();
        var verifying = Calls(StripeEvents.VerifyingNames, events.IsVerification, cancellation);
        var parsing = Calls(["ParseEvent", "ConstructEventWithoutVerification"], events.IsParse, cancellation);
        return compared.Select(group => group.Key).Concat(open).Concat(verifying)
            .OfType<SyntaxNode>()
            .Distinct()
            .OrderBy(function => function.SyntaxTree.FilePath, StringComparer.Ordinal)
            .ThenBy(function => function.Span)
            .Select(function => Read(function, cancellation) with
            {
                Types = [.. compared[function].Distinct().OrderBy(type => type, StringComparer.Ordinal)],
                IsOpen = open.Contains(function),
                Verifies = verifying.Contains(function) && !parsing.Contains(function),
            });
    }

    private HashSet<SyntaxNode?> Calls(IEnumerable<string> names, Func<IMethodSymbol, bool> isMeant, CancellationToken cancellation) =>
    [
        .. from name in names
           from mention in reading.Uses.Named(name, cancellation)
           where reading.Models[mention.SyntaxTree].GetSymbolInfo(mention, cancellation).Symbol is IMethodSymbol method && isMeant(method)
           select FunctionAround(mention, cancellation),
    ];

    // What people would name: the endpoint, or else the method around; a lambda that picks one of many is only a part of it.
    private SyntaxNode? FunctionAround(SyntaxNode place, CancellationToken cancellation)
    {
        if (HttpEndpoint.Around(place, reading, reading.Models[place.SyntaxTree], cancellation) is { } endpoint)
            return endpoint.Function;
        var function = Functions.Around(place);
        while (function is AnonymousFunctionExpressionSyntax && Functions.Around(function.Parent) is { } outer)
            function = outer;
        return function;
    }

    private StripeEventHandler Read(SyntaxNode function, CancellationToken cancellation)
    {
        var model = reading.Models[function.SyntaxTree];
        var endpoint = HttpEndpoint.Around(function, reading, model, cancellation);
        var route = endpoint?.Function == function ? endpoint.Route(reading) : null;
        var (name, location) = model.GetDeclaredSymbol(function, cancellation) is IMethodSymbol { Locations: { Length: > 0 } places } method
            ? (method.MethodKind == MethodKind.LocalFunction ? method.Name : $"{method.ContainingType.Name}.{method.Name}",
                places.FirstOrDefault(place => place.SourceTree == function.SyntaxTree) ?? places[0])
            : (route ?? "The function", function.GetFirstToken().GetLocation());
        return new StripeEventHandler(name, location, []) { Route = route };
    }
}
