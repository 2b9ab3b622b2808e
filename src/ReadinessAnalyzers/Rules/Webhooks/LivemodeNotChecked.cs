using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts.Webhooks;

namespace ReadinessAnalyzers.Rules.Webhooks;

/// <summary>RDY2012: a signature that holds does not say that the money is real.</summary>
internal sealed class LivemodeNotChecked : Rule<WebhookEndpoint>
{
    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.OptIn(
        "RDY2012",
        "Live and test events are not told apart",
        "'{0}' never asks whether an event is live, and an endpoint for connected accounts receives their test events as well. "
            + "Compare Event.Livemode with what this deployment is for.",
        "WH-04");

    public override void Check(WebhookEndpoint endpoint, Report report)
    {
        if (endpoint.MixesModes)
            report.At(endpoint.Place, endpoint.Name);
    }
}
