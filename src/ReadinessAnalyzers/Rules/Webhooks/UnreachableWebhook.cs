using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts.Webhooks;

namespace ReadinessAnalyzers.Rules.Webhooks;

/// <summary>RDY2008: what stands before the endpoint asks for something that Stripe does not send.</summary>
internal sealed class UnreachableWebhook : Rule<WebhookEndpoint>
{
    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.Rule(
        "RDY2008",
        "Stripe cannot reach this endpoint",
        "'{0}' is closed to Stripe, which {1}, so no event arrives and no payment is seen. {2}; the signature tells who sent the event.",
        DiagnosticSeverity.Warning,
        "WH-09");

    public override void Check(WebhookEndpoint endpoint, Report report)
    {
        foreach (var demand in endpoint.Demands)
        {
            // A place in another file would appear in no editor.
            var isHere = demand.Place?.SourceTree == endpoint.Place.SourceTree;
            report.At(
                isHere ? demand.Place! : endpoint.Place,
                isHere ? [endpoint.Place] : demand.Place is { } elsewhere ? [elsewhere] : [],
                ImmutableDictionary<string, string?>.Empty,
                [endpoint.Name, .. Explain(demand.Kind, isRoute: endpoint.Http.Kind == EndpointKind.Route)]);
        }
    }

    private static string[] Explain(DemandKind kind, bool isRoute) => kind switch
    {
        DemandKind.SignIn => ["never signs in", isRoute ? "Call AllowAnonymous() on its route" : "Mark it [AllowAnonymous]"],
        _ => ["has no antiforgery token", "Mark it [IgnoreAntiforgeryToken]"],
    };
}
