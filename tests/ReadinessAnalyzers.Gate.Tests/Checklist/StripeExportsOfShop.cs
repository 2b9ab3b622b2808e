using ReadinessAnalyzers.Gate.Checklist;

namespace ReadinessAnalyzers.Gate.Tests.Checklist;

/// <summary>A shop and what it exported from Stripe.</summary>
public abstract class StripeExportsOfShop : IDisposable
{
    private protected const string Prices = """
        {
          "Stripe": { "Prices": { "basic.monthly": "price_1", "pro": { "yearly": "price_2" } }, "WebhookUrl": "https://shop.example/stripe/webhook" },
          "App": { "PublicUrl": "https://shop.example/" }
        }
        """;

    private protected Shop Shop { get; } = new Shop().Publishes(Prices).Handles("invoice.paid|checkout.session.completed");

    public void Dispose()
    {
        Shop.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected void Exports(string file, string json, string profile = "reference", params string[] features) => Shop.Has("stripe/" + file, json).Says($$"""
        { "profile": "{{profile}}",
          "prices": ["basic.monthly", "pro.yearly"], "features": [{{string.Join(", ", features.Select(feature => $"\"{feature}\""))}}],
          "evidence": { "stripe": "stripe" } }
        """);

    private protected string[] Findings() => [.. Shop.Findings("RDY903").Where(finding => !finding.StartsWith("RDY9030", StringComparison.Ordinal) && !finding.StartsWith("RDY9034", StringComparison.Ordinal))];

    private protected IReadOnlyDictionary<string, Proof> Proved() => Shop.Judge().Input.ProvedRequirements;

    private protected static (ProofKind, string) Of(Proof proof) => (proof.Kind, Path.GetFileName(proof.Position.Path));

    private protected static string List(params string[] objects) => List(false, objects);

    private protected static string List(bool hasMore, params string[] objects) =>
        $$"""{ "object": "list", "url": "/v1/somewhere", "has_more":         {{(hasMore ? "true" : "false")}}, "data": [{{string.Concat(objects.Select((item, i) => $"{(i > 0 ? "," : "")}\n{item}"))}}] }""";

    private protected static string Price(string id, string interval = "month", int count = 1, bool live = true, bool active = true) =>
        $$"""{ "id": "{{id}}", "object": "price", "active": {{(active ? "true" : "false")}}, "livemode": {{(live ? "true" : "false")}}, "recurring": { "interval": "{{interval}}", "interval_count": {{count}}, "usage_type": "licensed" } }""";

    private protected static string Endpoint(string events) =>
        $$"""
        { "object": "webhook_endpoint", "livemode": true,
          "url": "https://shop.example/stripe/webhook", "api_version": "2026-08-27.basil", "application": null, "enabled_events": [{{events}}], "status": "enabled" }
        """;

    private protected static string Portal(string id) =>
        $$"""
        { "id": "{{id}}", "object": "billing_portal.configuration", "active": true, "is_default": {{(id == "bpc_1" ? "true" : "false")}}, "livemode": true, "features": {
          "invoice_history": { "enabled": true }, "payment_method_update": { "enabled": true }, "subscription_cancel": { "enabled": true },
          "subscription_update": { "enabled": true, "proration_behavior": "none" } } }
        """;
}
