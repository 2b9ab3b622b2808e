using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts.Telemetry;

namespace ReadinessAnalyzers.Rules.Telemetry;

/// <summary>RDY3006: customers' data or a secret is written where people and systems read it who should not.</summary>
internal sealed class ExposedData : Rule<Exposure>
{
    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.Rule(
        "RDY3006",
        "Raw webhook payload or credential is logged",
        "'{0}' is handed {1}. {2}",
        DiagnosticSeverity.Warning,
        "OBS-05");

    public override void Check(Exposure exposure, Report report)
    {
        var (what, advice) = exposure.Datum switch
        {
            ExposedDatum.Payload => ("the whole webhook payload", "It holds customers' names, addresses and amounts, and whoever reads logs reads it; log the event's id and type."),
            ExposedDatum.Credential => ($"the credential '{exposure.Name}'", "Whoever reads logs can use it; log whether it is set."),
            ExposedDatum.CardNumber => ($"'{exposure.Name}'", "No card number may be kept anywhere; log the id of the payment method."),
            ExposedDatum.StripeObject => ($"a whole '{exposure.Name}'", "It writes itself out as JSON, with all that Stripe knows of the customer; log its id."),
            _ => ("what Stripe.net says of a signature that does not hold", "That helps whoever forges one; log it, and answer without it."),
        };
        // Stripe's own texts name no secret, and two apps in five send them: advice.
        var place = exposure.Datum == ExposedDatum.CheckFailure ? report with { Severity = DiagnosticSeverity.Info } : report;
        place.At(exposure.Place, [], ImmutableDictionary<string, string?>.Empty.Add(nameof(ExposedDatum), exposure.Datum.ToString()), exposure.Sink, what, advice);
    }
}
