using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts.Webhooks;

namespace ReadinessAnalyzers.Rules.Webhooks;

/// <summary>RDY2011: Stripe delivers some events more than once, and the handler does its work again.</summary>
internal sealed class RedeliveredEvent : Rule<WebhookEndpoint>
{
    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.Rule(
        "RDY2011",
        "Redelivered event is processed twice",
        "'{0}' {1} each time an event arrives, and Stripe delivers some events more than once. "
            + "Save Event.Id together with the change, and skip an event that is there already.",
        DiagnosticSeverity.Info,
        "WH-06");

    public override void Check(WebhookEndpoint endpoint, Report report)
    {
        if (endpoint.RepeatedEffect is not { } effect)
            return;
        // A place in another file would appear in no editor.
        var isHere = effect.Place.SourceTree == endpoint.Place.SourceTree;
        report.At(
            isHere ? effect.Place : effect.Entry, isHere ? [] : [effect.Place], ImmutableDictionary<string, string?>.Empty, endpoint.Name, effect.What);
    }
}
