using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ReadinessAnalyzers.Samples.Tests;

/// <summary>Deliveries as Stripe makes them.</summary>
internal static class Webhook
{
    public static string CheckoutCompleted(string id = "evt_1") =>
        $$"""
        {
          "id": "{{id}}", "object": "event", "api_version": "2026-07-29.dahlia", "livemode": true, "type": "checkout.session.completed",
          "data": { "object": { "id": "cs_1", "object": "checkout.session", "customer": "cus_1", "status": "complete" } }
        }
        """;

    public static string SubscriptionDeleted() =>
        """
        {
          "id": "evt_9", "object": "event", "api_version": "2026-07-29.dahlia", "livemode": true, "type": "customer.subscription.deleted",
          "data": { "object": { "id": "sub_1", "object": "subscription", "customer": "cus_1", "status": "canceled" } }
        }
        """;

    /// <param name="type">The type of the event.</param>
    /// <param name="content">The object that it is about.</param>
    /// <param name="id">The event's id; without one, that of no other.</param>
    public static string Event(string type, object content, string? id = null) => JsonSerializer.Serialize(new
    {
        id = id ?? $"evt_{Guid.NewGuid():N}",
        @object = "event",
        api_version = "2026-07-29.dahlia",
        livemode = true,
        type,
        data = new { @object = content },
    });

    public static string Sign(string body, string secret = Shop.WebhookSecret, TimeSpan age = default)
    {
        var timestamp = (DateTimeOffset.UtcNow - age).ToUnixTimeSeconds();
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}"));
        return $"t={timestamp},v1={Convert.ToHexStringLower(signature)}";
    }

    public static Task<HttpResponseMessage> DeliverAsync(this HttpClient client, string path, string body, string? signature)
    {
        var content = new StringContent(body, Encoding.UTF8, "application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (signature is not null)
        {
            request.Headers.Add("Stripe-Signature", signature);
        }

        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
