using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts.Webhooks;

namespace ReadinessAnalyzers.Rules.Webhooks;

/// <summary>RDY2007: the age of a signature is all that tells a delivery from a recording of it.</summary>
internal sealed class ReplayProtectionOff : Rule<SignatureCheck>
{
    // Twice the library's five minutes. Smaller values, negative ones too, refuse more and not less.
    private const int LongestTolerance = 600;

    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.Rule(
        "RDY2007",
        "Replay protection is switched off",
        "'{0}' accepts signatures that are more than ten minutes old, so whoever records a delivery can replay it. "
            + "Leave the tolerance at Stripe.net's 300 seconds.",
        DiagnosticSeverity.Warning,
        "WH-02");

    public override void Check(SignatureCheck check, Report report)
    {
        if (check.Tolerance is { Seconds: > LongestTolerance } tolerance)
            report.At(tolerance.Location, check.Name);
    }
}
