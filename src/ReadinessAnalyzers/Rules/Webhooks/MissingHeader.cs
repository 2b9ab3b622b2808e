using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts.Webhooks;

namespace ReadinessAnalyzers.Rules.Webhooks;

/// <summary>RDY2015: whoever forgets the header makes the server fail.</summary>
internal sealed class MissingHeader : Rule<WebhookEndpoint>
{
    // True of most apps, and nobody is let in by it.
    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.Rule(
        "RDY2015",
        "Missing signature header is a server error",
        "'{0}' ends in a NullReferenceException, a server error, when a request lacks the Stripe-Signature header. Return 400 when it is missing.",
        DiagnosticSeverity.Info,
        "WH-02");

    public override void Check(WebhookEndpoint endpoint, Report report)
    {
        foreach (var header in endpoint.UnguardedHeaders)
            report.At(header, endpoint.Name);
    }
}
