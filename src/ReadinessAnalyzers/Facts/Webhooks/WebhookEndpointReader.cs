using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Facts.Telemetry;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>Finds the webhook endpoints of a file and computes what is certain about each.</summary>
internal sealed class WebhookEndpointReader(CompilationReading reading, StripeSymbols stripe, TraceReading traces)
{
    // Every header and parameter by which an event arrives holds one of these; who makes it by a call is known already.
    private static readonly TextAnchors Anchors =
        new("Event>", "Event?", "Event ", "Event;", "Event.FromJson", "Stripe-Signature", "stripe-signature", "STRIPE-SIGNATURE") { BeginWords = true };

    private readonly StripeEvents _events = new(stripe);
    private readonly WebhookTelemetryReader _telemetry = new(traces);
    private readonly RepeatedEffectReader _effects = new(reading, new StripeEvents(stripe));

    public IEnumerable<WebhookEndpoint> ReadAll(SyntaxTree tree, CancellationToken cancellation)
    {
        var root = tree.GetRoot(cancellation);
        // The model by which calls are followed into this file as well: a second one would bind a long handler again.
        var file = reading.Models[tree];
        var judged = new HashSet<SyntaxNode>();
        var named = Anchors.PositionsIn(tree, cancellation)
            .Select(position => root.FindToken(position))
            .Where(token => MayBringAnEvent(token, file, cancellation))
            .SelectMany(token => MentionsBy(token, cancellation));
        var places = reading.EventArrivals.In(tree, cancellation).Concat(named)
            .OrderBy(place => place.SpanStart)
            .Select(place => HttpEndpoint.Around(place, reading, file, cancellation))
            .OfType<HttpEndpoint>();
        foreach (var endpoint in places)
        {
            if (judged.Add(endpoint.Function) && Read(endpoint, cancellation) is { } webhook)
                yield return webhook;
        }
    }

    // Asked before the endpoint is looked for, which is dearer: Event is a common word, and other people's events are none of ours.
    private bool MayBringAnEvent(SyntaxToken token, SemanticModel file, CancellationToken cancellation) =>
        token.Kind() switch
        {
            SyntaxKind.StringLiteralToken => IsSignatureHeader(token.ValueText),
            SyntaxKind.IdentifierToken => token.ValueText == "Event" && token.Parent is SimpleNameSyntax name
                && _events.IsEvent(file.GetSymbolInfo(name, cancellation).Symbol as ITypeSymbol),
            _ => false,
        };

    // using StripeEvent = Stripe.Event;
    private static IEnumerable<SyntaxNode> MentionsBy(SyntaxToken name, CancellationToken cancellation) =>
        name.Parent!.FirstAncestorOrSelf<UsingDirectiveSyntax>()?.Alias?.Name.Identifier.ValueText is { } alias
            ? SymbolUses.Named(alias, name.SyntaxTree!, cancellation)
            : [name.Parent];

    [SuppressMessage("ApiDesign", "RS0030", Justification = "One name, not a file's text.")]
    private static bool IsSignatureHeader(string text) => text.Equals("Stripe-Signature", StringComparison.OrdinalIgnoreCase);

    private WebhookEndpoint? Read(HttpEndpoint endpoint, CancellationToken cancellation)
    {
        if ((endpoint.Mapping is not null && DevelopmentOnly.Contains(endpoint.Mapping.Syntax))
            || reading.Models.OperationOf(endpoint.Function, cancellation) is not { } function
            || reading.Graphs[function] is not { } graph)
        {
            return null;
        }
        List<IOperation> operations = [.. graph.Blocks.SelectMany(block => block.EvaluatedOperations())];
        var holders = new Holders(operations);
        var failed = new FailedChecks(
            reading, stripe, endpoint, graph, operations, holders, call => traces.Of(call, cancellation) != Traces.None, cancellation);
        var webhook = new WebhookEndpoint(
            NameOf(endpoint), endpoint, operations.OfType<IInvocationOperation>().Any(call => _events.IsVerification(call.TargetMethod)))
        {
            AcceptedFailures = [.. failed.Accepted()],
            UnguardedHeaders = [.. failed.UnguardedHeaders(_events)],
        };
        var reached = WithReach(webhook, operations, cancellation);
        return WithParses(WithTelemetry(reached, failed, cancellation), graph, operations, holders, cancellation);
    }

    // An endpoint for Stripe, or one in which events come into being. Behind a login it is a tool of the app's own people.
    private WebhookEndpoint WithTelemetry(WebhookEndpoint webhook, FailedChecks failed, CancellationToken cancellation) =>
        webhook.IsForStripe
        || reading.EventArrivals.In(webhook.Http.Function.SyntaxTree, cancellation).Any(place => webhook.Http.Function.Span.Contains(place.Span))
            && !webhook.Http.RequiresAuthorization(reading, cancellation)
            ? webhook with { Telemetry = _telemetry.Of(webhook.Http, failed.AreRefusedSilently, cancellation) }
            : webhook;

    // Others may be called by whom they like.
    private WebhookEndpoint WithReach(WebhookEndpoint webhook, IReadOnlyList<IOperation> operations, CancellationToken cancellation)
    {
        if (!webhook.Verifies && !webhook.Http.Function.DescendantTokens().Any(token => token.IsKind(SyntaxKind.StringLiteralToken) && IsSignatureHeader(token.ValueText)))
            return webhook;
        return webhook with
        {
            IsForStripe = true,
            Demands = [.. reading.Demands.Of(webhook.Http, cancellation).Where(demand => demand.IsCertain)],
            RepeatedEffect = _effects.FirstOf(webhook.Http, cancellation),
            MixesModes = operations.Any(UsesAnEvent) && reading.Uses.Named("Livemode", cancellation).IsEmpty,
        };
    }

    // What is in it, or all of it in other hands.
    private bool UsesAnEvent(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "Data" } property => _events.IsEvent(property.Property.ContainingType),
        IArgumentOperation { Parent: IInvocationOperation call } argument => _events.IsEvent(argument.Value.Type) && !PlatformAssemblies.OnlyPassOn(call.TargetMethod),
        _ => false,
    };

    private WebhookEndpoint WithParses(
        WebhookEndpoint webhook, ControlFlowGraph graph, IReadOnlyList<IOperation> operations, Holders holders, CancellationToken cancellation)
    {
        var parameters = webhook.Http.Method.Parameters;
        var body = new RequestBody(parameters.Where(RequestBody.IsBound), reading, _events, holders, operations);
        var bound = parameters.Where(parameter => IsBoundObject(parameter, webhook.Http, cancellation));
        return reading.HandedBodies!.OrderIn(graph, operations, holders, body, bound, cancellation) is { } order
            && !reading.HiddenVerification!.IsPossibleFor(webhook.Http, operations, body, cancellation)
                ? webhook with { UnverifiedUses = [.. order.UnverifiedUses()], EarlyParses = [.. order.EarlyParses()] }
                : webhook;
    }

    // Bound by the framework itself: other attributes name services and binders of the app's own.
    private bool IsBoundObject(IParameterSymbol parameter, HttpEndpoint endpoint, CancellationToken cancellation) => _events.IsEvent(parameter.Type)
        ? endpoint.HasRoute(reading) && parameter.GetAttributes().All(attribute => attribute.AttributeClass.IsOrInherits(reading.AspNet.FromBody))
        // Of any other object the body can be checked no more, unless the app keeps it; then it is the order that is wrong.
        : parameter.GetAttributes().Any(attribute => attribute.AttributeClass.IsOrInherits(reading.AspNet.FromBody))
            && !reading.Uses.Named("EnableBuffering", cancellation).IsEmpty;

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
