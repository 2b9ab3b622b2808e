using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts.Webhooks;

namespace ReadinessAnalyzers.Rules.Webhooks;

/// <summary>RDY2001: the body of a stranger is parsed, and the question who sent it comes after.</summary>
internal sealed class ParsedBeforeVerification : Rule<WebhookEndpoint>
{
    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.Rule(
        "RDY2001",
        "Webhook body is parsed before its signature is verified",
        "'{0}' parses the body before its signature is verified, so a forged one gets this far. {1}",
        DiagnosticSeverity.Warning,
        "WH-01");

    public override void Check(WebhookEndpoint endpoint, Report report)
    {
        foreach (var early in endpoint.EarlyParses)
        {
            // Whoever has several secrets may have to look which is meant; the order is wrong by the letter only.
            var place = early.OnlyHelps ? report with { Severity = DiagnosticSeverity.Info } : report;
            place.At(
                early.Parse, [early.Check], ImmutableDictionary<string, string?>.Empty, endpoint.Name,
                early.OnlyHelps ? "Try the secrets in turn instead, or tell them apart by the route." : "Use the event that ConstructEvent returns.");
        }
    }
}
