using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts.Webhooks;

namespace ReadinessAnalyzers.Rules.Webhooks;

/// <summary>RDY2003: the check is there and always runs, and an empty secret makes it worthless.</summary>
internal sealed class EmptyWebhookSecret : Rule<SignatureCheck>
{
    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.Rule(
        "RDY2003",
        "Webhook secret may be empty",
        "Webhook secret {0}; Stripe.net accepts an empty secret, so anyone can forge events. {1}.",
        DiagnosticSeverity.Warning,
        "WH-02");

    public override void Check(SignatureCheck check, Report report)
    {
        if (check.EmptySecret is not { } secret)
            return;
        report.At(
            secret.Location,
            secret.Related,
            ImmutableDictionary<string, string?>.Empty,
            secret.StandsIn ? "falls back to an empty string" : "is an empty string",
            secret.Settings.Length switch
            {
                1 => $"Fail when '{secret.Settings[0]}' is missing",
                _ when secret.StandsIn => "Fail when it is missing",
                _ => "Read it from configuration, and fail when it is missing",
            });
    }
}
