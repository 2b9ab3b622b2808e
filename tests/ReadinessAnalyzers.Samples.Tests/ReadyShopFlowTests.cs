using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ReadyShop.Billing;

namespace ReadinessAnalyzers.Samples.Tests;

/// <summary>The flows that the checklist wants to be seen working, each under the id of its requirement.</summary>
[Collection("ReadyShop")]
public sealed class ReadyShopFlowTests : IAsyncDisposable
{
    private const string Admin = "ines.okafor@readyshop.example";

    private readonly Shop _shop = Shop.Ready();
    private readonly Measurements _measured = new(BillingTelemetry.Name);

    private Membership? Membership => _shop.Services.GetRequiredService<Memberships>().Find("cus_1");

    [Fact(DisplayName = "QA-01 A new subscription is active, and the ids of Stripe are kept")]
    public async Task NewSubscription()
    {
        _shop.Stripe.Answer = new { id = "cs_1", url = "https://pay.example" };
        using var browser = await _shop.OpenAsync();

        var plans = await browser.GetFromJsonAsync<JsonElement>("/plans", Cancel);
        Assert.Contains("basic.monthly", plans.GetProperty("names").EnumerateArray().Select(name => name.GetString()));
        using var started = await browser.PostAsJsonAsync("/checkout", new CheckoutRequest("basic.monthly", Guid.NewGuid()), Cancel);
        Assert.Equal("https://pay.example", (await started.Content.ReadFromJsonAsync<Redirection>(Cancel))!.Url);

        await DeliverAsync(browser, "checkout.session.completed", new { id = "cs_1", @object = "checkout.session", customer = "cus_1", subscription = "sub_1" });
        await DeliverAsync(browser, "invoice.paid", new { id = "in_1", @object = "invoice", customer = "cus_1" });
        Assert.Equal(new Membership("sub_1", "active"), Membership);
    }

    [Fact(DisplayName = "QA-06 A failed payment makes the member past due with a banner, a good card makes them active again")]
    public async Task FailedPayment()
    {
        using var browser = await _shop.OpenAsCustomerAsync("cus_1");
        await SubscribeAsync(browser);

        await DeliverAsync(browser, "invoice.payment_failed", new { id = "in_2", @object = "invoice", customer = "cus_1", attempt_count = 1 });
        var pastDue = await browser.GetFromJsonAsync<Membership>("/membership", Cancel);
        Assert.Equal(new Membership("sub_1", "past_due"), pastDue);
        Assert.False(pastDue!.IsActive);
        Assert.NotNull(pastDue.Banner);

        await DeliverAsync(browser, "invoice.paid", new { id = "in_2", @object = "invoice", customer = "cus_1" });
        var recovered = await browser.GetFromJsonAsync<Membership>("/membership", Cancel);
        Assert.True(recovered!.IsActive);
        Assert.Null(recovered.Banner);
    }

    [Fact(DisplayName = "QA-07 The portal opens with its configuration, and a cancellation there ends the membership")]
    public async Task Portal()
    {
        using var browser = await _shop.OpenAsCustomerAsync("cus_1");
        await SubscribeAsync(browser);
        _shop.Stripe.Answer = new { id = "bps_1", url = "https://portal.example" };

        using var opened = await browser.PostAsync("/portal", content: null, Cancel);
        Assert.Equal("https://portal.example", (await opened.Content.ReadFromJsonAsync<Redirection>(Cancel))!.Url);
        Assert.Contains("configuration=bpc_1ReadyShop00000000000000", _shop.Stripe.Calls[^1].Form);

        await DeliverAsync(browser, "customer.subscription.deleted", new { id = "sub_1", @object = "subscription", customer = "cus_1", status = "canceled" });
        Assert.Equal(new Membership("sub_1", "canceled"), Membership);
        Assert.False(Membership!.IsActive);
    }

    [Fact(DisplayName = "QA-09 A dispute is counted, listed and shown, answered with evidence, and closed")]
    public async Task Dispute()
    {
        using var admin = await _shop.OpenAsEmployeeAsync(Admin);
        var dispute = new { id = "dp_1", @object = "dispute", charge = "ch_1", amount = 900, currency = "eur", reason = "fraudulent", status = "needs_response" };
        _shop.Stripe.AnswersTo["GET /v1/disputes"] = new { @object = "list", data = new[] { dispute }, has_more = false };
        _shop.Stripe.Answer = dispute;

        await DeliverAsync(admin, "charge.dispute.created", dispute);
        Assert.Equal(1, _measured["stripe.dispute.opened"]);

        var listed = Assert.Single((await admin.GetFromJsonAsync<DisputeSummary[]>("/admin/disputes", Cancel))!);
        Assert.Equal(("dp_1", "ch_1", 900, "fraudulent"), (listed.Id, listed.ChargeId, listed.Amount, listed.Reason));
        Assert.Equal("needs_response", (await admin.GetFromJsonAsync<DisputeSummary>("/admin/disputes/dp_1", Cancel))!.Status);

        using var answered = await admin.PostAsJsonAsync("/admin/disputes/dp_1/evidence", new DisputeEvidence("The member used the shop on each day."), Cancel);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        Assert.Equal(("POST /v1/disputes/dp_1", "dispute-evidence-dp_1"), (_shop.Stripe.Calls[^1].Path, _shop.Stripe.Calls[^1].IdempotencyKey));
        Assert.Contains("submit=true", _shop.Stripe.Calls[^1].Form);

        using var closed = await admin.PostAsync("/admin/disputes/dp_1/close", content: null, Cancel);
        Assert.Equal("POST /v1/disputes/dp_1/close", _shop.Stripe.Calls[^1].Path);
        Assert.Contains($"{Admin} asked for /admin/disputes/dp_1/close", _shop.Logs.Lines);
    }

