using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts.Webhooks;

namespace ReadinessAnalyzers.Rules.Webhooks;

/// <summary>RDY2013: often deliberate, hence off by default.</summary>
internal sealed class ApiVersionCheckOff : Rule<SignatureCheck>
{
    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.OptIn(
        "RDY2013",
        "API version check is off",
        "'{0}' reads events of any API version, and what another version names otherwise is silently null. "
            + "Give the webhook endpoint the version of Stripe.net, and leave the check on.",
        "WH-02");

    public override void Check(SignatureCheck check, Report report)
    {
        if (check.IgnoresApiVersion is { } argument)
            report.At(argument, check.Name);
    }
}
