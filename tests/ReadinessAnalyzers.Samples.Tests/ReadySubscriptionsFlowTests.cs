using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ReadySubscriptions;

namespace ReadinessAnalyzers.Samples.Tests;

/// <summary>The flows that the checklist wants to be seen working, each under the id of its requirement.</summary>
/// <remarks>Counters are the process's own: only this class delivers to ReadySubscriptions, and the tests of a class run one by one.</remarks>
public sealed class ReadySubscriptionsFlowTests : IAsyncDisposable
{
    private const string ProMonth = "price_1SubscriptionsProMonth000";
    private const string TeamMonth = "price_1SubscriptionsTeamMonth00";
    private const string BasicMonth = "price_1SubscriptionsBasicMonth0";

    private static readonly DateTimeOffset PeriodEnd = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Shop _shop = Shop.Subscriptions();
    private readonly Measurements _measured = new(BillingTelemetry.Name);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(DisplayName = "QA-01 A new subscription is active with its plan, and the ids of Stripe are kept")]
    public async Task NewSubscription()
    {
        _shop.Stripe.Answer = new { id = "cs_1", url = "https://pay.example" };
        using var browser = await _shop.OpenAsync();

        using var started = await browser.PostAsJsonAsync("/checkout", new CheckoutRequest("pro.monthly", Guid.NewGuid()), Cancel);
        Assert.Equal("https://pay.example", (await started.Content.ReadFromJsonAsync<Redirection>(Cancel))!.Url);
        Assert.Contains($"line_items[0][price]={ProMonth}", _shop.Stripe.Calls[^1].Form);

        await SubscribeAsync(browser);
        await DeliverAsync(browser, "invoice.paid", Invoice("in_1"));
        Assert.Equal(new Account("sub_1", "active") { Plan = "pro.monthly" }, Account);
        Assert.True(Account!.HasAccess);
        Assert.Equal(1, _measured["invoice.paid"]);
    }

    [Fact(DisplayName = "QA-02 An upgrade shows its price first and bills the difference at once")]
    public async Task Upgrade()
    {
        using var browser = await OpenAsSubscriberAsync();
        _shop.Stripe.AnswersTo["GET /v1/subscriptions/sub_1"] = Subscription(ProMonth);
        _shop.Stripe.AnswersTo["POST /v1/invoices/create_preview"] = new { id = "in_2", @object = "invoice", amount_due = 1400 };
        _shop.Stripe.AnswersTo["POST /v1/subscriptions/sub_1"] = Subscription(TeamMonth);

        var preview = await browser.GetFromJsonAsync<PlanChangePreview>("/subscription/preview?plan=team.monthly", Cancel);
        Assert.Equal(new PlanChangePreview("team.monthly", DueNow: 1400, AtPeriodEnd: false), preview);
        Assert.Contains($"subscription_details[items][0][price]={TeamMonth}", _shop.Stripe.Calls[^1].Form);

        var change = new PlanChangeRequest("team.monthly", Guid.NewGuid());
        Assert.Equal("team.monthly", (await ChangeAsync(browser, change))!.Plan);
        Assert.Contains("proration_behavior=always_invoice", _shop.Stripe.Calls[^1].Form);
        Assert.Equal($"upgrade-{change.ChangeId}", _shop.Stripe.Calls[^1].IdempotencyKey);
        Assert.Equal((1, 1, 1), (_measured["stripe.subscription.preview"], _measured["stripe.subscription.change"], _measured["plan.changed"]));
    }

    [Fact(DisplayName = "QA-03 A downgrade costs nothing now and waits for the end of the period")]
    public async Task Downgrade()
    {
        using var browser = await OpenAsSubscriberAsync();
        _shop.Stripe.AnswersTo["POST /v1/subscriptions/sub_1"] = Subscription(ProMonth, pendingPlan: "basic.monthly");

        var preview = await browser.GetFromJsonAsync<PlanChangePreview>("/subscription/preview?plan=basic.monthly", Cancel);
        Assert.Equal(new PlanChangePreview("basic.monthly", DueNow: 0, AtPeriodEnd: true), preview);

        var account = await ChangeAsync(browser, new PlanChangeRequest("basic.monthly", Guid.NewGuid()));
        Assert.Equal(("pro.monthly", "basic.monthly"), (account!.Plan, account.PendingPlan));
        Assert.Contains("cancel_at_period_end=true", _shop.Stripe.Calls[^1].Form);
        Assert.Contains("metadata[pending_plan]=basic.monthly", _shop.Stripe.Calls[^1].Form);
        Assert.Equal((1, 0), (_measured["stripe.subscription.downgrade_scheduled"], _measured["plan.changed"]));
    }

    [Theory(DisplayName = "QA-04 Reconciliation applies a downgrade shortly before the end of the period, and not earlier")]
    [InlineData(-1000, 0)]
    [InlineData(-600, 1)]
    public async Task Reconciliation(int secondsToPeriodEnd, int applied)
    {
        using var browser = await OpenAsSubscriberAsync();
        _shop.Stripe.AnswersTo["GET /v1/subscriptions"] = new
        {
            @object = "list",
            data = new[] { Subscription(ProMonth, pendingPlan: "basic.monthly"), Subscription(ProMonth, id: "sub_2") },
            has_more = false,
        };
        _shop.Stripe.AnswersTo["POST /v1/subscriptions/sub_1"] = Subscription(BasicMonth);
        var round = new Reconciliation(
            _shop.Services,
            _shop.Services.GetRequiredService<IOptionsMonitor<ReconcileOptions>>(),
            new StoppedClock(PeriodEnd.AddSeconds(secondsToPeriodEnd)),
            _shop.Services.GetRequiredService<Microsoft.Extensions.Logging.ILogger<Reconciliation>>());

        await round.RunAsync(Cancel);

        Assert.Equal(applied == 1 ? "basic.monthly" : "pro.monthly", Account!.Plan);
        Assert.Equal(applied, _shop.Stripe.Calls.Count(call => call.Form.Contains($"items[0][price]={BasicMonth}") && call.Form.Contains("proration_behavior=none")));
        Assert.Equal((1, applied), (_measured["stripe.subscription.reconcile.run"], _measured["stripe.subscription.downgrade.applied"]));
    }

    [Fact]
    public async Task FailedRound_IsCountedAndLogged_AndTheAppGoesOn()
    {
        await _shop.StartAsync();
        _shop.Stripe.Status = HttpStatusCode.TooManyRequests;
        _shop.Stripe.Answer = new { error = new { code = "rate_limit", message = "Too many requests" } };

        await _shop.Services.GetRequiredService<Reconciliation>().RunAsync(Cancel);

        Assert.Equal(1, _measured["stripe.subscription.reconcile.run"]);
        Assert.Contains("Reconciliation failed", _shop.Logs.Lines);
    }

    [Theory]
    [InlineData("true", 1)]
    [InlineData("false", 0)]
    public async Task KillSwitch_StopsTheRounds(string enabled, int rounds)
    {
        await using var shop = Shop.Subscriptions(new("Reconcile:Enabled", enabled), new("Reconcile:IntervalSeconds", "3600"));
        shop.Stripe.Answer = new { @object = "list", data = Array.Empty<object>(), has_more = false };

        await shop.StartAsync();
        for (var wait = 0; wait < 100 && _measured["stripe.subscription.reconcile.run"] < rounds; wait++)
            await Task.Delay(20, Cancel);

        Assert.Equal(rounds, shop.Stripe.Calls.Count);
    }

    [Fact(DisplayName = "QA-05 A payment that the bank wants confirmed shows a banner until it is")]
    public async Task StrongAuthentication()
    {
        using var browser = await OpenAsSubscriberAsync();

        await DeliverAsync(browser, "invoice.payment_action_required", Invoice("in_2"));
        Assert.Equal("Your bank asks you to confirm a payment.", (await AccountAsync(browser)).Banner);

        await DeliverAsync(browser, "invoice.paid", Invoice("in_2"));
        Assert.Null((await AccountAsync(browser)).Banner);
        Assert.Equal((1, 1, 1), (_measured["invoice.action_required"], _measured["stripe.sca.entered"], _measured["stripe.sca.completed"]));
    }

    [Fact(DisplayName = "QA-06 A failed payment shows a banner until a good card pays")]
    public async Task FailedPayment()
    {
        using var browser = await OpenAsSubscriberAsync();

        await DeliverAsync(browser, "invoice.payment_failed", Invoice("in_2"));
        await DeliverAsync(browser, "invoice.payment_failed", Invoice("in_2"));
        await DeliverAsync(browser, "customer.subscription.updated", Subscription(ProMonth, status: "past_due"));
        var pastDue = await AccountAsync(browser);
        Assert.Equal(("past_due", "Your last payment failed. Please use another card."), (pastDue.Status, pastDue.Banner));

        await DeliverAsync(browser, "customer.subscription.updated", Subscription(ProMonth));
        await DeliverAsync(browser, "invoice.paid", Invoice("in_2"));
        Assert.Equal(new Account("sub_1", "active") { Plan = "pro.monthly" }, Account);
        Assert.Equal((2, 1, 1), (_measured["invoice.failed"], _measured["stripe.dunning.entered"], _measured["stripe.dunning.recovered"]));
    }

    [Fact(DisplayName = "QA-07 The portal opens with its configuration; a downgrade and a cancellation there are taken over")]
    public async Task Portal()
    {
        using var browser = await OpenAsSubscriberAsync();
        _shop.Stripe.Answer = new { id = "bps_1", url = "https://portal.example" };

        using var opened = await browser.PostAsync("/portal", content: null, Cancel);
        Assert.Equal("https://portal.example", (await opened.Content.ReadFromJsonAsync<Redirection>(Cancel))!.Url);
        Assert.Contains("customer=cus_1", _shop.Stripe.Calls[^1].Form);
        Assert.Contains("configuration=bpc_1ReadySubscriptions000000", _shop.Stripe.Calls[^1].Form);

        await DeliverAsync(browser, "customer.subscription.updated", Subscription(BasicMonth));
        Assert.Equal("basic.monthly", (await AccountAsync(browser)).Plan);

        await DeliverAsync(browser, "customer.subscription.deleted", Subscription(BasicMonth, status: "canceled"));
        var canceled = await AccountAsync(browser);
        Assert.Equal(("canceled", null, false), (canceled.Status, canceled.Plan, canceled.HasAccess));
    }

    [Fact]
    public async Task RefusedChange_IsCounted()
    {
        using var browser = await OpenAsSubscriberAsync();
        _shop.Stripe.Status = HttpStatusCode.PaymentRequired;
        _shop.Stripe.Answer = new { error = new { code = "card_declined", message = "Declined" } };

        using var refused = await browser.PostAsJsonAsync("/subscription/plan", new PlanChangeRequest("team.monthly", Guid.NewGuid()), Cancel);

        Assert.Equal(HttpStatusCode.BadGateway, refused.StatusCode);
        Assert.Equal(1, _measured["stripe.subscription.change.error"]);
    }

    [Theory]
    [InlineData(Shop.WebhookSecret, HttpStatusCode.OK)]
    [InlineData(Shop.OldWebhookSecret, HttpStatusCode.OK)]
    [InlineData("another secret", HttpStatusCode.BadRequest)]
    public async Task Webhook_TriesEachSecret(string secret, HttpStatusCode status)
    {
        using var stripe = await _shop.OpenAsync();
        var body = Webhook.CheckoutCompleted();

        using var response = await stripe.DeliverAsync(BillingWebhook.Path, body, Webhook.Sign(body, secret));

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK, Account is not null);
        Assert.Equal(status == HttpStatusCode.OK ? 0 : 1, _measured["stripe.webhook.invalid_signature"]);
    }

    [Fact]
    public async Task Webhook_HandlesAnEventOnce_AndOnlyWhatIsAllowed()
    {
        using var stripe = await _shop.OpenAsync();
        var body = Webhook.CheckoutCompleted();

        await stripe.DeliverAsync(BillingWebhook.Path, body, Webhook.Sign(body));
        await stripe.DeliverAsync(BillingWebhook.Path, body, Webhook.Sign(body));
        await DeliverAsync(stripe, "charge.refunded", new { id = "ch_1", @object = "charge" });

        Assert.Equal((3, 1, 1), (_measured["stripe.webhook.received"], _measured["stripe.webhook.duplicate"], _measured["stripe.webhook.ignored"]));
    }

    public async ValueTask DisposeAsync()
    {
        _measured.Dispose();
        await _shop.DisposeAsync();
    }

    private Account? Account => _shop.Services.GetRequiredService<Accounts>().Find("cus_1");

    private static object Invoice(string id) => new { id, @object = "invoice", customer = "cus_1", attempt_count = 1 };

    private static object Subscription(string price, string? pendingPlan = null, string status = "active", string id = "sub_1") => new
    {
        id,
        @object = "subscription",
        customer = "cus_1",
        status,
        cancel_at_period_end = pendingPlan is not null,
        metadata = new { pending_plan = pendingPlan ?? "" },
        items = new
        {
            @object = "list",
            data = new[] { Item(price) },
            has_more = false,
        },
    };

    private static object Item(string price) => new
    {
        id = "si_1",
        @object = "subscription_item",
        current_period_end = PeriodEnd.ToUnixTimeSeconds(),
        price = new { id = price, @object = "price" },
    };

    private static async Task<Account> AccountAsync(HttpClient browser) => (await browser.GetFromJsonAsync<Account>("/subscription", Cancel))!;

    private static async Task<Account?> ChangeAsync(HttpClient browser, PlanChangeRequest change)
    {
        using var changed = await browser.PostAsJsonAsync("/subscription/plan", change, Cancel);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        return await changed.Content.ReadFromJsonAsync<Account>(Cancel);
    }

    private async Task<HttpClient> OpenAsSubscriberAsync()
    {
        var browser = await _shop.OpenAsCustomerAsync("cus_1");
        await SubscribeAsync(browser);
        return browser;
    }

    private static Task SubscribeAsync(HttpClient stripe) => DeliverAsync(stripe, "checkout.session.completed", new
    {
        id = "cs_1", @object = "checkout.session", customer = "cus_1", subscription = "sub_1", metadata = new { plan = "pro.monthly" },
    });

    private static async Task DeliverAsync(HttpClient stripe, string type, object content)
    {
        var body = Webhook.Event(type, content);
        using var response = await stripe.DeliverAsync(BillingWebhook.Path, body, Webhook.Sign(body));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
