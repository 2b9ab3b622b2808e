using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts.Webhooks;

namespace ReadinessAnalyzers.Rules.Webhooks;

/// <summary>RDY2005: the check fails, and the sender is told that all is well.</summary>
internal sealed class UnrefusedFailure : Rule<WebhookEndpoint>
{
    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.Rule(
        "RDY2005",
        "Failed verification is not refused",
        "'{0}' answers success when the signature does not hold, so a forgery or a wrong secret goes unnoticed and Stripe never sends the event again. "
            + "Return 400 where the check fails.",
        DiagnosticSeverity.Warning,
        "WH-02");

    public override void Check(WebhookEndpoint endpoint, Report report)
    {
        // What is acted on after its check failed is told more plainly: RDY2004.
        if (!endpoint.UnverifiedUses.IsEmpty)
            return;
        foreach (var failure in endpoint.AcceptedFailures)
            report.At(failure.Check, failure.Answer is { } answer ? [answer] : [], ImmutableDictionary<string, string?>.Empty, endpoint.Name);
    }
}
