using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts.Webhooks;

namespace ReadinessAnalyzers.Rules.Webhooks;

/// <summary>RDY2004: the check is there, and so is a way around it.</summary>
internal sealed class SkippableVerification : Rule<WebhookEndpoint>
{
    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.Rule(
        "RDY2004",
        "Signature verification can be skipped",
        "'{0}' acts on this Stripe event on a path that goes around the signature check, so anyone who takes it can forge a payment. "
            + "Verify on every path, and refuse the request when the secret is missing.",
        DiagnosticSeverity.Warning,
        "WH-02");

    public override void Check(WebhookEndpoint endpoint, Report report)
    {
        if (!endpoint.Verifies)
            return;
        foreach (var use in endpoint.UnverifiedUses)
            report.At(use.Parse, [use.Use], ImmutableDictionary<string, string?>.Empty, endpoint.Name);
    }
}