    [Fact(DisplayName = "QA-10 A fraud warning is counted, listed with its details, refunded or ignored")]
    public async Task FraudWarnings()
    {
        using var admin = await _shop.OpenAsEmployeeAsync(Admin);
        foreach (var number in (int[])[1, 2])
            await DeliverAsync(admin, "radar.early_fraud_warning.created", new
            {
                id = $"issfr_{number}", @object = "radar.early_fraud_warning", charge = $"ch_{number}", fraud_type = "made_with_stolen_card", actionable = true,
            });

        Assert.Equal(2, _measured["stripe.fraud_warning.received"]);
        var warnings = await admin.GetFromJsonAsync<FraudWarning[]>("/admin/fraud-warnings", Cancel);
        Assert.Equal(new FraudWarning("issfr_1", "ch_1", "made_with_stolen_card", Actionable: true, "open"), warnings![0]);

        _shop.Stripe.Answer = new { id = "re_1", @object = "refund", charge = "ch_1", status = "succeeded" };
        Assert.Equal("refunded", await DecideAsync(admin, "issfr_1/refund"));
        Assert.Equal(("POST /v1/refunds", "fraud-refund-issfr_1"), (_shop.Stripe.Calls[^1].Path, _shop.Stripe.Calls[^1].IdempotencyKey));
        Assert.Contains("charge=ch_1", _shop.Stripe.Calls[^1].Form);
        Assert.Equal("ignored", await DecideAsync(admin, "issfr_2/ignore"));
    }

    [Fact(DisplayName = "QA-11 Who starts checkouts fast is refused with 429, and a line of the log tells")]
    public async Task FastCheckouts()
    {
        _shop.Stripe.Answer = new { id = "cs_1", url = "https://pay.example" };
        using var browser = await _shop.OpenAsync();

        var answers = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 11; attempt++)
        {
            using var response = await browser.PostAsJsonAsync("/checkout", new CheckoutRequest("basic.monthly", Guid.NewGuid()), Cancel);
            answers.Add(response.StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.OK, 10), HttpStatusCode.TooManyRequests], answers);
        Assert.Contains("Refused a checkout: more than 10 a minute", _shop.Logs.Lines);
    }

    [Fact(DisplayName = "AUT-08 An administrator gets into the admin area, a customer, a stranger and another employee do not")]
    public async Task AdminArea()
    {
        foreach (var path in (string[])["/admin/disputes", "/admin/fraud-warnings"])
        {
            await using var customers = Shop.Ready();
            await using var strangers = Shop.Ready();
            await using var employees = Shop.Ready();
            await using var admins = Shop.Ready();
            admins.Stripe.Answer = new { @object = "list", data = Array.Empty<object>(), has_more = false };

            Assert.NotEqual(HttpStatusCode.OK, await VisitAsync(customers.OpenAsCustomerAsync("cus_1")));
            Assert.NotEqual(HttpStatusCode.OK, await VisitAsync(strangers.OpenAsync()));
            Assert.NotEqual(HttpStatusCode.OK, await VisitAsync(employees.OpenAsEmployeeAsync("paul.moreau@readyshop.example")));
            Assert.Equal(HttpStatusCode.OK, await VisitAsync(admins.OpenAsEmployeeAsync(Admin)));

            async Task<HttpStatusCode> VisitAsync(Task<HttpClient> opening)
            {
                using var browser = await opening;
                using var page = await browser.GetAsync(path, Cancel);
                return page.StatusCode;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _measured.Dispose();
        await _shop.DisposeAsync();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task SubscribeAsync(HttpClient stripe) =>
        DeliverAsync(stripe, "checkout.session.completed", new { id = "cs_1", @object = "checkout.session", customer = "cus_1", subscription = "sub_1" });

    private static async Task DeliverAsync(HttpClient stripe, string type, object content)
    {
        var body = Webhook.Event(type, content);
        using var response = await stripe.DeliverAsync(BillingWebhook.Path, body, Webhook.Sign(body));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static async Task<string> DecideAsync(HttpClient admin, string decision)
    {
        using var response = await admin.PostAsync($"/admin/fraud-warnings/{decision}", content: null, Cancel);
        return (await response.Content.ReadFromJsonAsync<FraudWarning>(Cancel))!.Status;
    }
}
