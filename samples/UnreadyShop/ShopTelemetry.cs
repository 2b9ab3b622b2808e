using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace UnreadyShop;

internal static class ShopTelemetry
{
    public const string Name = "UnreadyShop";

    public static readonly ActivitySource Activities = new(Name);

    private static readonly Meter Meter = new(Name);

    public static readonly Counter<long> WebhookReceived = Meter.CreateCounter<long>("stripe.webhook.received");
    public static readonly Counter<long> WebhookDuplicate = Meter.CreateCounter<long>("stripe.webhook.duplicate");
    public static readonly Counter<long> WebhookIgnored = Meter.CreateCounter<long>("stripe.webhook.ignored");
    public static readonly Counter<long> WebhookInvalidSignature = Meter.CreateCounter<long>("stripe.webhook.invalid_signature");
    public static readonly Counter<long> ApiError = Meter.CreateCounter<long>("stripe.api.error");

    // fault: RDY3005. readiness.json requires it, and no checkout counts.
    public static readonly Counter<long> CheckoutStarted = Meter.CreateCounter<long>("stripe.checkout.started");
}
