using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts.Webhooks;

namespace ReadinessAnalyzers.Rules.Webhooks;

/// <summary>RDY2006: a signature belongs to the body byte for byte; of any other text it does not hold.</summary>
internal sealed class AlteredBody : Rule<SignatureCheck>
{
    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.Rule(
        "RDY2006",
        "Signature is checked against an altered body",
        "The text that '{0}' checks {1} and is not what Stripe signed, so genuine events are refused. "
            + "Pass the request's body as a StreamReader reads it.",
        DiagnosticSeverity.Warning,
        "WH-01");

    public override void Check(SignatureCheck check, Report report)
    {
        if (check.Alteration is { } body)
            report.At(body.Location, body.Related, ImmutableDictionary<string, string?>.Empty, check.Name, body.Deed);
    }
}
