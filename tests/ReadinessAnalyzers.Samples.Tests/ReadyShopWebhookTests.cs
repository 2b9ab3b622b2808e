using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReadyShop.Billing;

namespace ReadinessAnalyzers.Samples.Tests;

// Counters and activities are the process's own: whatever delivers to ReadyShop is in one collection, and its tests run one by one.
[Collection("ReadyShop")]
public sealed class ReadyShopWebhookTests : IAsyncDisposable
{
    private readonly Shop _shop = Shop.Ready();
    private readonly Measurements _measured = new(BillingTelemetry.Name);
    private readonly Traces _traces = new(BillingTelemetry.Name, "stripe.webhook");
    private HttpClient? _client;

    private bool IsMember => _shop.Services.GetRequiredService<Memberships>().IsActive("cus_1");

    [Fact]
    public async Task SignedDelivery_GrantsMembership()
    {
        var body = Webhook.CheckoutCompleted();

        Assert.Equal(HttpStatusCode.OK, await DeliverAsync(body, Webhook.Sign(body)));
        Assert.True(IsMember);
        Assert.Equal(1, _measured["stripe.webhook.received"]);
    }

    [Fact]
    public async Task WronglySignedDelivery_IsRefused()
    {
        var body = Webhook.CheckoutCompleted();

        await IsRefusedAsync(body, Webhook.Sign(body, "another secret"));
    }

    [Fact]
    public async Task AlteredBody_IsRefused() =>
        await IsRefusedAsync(Webhook.CheckoutCompleted(), Webhook.Sign(Webhook.CheckoutCompleted("evt_2")));

    [Fact]
    public async Task UnsignedDelivery_IsRefused() => await IsRefusedAsync(Webhook.CheckoutCompleted(), signature: null);

    [Fact]
    public async Task EmptySignature_IsRefused() => await IsRefusedAsync(Webhook.CheckoutCompleted(), signature: "");

    [Fact]
    public async Task ReplayedDelivery_IsRefused()
    {
        var body = Webhook.CheckoutCompleted();

        await IsRefusedAsync(body, Webhook.Sign(body, age: TimeSpan.FromMinutes(6)));
    }

    [Fact]
    public async Task DuplicateDelivery_IsAnsweredButNotHandledAgain()
    {
        var body = Webhook.CheckoutCompleted();
        var deleted = Webhook.SubscriptionDeleted();

        await DeliverAsync(body, Webhook.Sign(body));
        await DeliverAsync(deleted, Webhook.Sign(deleted));

        Assert.Equal(HttpStatusCode.OK, await DeliverAsync(body, Webhook.Sign(body)));
        Assert.False(IsMember);
        Assert.Equal(1, _measured["stripe.webhook.duplicate"]);
    }

    [Fact]
    public async Task UnknownEventType_IsAnsweredAndCounted()
    {
        var body = Webhook.CheckoutCompleted().Replace("checkout.session.completed", "type.of.tomorrow");

        Assert.Equal(HttpStatusCode.OK, await DeliverAsync(body, Webhook.Sign(body)));
        Assert.Equal(1, _measured["stripe.webhook.ignored"]);
    }

    [Fact]
    public async Task EachDelivery_IsCountedOnceAndIsOneActivity()
    {
        var signed = Webhook.CheckoutCompleted();
        var unknown = Webhook.CheckoutCompleted("evt_2").Replace("checkout.session.completed", "type.of.tomorrow");

        await DeliverAsync(signed, Webhook.Sign(signed));
        Assert.Equal("received 1", Counted());
        await DeliverAsync(signed, Webhook.Sign(signed));
        Assert.Equal("received 2, duplicate 1", Counted());
        await DeliverAsync(unknown, Webhook.Sign(unknown));
        Assert.Equal("received 3, duplicate 1, ignored 1", Counted());
        await DeliverAsync(signed, Webhook.Sign(signed, "another secret"));
        await DeliverAsync(signed, signature: null);
        Assert.Equal("received 5, duplicate 1, ignored 1, invalid_signature 2", Counted());

        Assert.Equal(
            [
                "evt_1 checkout.session.completed True",
                "evt_1 checkout.session.completed True",
                "evt_2 type.of.tomorrow True",
                "Error: invalid signature",
                "Error: no signature",
            ],
            _traces.Stopped.Select(activity => activity.Status == ActivityStatusCode.Error
                ? $"{activity.Status}: {activity.StatusDescription}"
                : $"{activity.GetTagItem("stripe.event.id")} {activity.GetTagItem("stripe.event.type")} {activity.GetTagItem("stripe.event.livemode")}"));
    }

    public async ValueTask DisposeAsync()
    {
        _traces.Dispose();
        _measured.Dispose();
        await _shop.DisposeAsync();
    }

    private string Counted() => string.Join(", ",
        from outcome in new[] { "received", "duplicate", "ignored", "invalid_signature", "failed" }
        let count = _measured[$"stripe.webhook.{outcome}"]
        where count > 0
        select $"{outcome} {count}");

    private async Task IsRefusedAsync(string body, string? signature)
    {
        Assert.Equal(HttpStatusCode.BadRequest, await DeliverAsync(body, signature));
        Assert.False(IsMember);
        Assert.Equal(1, _measured["stripe.webhook.invalid_signature"]);
    }

    private async Task<HttpStatusCode> DeliverAsync(string body, string? signature)
    {
        _client ??= await _shop.OpenAsync();
        using var response = await _client.DeliverAsync(BillingWebhook.Path, body, signature);
        return response.StatusCode;
    }
}
