using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Options;
using ReadyShop.Billing;

namespace ReadinessAnalyzers.Samples.Tests;

public sealed class ReadyShopBillingTests
{
    [Theory]
    [InlineData("basic.monthly", "price_1ReadyShopBasicMonthly00")]
    [InlineData("pro.yearly", "price_1ReadyShopProYearly00000")]
    public async Task Checkout_SellsTheConfiguredPrice(string plan, string price)
    {
        await using var shop = Shop.Ready();
        shop.Stripe.Answer = new { id = "cs_1", url = "https://pay.example" };
        using var browser = await shop.OpenAsync();

        var response = await StartCheckoutAsync(browser, plan);

        Assert.Equal("https://pay.example", (await response.Content.ReadFromJsonAsync<Redirection>(Cancel))!.Url);
        var call = Assert.Single(shop.Stripe.Calls);
        Assert.Equal("POST /v1/checkout/sessions", call.Path);
        Assert.Equal("the-secret-key", call.Key);
        Assert.Contains($"line_items[0][price]={price}", call.Form);
        Assert.Contains("success_url=https://readyshop.example/checkout/complete?session={CHECKOUT_SESSION_ID}", call.Form);
    }

    [Fact]
    public async Task UnknownPlan_IsRefusedWithoutAskingStripe()
    {
        await using var shop = Shop.Ready();
        using var browser = await shop.OpenAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await StartCheckoutAsync(browser, "gold.daily")).StatusCode);
        Assert.Empty(shop.Stripe.Calls);
    }

    [Fact]
    public async Task RefusalByStripe_IsABadGateway()
    {
        await using var shop = Shop.Ready();
        shop.Stripe.Status = HttpStatusCode.BadRequest;
        shop.Stripe.Answer = new { error = new { code = "resource_missing", message = "No such price" } };
        using var browser = await shop.OpenAsync();

        Assert.Equal(HttpStatusCode.BadGateway, (await StartCheckoutAsync(browser, "basic.monthly")).StatusCode);
    }

    [Fact]
    public async Task CompletedCheckout_OpensTheCustomersPortal()
    {
        await using var shop = Shop.Ready();
        using var browser = await shop.OpenAsCustomerAsync("cus_1");
        shop.Stripe.Answer = new { id = "bps_1", url = "https://portal.example" };

        var response = await browser.PostAsync("/portal", content: null, Cancel);

        Assert.Equal("https://portal.example", (await response.Content.ReadFromJsonAsync<Redirection>(Cancel))!.Url);
        Assert.Contains("customer=cus_1", shop.Stripe.Calls[^1].Form);
    }

    [Fact]
    public async Task Stranger_GetsNoPortal()
    {
        await using var shop = Shop.Ready();
        using var browser = await shop.OpenAsync();

        var response = await browser.PostAsync("/portal", content: null, Cancel);

        Assert.NotEqual(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(shop.Stripe.Calls);
    }

    [Theory]
    [InlineData("Stripe:SecretKey")]
    [InlineData("Stripe:WebhookSecret")]
    [InlineData("Stripe:PublishableKey")]
    public async Task MissingKey_StopsTheStart(string setting)
    {
        await using var shop = Shop.Ready(missing: setting);

        var error = await Assert.ThrowsAsync<OptionsValidationException>(shop.StartAsync);
        Assert.Contains(setting["Stripe:".Length..], error.Message);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<HttpResponseMessage> StartCheckoutAsync(HttpClient browser, string plan) =>
        browser.PostAsJsonAsync("/checkout", new CheckoutRequest(plan, Guid.NewGuid()), Cancel);
}
