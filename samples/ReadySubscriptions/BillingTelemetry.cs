using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ReadySubscriptions;

/// <summary>What billing reports about itself.</summary>
public static class BillingTelemetry
{
    public const string Name = "ReadySubscriptions.Billing";

    internal static readonly ActivitySource Activities = new(Name);

    private static readonly Meter Meter = new(Name);

    internal static readonly Counter<long> WebhookReceived = Meter.CreateCounter<long>("stripe.webhook.received");
    internal static readonly Counter<long> WebhookDuplicate = Meter.CreateCounter<long>("stripe.webhook.duplicate");
    internal static readonly Counter<long> WebhookIgnored = Meter.CreateCounter<long>("stripe.webhook.ignored");
    internal static readonly Counter<long> WebhookFailed = Meter.CreateCounter<long>("stripe.webhook.failed");
    internal static readonly Counter<long> WebhookInvalidSignature = Meter.CreateCounter<long>("stripe.webhook.invalid_signature");

    internal static readonly Counter<long> Preview = Meter.CreateCounter<long>("stripe.subscription.preview");
    internal static readonly Counter<long> Change = Meter.CreateCounter<long>("stripe.subscription.change");
    internal static readonly Counter<long> ChangeError = Meter.CreateCounter<long>("stripe.subscription.change.error");
    internal static readonly Counter<long> DowngradeScheduled = Meter.CreateCounter<long>("stripe.subscription.downgrade_scheduled");
    internal static readonly Counter<long> DowngradeApplied = Meter.CreateCounter<long>("stripe.subscription.downgrade.applied");
    internal static readonly Counter<long> ReconcileRun = Meter.CreateCounter<long>("stripe.subscription.reconcile.run");
    internal static readonly Counter<long> PlanChanged = Meter.CreateCounter<long>("plan.changed");

    internal static readonly Counter<long> InvoicePaid = Meter.CreateCounter<long>("invoice.paid");
    internal static readonly Counter<long> InvoiceFailed = Meter.CreateCounter<long>("invoice.failed");
    internal static readonly Counter<long> InvoiceActionRequired = Meter.CreateCounter<long>("invoice.action_required");
    internal static readonly Counter<long> DunningEntered = Meter.CreateCounter<long>("stripe.dunning.entered");
    internal static readonly Counter<long> DunningRecovered = Meter.CreateCounter<long>("stripe.dunning.recovered");
    internal static readonly Counter<long> AuthenticationEntered = Meter.CreateCounter<long>("stripe.sca.entered");
    internal static readonly Counter<long> AuthenticationCompleted = Meter.CreateCounter<long>("stripe.sca.completed");

    internal static readonly Counter<long> ApiError = Meter.CreateCounter<long>("stripe.api.error");
}
