using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using UnreadyShop;
using UnreadyShop.Controllers;

namespace ReadinessAnalyzers.Samples.Tests;

/// <summary>The shop's faults are what the analyzers say they are, and the rest of it works.</summary>
public sealed class UnreadyShopTests
{
    [Theory]
    [InlineData("the endpoint's secret", HttpStatusCode.OK, true)]
    [InlineData("another secret", HttpStatusCode.BadRequest, false)]
    public async Task Webhook_BelievesOnlySignedDeliveries(string secret, HttpStatusCode status, bool paid)
    {
        await using var shop = Shop.Unready();
        using var stripe = await shop.OpenAsync();
        var body = Webhook.CheckoutCompleted();

        var response = await stripe.DeliverAsync("/stripe/webhook", body, Webhook.Sign(body, secret));

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(paid, shop.Services.GetRequiredService<Orders>().IsPaid("cs_1"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(6)]
    public async Task UnsignedOrReplayedDelivery_IsRefusedByTheWebhook(int? minutesOld)
    {
        await using var shop = Shop.Unready();
        using var stripe = await shop.OpenAsync();
        var body = Webhook.CheckoutCompleted();
        var signature = minutesOld is { } minutes ? Webhook.Sign(body, age: TimeSpan.FromMinutes(minutes)) : null;

        Assert.Equal(HttpStatusCode.BadRequest, (await stripe.DeliverAsync("/stripe/webhook", body, signature)).StatusCode);
    }

    [Fact]
    public async Task ConnectWebhook_BelievesAnyone()
    {
        await using var shop = Shop.Unready();
        using var stranger = await shop.OpenAsync();

        var response = await stranger.DeliverAsync("/stripe/connect-webhook", Webhook.CheckoutCompleted(), signature: null);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(shop.Services.GetRequiredService<Orders>().IsPaid("cs_1"));
    }

    [Fact]
    public async Task KioskWebhook_BelievesWhoeverSignsWithNothing()
    {
        await using var shop = Shop.Unready();
        using var stranger = await shop.OpenAsync();
        var body = Webhook.CheckoutCompleted();

        var response = await stranger.DeliverAsync("/stripe/kiosk-webhook", body, Webhook.Sign(body, secret: ""));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(shop.Services.GetRequiredService<Orders>().IsPaid("cs_1"));
    }

    [Fact]
    public async Task MarketWebhook_RefusesEvenStripe()
    {
        await using var shop = Shop.Unready();
        using var stripe = await shop.OpenAsync();
        var body = Webhook.CheckoutCompleted();

        Assert.Equal(HttpStatusCode.BadRequest, (await stripe.DeliverAsync("/stripe/market-webhook", body, Webhook.Sign(body))).StatusCode);
    }

    [Theory]
    [InlineData(23, HttpStatusCode.OK)]
    [InlineData(25, HttpStatusCode.BadRequest)]
    public async Task PartnerWebhook_BelievesARecordingForADay(int hoursOld, HttpStatusCode status)
    {
        await using var shop = Shop.Unready();
        using var stranger = await shop.OpenAsync();
        var body = Webhook.CheckoutCompleted();

        var response = await stranger.DeliverAsync("/stripe/partner-webhook", body, Webhook.Sign(body, age: TimeSpan.FromHours(hoursOld)));

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.OK, true)]
    [InlineData("t=1,v1=0", HttpStatusCode.BadRequest, false)]
    public async Task DelayedPaymentWebhook_BelievesWhoeverLeavesTheSignatureOut(string? signature, HttpStatusCode status, bool paid)
    {
        await using var shop = Shop.Unready();
        using var stranger = await shop.OpenAsync();
        var body = Webhook.CheckoutCompleted().Replace("checkout.session.completed", "checkout.session.async_payment_succeeded", StringComparison.Ordinal);

        var response = await stranger.DeliverAsync("/stripe/delayed-payment-webhook", body, signature);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(paid, shop.Services.GetRequiredService<Orders>().IsPaid("cs_1"));
    }

    [Fact]
    public async Task YearlyCheckout_SellsTheMonthlyPrice()
    {
        await using var shop = Shop.Unready();
        shop.Stripe.Answer = new { id = "cs_1", url = "https://pay.example" };
        using var browser = await shop.OpenAsync();

        foreach (var plan in (string[])["basic.monthly", "basic.yearly"])
        {
            var order = new CheckoutRequest(plan, Guid.NewGuid());
            await browser.PostAsJsonAsync("/checkout", order, TestContext.Current.CancellationToken);
        }

        Assert.Equal(2, shop.Stripe.Calls.Count);
        Assert.All(shop.Stripe.Calls, call => Assert.Contains("line_items[0][price]=price_1UnreadyShopBasic0000000", call.Form));
    }

    [Fact]
    public async Task Portal_AsksWithTheConstantKey()
    {
        await using var shop = Shop.Unready();
        using var browser = await shop.OpenAsCustomerAsync("cus_1");

        await browser.PostAsync("/portal", content: null, TestContext.Current.CancellationToken);

        Assert.Equal("change-me-before-launch", shop.Stripe.Calls[^1].Key);
        Assert.Contains("customer=cus_1", shop.Stripe.Calls[^1].Form);
    }

    [Fact]
    public async Task ProductionWithoutWebhookSecret_StopsTheStart()
    {
        await using var shop = Shop.Unready(missing: "Stripe:WebhookSecret");

        var error = await Assert.ThrowsAsync<OptionsValidationException>(shop.StartAsync);
        Assert.Contains("WebhookSecret", error.Message);
    }
}
