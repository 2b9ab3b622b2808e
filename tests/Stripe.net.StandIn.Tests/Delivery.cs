using System.Security.Cryptography;
using System.Text;

namespace Stripe.StandIn.Tests;

/// <summary>A webhook delivery as Stripe makes it, signed here without the code under test.</summary>
internal static class Delivery
{
    public const long Now = 1_790_000_000;

    // No key shape: a signature needs some text as its key, not a real secret.
    public const string Secret = "the endpoint's secret";

    public static string ChargeSucceeded(string apiVersion = "2026-07-29.dahlia") =>
        $$"""
        {
          "id": "evt_1", "object": "event", "api_version": "{{apiVersion}}", "created": {{Now}}, "livemode": true,
          "type": "charge.succeeded", "pending_webhooks": 1, "request": { "id": "req_1", "idempotency_key": "once" },
          "data": { "object": { "id": "ch_1", "object": "charge", "amount": 1200, "currency": "eur", "customer": "cus_1" } }
        }
        """;

    public static string Thin(string type = "v1.billing.meter.error_report_triggered") =>
        $$"""
        {
          "id": "evt_2", "object": "v2.core.event", "type": "{{type}}", "created": "2026-09-21T14:13:20.000Z", "livemode": false,
          "context": "acct_1", "related_object": { "id": "mtr_1", "type": "billing.meter", "url": "/v1/billing/meters/mtr_1" }
        }
        """;

    public static string Header(string body, string secret = Secret, long timestamp = Now) =>
        $"t={timestamp},v1={Signature(body, secret, timestamp)}";

    public static string Signature(string body, string secret = Secret, long timestamp = Now) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}")));
}
