using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>
/// Every place where an endpoint's body becomes an object without a check, numbered: the parameters that the framework binds first, then the
/// calls, in the order of the text.
/// </summary>
internal sealed class ParsedBodies
{
    // The bits of a state; a handler that parses in more places than this is nobody's.
    private const int Most = 64;

    private ParsedBodies(ImmutableArray<IParameterSymbol> bound, ImmutableArray<IOperation> calls, Func<ITypeSymbol?, bool> isEvent)
    {
        Bound = bound;
        Places = [.. bound.Select(parameter => parameter.Locations[0]), .. calls.Select(call => call.Syntax.GetLocation())];
        NumberOf = calls.Select((call, index) => (call.Syntax, Number: bound.Length + index)).ToDictionary(pair => pair.Syntax, pair => pair.Number);
        var types = bound.Select(parameter => parameter.Type).Concat(calls.Select(call => call.Type));
        Events = types.Select((type, number) => isEvent(type) ? 1UL << number : 0).Aggregate(0UL, (all, bit) => all | bit);
    }

    public ImmutableArray<IParameterSymbol> Bound { get; }

    /// <summary>By number.</summary>
    public ImmutableArray<Location> Places { get; }

    /// <summary>The number of each call, by its syntax.</summary>
    public IReadOnlyDictionary<SyntaxNode, int> NumberOf { get; }

    /// <summary>Those that make a Stripe event, a bit for each.</summary>
    public ulong Events { get; }

    public bool IsEmpty => Places.IsEmpty;

    public static ParsedBodies In(
        HttpEndpoint endpoint, IReadOnlyList<IOperation> operations, RequestBody body, StripeEvents events, CompilationReading reading, CancellationToken cancellation)
    {
        var bound = endpoint.Method.Parameters.Where(IsBound).Take(Most).ToImmutableArray();
        return new ParsedBodies(bound, [.. operations.Where(IsParse).Take(Most - bound.Length)], type => events.IsEvent(Awaited(type)));

        // Bound by the framework itself: other attributes name services and binders of the app's own.
        bool IsBound(IParameterSymbol parameter) => events.IsEvent(parameter.Type)
            ? endpoint.HasRoute(reading) && parameter.GetAttributes().All(attribute => attribute.AttributeClass.IsOrInherits(reading.AspNet.FromBody))
            // Any other object cannot be verified any more once it is bound, unless the body is kept; then it is the order that is wrong.
            : parameter.GetAttributes().Any(attribute => attribute.AttributeClass.IsOrInherits(reading.AspNet.FromBody))
                && !reading.Uses.Named("EnableBuffering", cancellation).IsEmpty;

        bool IsParse(IOperation operation) => operation switch
        {
            IInvocationOperation call => (events.IsParse(call.TargetMethod) || BodyParsers.Contain(call.TargetMethod) || IsOwnParse(call)) && TakesBody(call),
            IPropertyReferenceOperation { Instance: { } request, Property: var property } => BodyParsers.Contain(property) && reading.AspNet.CarriesRequest(request.Type),
            _ => false,
        };

        bool TakesBody(IInvocationOperation call) => !IsInFilteredCatch(call)
            && (call.Arguments.Any(argument => body.IsHeldBy(argument.Value) || reading.AspNet.CarriesRequest(argument.Value.Type))
                || reading.AspNet.CarriesRequest(call.Instance?.Type));

        // The app's own method that does nothing else: Event Parse(string json) => EventUtility.ParseEvent(json).
        bool IsOwnParse(IInvocationOperation call) => events.IsEvent(call.TargetMethod.ReturnType)
            && reading.DeclarationsOf(call.TargetMethod, cancellation).Any(declaration => declaration.DescendantTokens().Any(token => token.ValueText == "ParseEvent"))
            && !reading.HiddenVerification!.ShowsSigns(call.TargetMethod, cancellation);
    }

    // Task<Event> and ValueTask<Event> are events to come.
    private static ITypeSymbol? Awaited(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 1 } task ? task.TypeArguments[0] : type;

    // catch (StripeException e) when (…): the filter may tell a wrong API version, found after the signature held, from a forgery.
    private static bool IsInFilteredCatch(IInvocationOperation call) =>
        call.Syntax.FirstAncestorOrSelf<CatchClauseSyntax>()?.Filter is not null;
}
