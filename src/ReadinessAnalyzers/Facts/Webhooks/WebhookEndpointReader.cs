using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>Finds the webhook endpoints of a file and computes what is certain about each.</summary>
internal sealed class WebhookEndpointReader(CompilationReading reading, StripeSymbols stripe)
{
    // The bits of a state; a handler that parses in more places than this is nobody's.
    private const int MostParses = 64;

    // Every call and parameter in which an event may arrive without a check holds one of these.
    private static readonly TextAnchors Anchors =
        new("ParseEvent", "ConstructEventWithoutVerification", "Event.FromJson", "Event>", "Event ") { BeginWords = true };

    private readonly StripeEvents _events = new(stripe);

    public IEnumerable<WebhookEndpoint> ReadAll(SemanticModel file, CancellationToken cancellation)
    {
        var root = file.SyntaxTree.GetRoot(cancellation);
        var judged = new HashSet<SyntaxNode>();
        var places = Anchors.PositionsIn(file.SyntaxTree, cancellation)
            .Select(position => root.FindToken(position))
            .Where(token => MayBringAnEvent(token, file, cancellation))
            .SelectMany(token => EndpointsAround(token, file, cancellation));
        foreach (var endpoint in places)
        {
            if (judged.Add(endpoint.Function) && Read(endpoint, file, cancellation) is { } webhook)
                yield return webhook;
        }
    }

    // The endpoint that holds the place; if that is a method which makes an event for others, those of its callers in this file.
    private IEnumerable<HttpEndpoint> EndpointsAround(SyntaxToken place, SemanticModel file, CancellationToken cancellation)
    {
        if (HttpEndpoint.Around(place.Parent!, reading, file, cancellation) is { } endpoint)
            return [endpoint];
        return Functions.Around(place.Parent) is MethodDeclarationSyntax maker
            && file.GetDeclaredSymbol(maker, cancellation) is { } method && _events.IsEvent(method.ReturnType)
                ? reading.Uses.Of(method, cancellation)
                    .Where(use => use.SyntaxTree == file.SyntaxTree)
                    .Select(use => HttpEndpoint.Around(use, reading, file, cancellation))
                    .OfType<HttpEndpoint>()
                : [];
    }

    // Asked before the endpoint is looked for, which is dearer: Event is a common word, and other people's events are none of ours.
    private bool MayBringAnEvent(SyntaxToken token, SemanticModel file, CancellationToken cancellation) =>
        token.IsKind(SyntaxKind.IdentifierToken)
        && (token.ValueText is "ParseEvent" or "ConstructEventWithoutVerification"
            || (token.ValueText == "Event" && token.Parent is SimpleNameSyntax name
                && _events.IsEvent(file.GetSymbolInfo(name, cancellation).Symbol as ITypeSymbol)));

    private WebhookEndpoint? Read(HttpEndpoint endpoint, SemanticModel file, CancellationToken cancellation)
    {
        if (reading.Models.OperationOf(endpoint.Function, file, cancellation) is not { } function || reading.Graphs[function] is not { } graph)
            return null;
        List<IOperation> operations = [.. graph.Blocks.SelectMany(block => block.EvaluatedOperations())];
        var holders = new Holders(operations);
        var body = new RequestBody(endpoint, reading, _events, holders, operations);
        var hidden = reading.HiddenVerification!;

        var bound = endpoint.Method.Parameters.Where(parameter => endpoint.HasRoute(reading) && IsBoundEvent(parameter)).Take(MostParses).ToList();
        var parses = operations.OfType<IInvocationOperation>()
            .Where(call => IsParse(call, hidden, cancellation) && TakesBody(call, body) && !IsInFilteredCatch(call))
            .Take(MostParses - bound.Count).ToList();
        if (bound.Count + parses.Count == 0
            || (endpoint.Mapping is not null && DevelopmentOnly.Contains(endpoint.Mapping.Syntax))
            || hidden.IsPossibleFor(endpoint, operations, body, cancellation))
        {
            return null;
        }

        // Events are numbered: bound parameters first, then the parsing calls.
        var places = bound.Select(parameter => parameter.Locations[0]).Concat(parses.Select(call => call.Syntax.GetLocation())).ToList();
        var numbers = parses.Select((call, index) => (call.Syntax, Number: bound.Count + index)).ToDictionary(pair => pair.Syntax, pair => pair.Number);
        var flow = new VerificationFlow(new EndpointCalls(_events), holders, bound, numbers);

        // A check that follows on every path vouches for what was done before it; then the order is wrong, not the verification.
        var solution = ForwardFlow.Solve(graph, flow, cancellation);
        var neverVouched = solution.AtExit?.Unvouched ?? 0;

        var uses = new SortedDictionary<int, UnverifiedUse>();
        foreach (var (operation, before) in solution.Replay())
        {
            var unverified = flow.ActedOnBy(operation, before) & neverVouched;
            for (var number = 0; unverified != 0; number++, unverified >>= 1)
            {
                if ((unverified & 1) != 0 && !uses.ContainsKey(number))
                    uses.Add(number, new UnverifiedUse(places[number], operation.Syntax.GetLocation()));
            }
        }
        var verifies = operations.OfType<IInvocationOperation>().Any(call => _events.IsVerification(call.TargetMethod));
        return new WebhookEndpoint(NameOf(endpoint), verifies, [.. uses.Values]);
    }

    // A parsing call of Stripe.net, or of the app's own method that does nothing else: Event Parse(string json) => EventUtility.ParseEvent(json).
    private bool IsParse(IInvocationOperation call, HiddenVerification hidden, CancellationToken cancellation) =>
        _events.IsParse(call.TargetMethod)
        || (_events.IsEvent(call.TargetMethod.ReturnType)
            && reading.DeclarationsOf(call.TargetMethod, cancellation).Any(declaration => declaration.DescendantTokens().Any(token => token.ValueText == "ParseEvent"))
            && !hidden.ShowsSigns(call.TargetMethod, cancellation));

    private bool TakesBody(IInvocationOperation parse, RequestBody body) =>
        parse.Arguments.Any(argument => body.IsHeldBy(argument.Value) || reading.AspNet.CarriesRequest(argument.Value.Type));

    // catch (StripeException e) when (…): the filter may tell a wrong API version, found after the signature held, from a forgery.
    private static bool IsInFilteredCatch(IInvocationOperation call) =>
        call.Syntax.FirstAncestorOrSelf<CatchClauseSyntax>()?.Filter is not null;

    // Bound by the framework itself: other attributes name services and binders of the app's own.
    private bool IsBoundEvent(IParameterSymbol parameter) =>
        _events.IsEvent(parameter.Type) && parameter.GetAttributes().All(attribute => attribute.AttributeClass.IsOrInherits(reading.AspNet.FromBody));

    // A lambda has no name of its own; its route has: MapPost("/stripe/webhook", …).
    private static string NameOf(HttpEndpoint endpoint)
    {
        if (endpoint.Method.MethodKind == MethodKind.Ordinary)
            return $"{endpoint.Method.ContainingType.Name}.{endpoint.Method.Name}";
        if (endpoint.Method.MethodKind == MethodKind.LocalFunction)
            return endpoint.Method.Name;
        var route = (endpoint.Mapping as IInvocationOperation)?.Arguments
            .Select(argument => argument.Value.ConstantValue.Value).OfType<string>().FirstOrDefault();
        return route ?? "The endpoint";
    }
}
