using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts.Webhooks;

namespace ReadinessAnalyzers.Rules.Webhooks;

/// <summary>RDY2002: an event that anyone can post is acted on as if Stripe had sent it.</summary>
internal sealed class UnverifiedEvent : Rule<WebhookEndpoint>
{
    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.Rule(
        "RDY2002",
        "Stripe event is used without signature verification",
        "'{0}' acts on a Stripe event whose signature was not verified, so anyone can forge a payment. "
            + "Make the event with EventUtility.ConstructEvent and the endpoint's signing secret.",
        DiagnosticSeverity.Warning,
        "WH-02");

    public override void Check(WebhookEndpoint endpoint, Report report)
    {
        // One that verifies on another path can be told more: RDY2004.
        if (endpoint.Verifies)
            return;
        foreach (var use in endpoint.UnverifiedUses)
            report.At(use.Parse, [use.Use], ImmutableDictionary<string, string?>.Empty, endpoint.Name);
    }
}
