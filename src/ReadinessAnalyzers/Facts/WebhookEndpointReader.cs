using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts;

/// <summary>Finds the webhook endpoints of a file and computes what is certain about each.</summary>
internal sealed class WebhookEndpointReader(CompilationReading reading, StripeSymbols stripe)
{
    // The bits of a state; a handler that parses in more places than this is nobody's.
    private const int MostParses = 64;

    // Every call and parameter in which an event may arrive without a check holds one of these.
    private static readonly TextAnchors Anchors = new("ParseEvent", "WithoutVerification", "Event.FromJson", "Event>", "Event ");

    private readonly StripeEvents _events = new(stripe);

    public IEnumerable<WebhookEndpoint> ReadAll(SemanticModel file, CancellationToken cancellation)
    {
        var root = file.SyntaxTree.GetRoot(cancellation);
        var judged = new HashSet<SyntaxNode>();
        foreach (var position in Anchors.PositionsIn(file.SyntaxTree, cancellation))
        {
            var token = root.FindToken(position);
            if (MayBringAnEvent(token, file, cancellation)
                && HttpEndpoint.Around(token.Parent!, reading, file, cancellation) is { } endpoint
                && judged.Add(endpoint.Function)
                && Read(endpoint, file, cancellation) is { } webhook)
            {
                yield return webhook;
            }
        }
    }

    // Asked before the endpoint is looked for, which is dearer: Event is a common word, and other people's events are none of ours.
    private bool MayBringAnEvent(SyntaxToken token, SemanticModel file, CancellationToken cancellation) =>
        token.IsKind(SyntaxKind.IdentifierToken)
        && (token.ValueText is "ParseEvent" or "ConstructEventWithoutVerification"
            || (token.ValueText == "Event" && token.Parent is SimpleNameSyntax name
                && _events.IsEvent(file.GetSymbolInfo(name, cancellation).Symbol as ITypeSymbol)));

    private WebhookEndpoint? Read(HttpEndpoint endpoint, SemanticModel file, CancellationToken cancellation)
    {
        if (FunctionGraph.Of(endpoint.Function, file, cancellation) is not { } graph)
            return null;
        List<IOperation> operations = [.. graph.Blocks.SelectMany(block => block.EvaluatedOperations())];
        var body = new RequestBody(endpoint, reading.AspNet, operations);

        var bound = endpoint.Method.Parameters.Where(IsBoundEvent).Take(MostParses).ToList();
        var parses = operations.OfType<IInvocationOperation>()
            .Where(call => _events.IsParse(call.TargetMethod) && body.IsHeldBy(call) && !IsInFilteredCatch(call))
            .Take(MostParses - bound.Count).ToList();
        if (bound.Count + parses.Count == 0 || new HiddenVerification(reading, _events).IsPossibleFor(endpoint, operations, body, cancellation))
            return null;

        // Events are numbered: bound parameters first, then the parsing calls.
        var places = bound.Select(parameter => parameter.Locations[0]).Concat(parses.Select(call => call.Syntax.GetLocation())).ToList();
        var parseNumbers = parses.Select((call, index) => (call.Syntax, Number: bound.Count + index)).ToDictionary(pair => pair.Syntax, pair => pair.Number);
        var holders = new EventHolders(_events, parseNumbers, bound, operations);
        var flow = new VerificationFlow(_events, parseNumbers, entry: (1UL << bound.Count) - 1);

        // A check that follows on every path vouches for what was done before it; then the order is wrong, not the verification.
        var solution = ForwardFlow.Solve(graph, flow, cancellation);
        var neverVouched = solution.AtExit?.Unvouched ?? 0;

        var uses = new SortedDictionary<int, UnverifiedUse>();
        foreach (var (operation, before) in solution.Replay())
        {
            // A call that parses and acts in one expression has had its turn when its result is acted on.
            var unverified = holders.ActedOnBy(operation) & flow.After(operation, before).Unvouched & neverVouched;
            for (var number = 0; unverified != 0; number++, unverified >>= 1)
            {
                if ((unverified & 1) != 0 && !uses.ContainsKey(number))
                    uses.Add(number, new UnverifiedUse(places[number], operation.Syntax.GetLocation()));
            }
        }
        return new WebhookEndpoint(NameOf(endpoint), [.. uses.Values]);
    }

    // catch (StripeException e) when (…): the filter may tell a wrong API version, found after the signature held, from a forgery.
    private static bool IsInFilteredCatch(IInvocationOperation call) =>
        call.Syntax.FirstAncestorOrSelf<CatchClauseSyntax>()?.Filter is not null;

    private bool IsBoundEvent(IParameterSymbol parameter) =>
        _events.IsEvent(parameter.Type) && !parameter.GetAttributes().Any(attribute => attribute.AttributeClass.IsOrInherits(reading.AspNet.FromServices));

    // A lambda has no name of its own; its route has: MapPost("/stripe/webhook", …).
    private static string NameOf(HttpEndpoint endpoint)
    {
        if (endpoint.Method.MethodKind != MethodKind.AnonymousFunction)
            return endpoint.Method.Name;
        var route = (endpoint.Mapping as IInvocationOperation)?.Arguments
            .Select(argument => argument.Value.ConstantValue.Value).OfType<string>().FirstOrDefault();
        return route ?? "The endpoint";
    }
}
