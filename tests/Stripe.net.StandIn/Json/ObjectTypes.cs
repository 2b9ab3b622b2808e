using System.Text.Json;

namespace Stripe;

/// <summary>Which entity an <c>object</c> member names.</summary>
internal static class ObjectTypes
{
    public const string ThinEvent = "v2.core.event";

    private static readonly Dictionary<string, Type> ByName = new()
    {
        ["billing.meter_event"] = typeof(Billing.MeterEvent),
        ["billing_portal.session"] = typeof(BillingPortal.Session),
        ["charge"] = typeof(Charge),
        ["checkout.session"] = typeof(Checkout.Session),
        ["coupon"] = typeof(Coupon),
        ["customer"] = typeof(Customer),
        ["dispute"] = typeof(Dispute),
        ["event"] = typeof(Event),
        ["invoice"] = typeof(Invoice),
        ["payment_intent"] = typeof(PaymentIntent),
        ["price"] = typeof(Price),
        ["product"] = typeof(Product),
        ["radar.early_fraud_warning"] = typeof(Radar.EarlyFraudWarning),
        ["refund"] = typeof(Refund),
        ["subscription"] = typeof(Subscription),
        ["subscription_item"] = typeof(SubscriptionItem),
        ["webhook_endpoint"] = typeof(WebhookEndpoint),
    };

    public static string NameOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("object", out var name) && name.ValueKind == JsonValueKind.String
            ? name.GetString()
            : null;

    /// <summary>Null for an object that the stand-in does not model.</summary>
    public static IHasObject Read(JsonElement json) =>
        NameOf(json) is { } name && ByName.TryGetValue(name, out var type)
            ? (IHasObject)json.Deserialize(type, StripeJson.Options)
            : null;
}
