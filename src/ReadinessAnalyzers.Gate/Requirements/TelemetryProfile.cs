namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>Ready lists of instruments for <c>telemetry.profile</c> in readiness.json; docs/readiness-json.md shows them.</summary>
internal static class TelemetryProfile
{
    public static readonly IReadOnlyList<string> Names = ["stripe"];

    // What a shop with subscriptions counts, and alerts are made of.
    private static readonly string[] Stripe =
    [
        "stripe.webhook.received", "stripe.webhook.duplicate", "stripe.webhook.ignored", "stripe.webhook.invalid_signature",
        "stripe.subscription.preview", "stripe.subscription.change", "stripe.subscription.change.error",
        "stripe.subscription.downgrade_scheduled", "stripe.subscription.downgrade.applied", "stripe.subscription.reconcile.run",
        "plan.changed",
        "invoice.paid", "invoice.failed", "invoice.action_required",
        "stripe.dunning.entered", "stripe.dunning.recovered",
        "stripe.sca.entered", "stripe.sca.completed",
    ];

    /// <summary>The instruments of the profile of that name; null if there is none.</summary>
    public static IReadOnlyList<string>? InstrumentsOf(string profile) => profile == "stripe" ? Stripe : null;
}
