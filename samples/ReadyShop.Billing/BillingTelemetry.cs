using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ReadyShop.Billing;

/// <summary>What billing reports about itself. Host, please register <see cref="Name"/> as a meter and as an activity source.</summary>
public static class BillingTelemetry
{
    public const string Name = "ReadyShop.Billing";

    internal static readonly ActivitySource Activities = new(Name);

    private static readonly Meter Meter = new(Name);

    internal static readonly Counter<long> WebhookReceived = Meter.CreateCounter<long>("stripe.webhook.received");
    internal static readonly Counter<long> WebhookDuplicate = Meter.CreateCounter<long>("stripe.webhook.duplicate");
    internal static readonly Counter<long> WebhookIgnored = Meter.CreateCounter<long>("stripe.webhook.ignored");
    internal static readonly Counter<long> WebhookFailed = Meter.CreateCounter<long>("stripe.webhook.failed");
    internal static readonly Counter<long> WebhookInvalidSignature = Meter.CreateCounter<long>("stripe.webhook.invalid_signature");
    internal static readonly Counter<long> DisputeOpened = Meter.CreateCounter<long>("stripe.dispute.opened");
    internal static readonly Counter<long> FraudWarningReceived = Meter.CreateCounter<long>("stripe.fraud_warning.received");
    internal static readonly Counter<long> ApiError = Meter.CreateCounter<long>("stripe.api.error");
}
