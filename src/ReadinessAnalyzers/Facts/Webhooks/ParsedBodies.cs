using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>
/// Every place in a function where the request's body becomes an object without a check, numbered: the parameters that the framework binds
/// first, then the calls, in the order of the text. A call of the project's own method that parses the body it is handed is one as well.
/// </summary>
internal sealed class ParsedBodies
{
    // The bits of a state; a handler that parses in more places than this is nobody's.
    private const int Most = 64;

    private readonly IReadOnlyDictionary<int, HandedBody> _handed;

    private ParsedBodies(ImmutableArray<IParameterSymbol> bound, ImmutableArray<(IOperation Operation, bool MakesEvent, HandedBody? Handed)> parses, StripeEvents events)
    {
        Bound = bound;
        Places = [.. bound.Select(parameter => parameter.Locations[0]), .. parses.Select(parse => parse.Operation.Syntax.GetLocation())];
        NumberOf = parses.Select((parse, index) => (parse.Operation, Number: bound.Length + index)).ToDictionary(pair => pair.Operation, pair => pair.Number);
        Events = bound.Select(parameter => events.IsEvent(parameter.Type)).Concat(parses.Select(parse => parse.MakesEvent))
            .Select((isEvent, number) => isEvent ? 1UL << number : 0)
            .Aggregate(0UL, (all, bit) => all | bit);
        _handed = parses.Where(parse => parse.Handed is not null).ToDictionary(parse => NumberOf[parse.Operation], parse => parse.Handed!);
    }

    public ImmutableArray<IParameterSymbol> Bound { get; }

    /// <summary>By number.</summary>
    public ImmutableArray<Location> Places { get; }

    /// <summary>The number of each call and property.</summary>
    public IReadOnlyDictionary<IOperation, int> NumberOf { get; }

    /// <summary>Those that make a Stripe event, a bit for each.</summary>
    public ulong Events { get; }

    public bool IsEmpty => Places.IsEmpty;

    /// <summary>Where the method that <paramref name="call"/> runs acts on the event that it makes of the body; null if it does not.</summary>
    public Location? UseBehind(IInvocationOperation call) =>
        NumberOf.TryGetValue(call, out var number) && _handed.TryGetValue(number, out var handed) ? handed.Use : null;

    /// <param name="bound">The parameters that the framework binds to the body as an object.</param>
    /// <param name="operations">The operations of the function.</param>
    /// <param name="body">What holds the body in it.</param>
    /// <param name="events">What makes an event of it.</param>
    /// <param name="handed">What a method of the project does with the body; null if it does not parse it, or may check it.</param>
    /// <param name="reading">The compilation.</param>
    public static ParsedBodies In(
        IEnumerable<IParameterSymbol> bound,
        IReadOnlyList<IOperation> operations,
        RequestBody body,
        StripeEvents events,
        Func<IInvocationOperation, HandedBody?> handed,
        CompilationReading reading)
    {
        var parameters = bound.Take(Most).ToImmutableArray();
        var parses = ImmutableArray.CreateBuilder<(IOperation, bool, HandedBody?)>();
        foreach (var operation in operations)
        {
            if (parameters.Length + parses.Count == Most)
                break;
            if (operation is IInvocationOperation call && TakesBody(call) && !IsInFilteredCatch(call))
            {
                if (events.IsParse(call.TargetMethod) || BodyParsers.Contain(call.TargetMethod))
                    parses.Add((call, events.IsParse(call.TargetMethod), null));
                else if (handed(call) is { } behind)
                    parses.Add((call, behind.MakesEvent, behind));
            }
            else if (operation is IInvalidOperation unbound && events.IsParse(unbound) && unbound.ChildOperations.Any(body.IsHeldBy))
            {
                parses.Add((unbound, true, null));
            }
            else if (operation is IPropertyReferenceOperation { Property: var property } && BodyParsers.Contain(property))
            {
                parses.Add((operation, false, null));
            }
        }
        return new ParsedBodies(parameters, parses.ToImmutable(), events);

        bool TakesBody(IInvocationOperation call) =>
            call.Arguments.Any(argument => body.IsHeldBy(argument.Value) || reading.AspNet.CarriesRequest(argument.Value.Type))
            || reading.AspNet.CarriesRequest(call.Instance?.Type);
    }

    // catch (StripeException e) when (…): the filter may tell a wrong API version, found after the signature held, from a forgery.
    private static bool IsInFilteredCatch(IInvocationOperation call) =>
        call.Syntax.FirstAncestorOrSelf<CatchClauseSyntax>()?.Filter is not null;
}
