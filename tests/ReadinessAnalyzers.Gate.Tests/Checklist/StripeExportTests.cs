using ReadinessAnalyzers.Gate.Checklist;

namespace ReadinessAnalyzers.Gate.Tests.Checklist;

/// <summary>RDY9031: what Stripe holds, as exported, is what the app needs.</summary>
public sealed class StripeExportTests : IDisposable
{
    private const string Prices = """
        {
          "Stripe": { "Prices": { "basic.monthly": "price_1", "pro": { "yearly": "price_2" } }, "WebhookUrl": "https://shop.example/stripe/webhook" },
          "App": { "PublicUrl": "https://shop.example/" }
        }
        """;

    private readonly Shop _shop = new Shop().Publishes(Prices).Handles("invoice.paid|checkout.session.completed");

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void Live_and_active_prices_with_the_right_interval_are_a_proof()
    {
        Exports("prices.json", List(Price("price_1"), Price("price_2", "year"), Price("price_9", live: false)));
        Assert.Empty(Findings());
        Assert.Equal((ProofKind.Stripe, "prices.json"), Of(Proved()["CAT-07"]));
    }

    [Theory]
    [InlineData("price_1", "month", 1, true, false, "(2,", "the price of 'basic.monthly' is not active, so nobody can buy it.")]
    [InlineData("price_1", "month", 1, false, true, "(2,", "the price of 'basic.monthly' is of test mode, so nobody can pay it.")]
    [InlineData("price_1", "year", 1, true, true, "(2,", "the price of 'basic.monthly' is charged every year.")]
    [InlineData("price_1", "month", 3, true, true, "(2,", "the price of 'basic.monthly' is charged every 3 months.")]
    [InlineData("price_2", "month", 1, true, true, "(2,", "the price of 'pro.yearly' is charged every month.")]
    public void A_price_that_does_not_fit_its_plan_is_a_finding_in_the_export(string id, string interval, int count, bool live, bool active, string place, string message)
    {
        var other = id == "price_1" ? Price("price_2", "year") : Price("price_1");
        Exports("prices.json", List(Price(id, interval, count, live, active), other));
        Assert.StartsWith($"RDY9031 error stripe/prices.json{place}", Assert.Single(Findings()));
        Assert.Contains($"CAT-07 (Live prices exist in Stripe and match amounts, interval and metering) does not hold: {message}", _shop.OnlyMessage("RDY9031"));
        Assert.DoesNotContain("price_1", _shop.OnlyMessage("RDY9031"));
        Assert.DoesNotContain("CAT-07", Proved().Keys);
    }

    [Theory]
    [InlineData("year", 1)]
    [InlineData("month", 12)]
    public void Twelve_months_are_a_year(string interval, int count)
    {
        Exports("prices.json", List(Price("price_1"), Price("price_2", interval, count)));
        Assert.Empty(Findings());
    }

    [Fact]
    public void A_plan_that_names_no_interval_may_have_any()
    {
        _shop.Publishes("appsettings.json", """{ "Stripe:Prices:seats": "price_3", "Stripe:Prices:month.to.year": "price_4" }""");
        Exports("prices.json", List(Price("price_1"), Price("price_2", "year"), Price("price_3", "week"), Price("price_4", "day")));
        Assert.Empty(Findings());
    }

    [Fact]
    public void A_price_that_Stripe_does_not_have_is_a_finding_at_the_setting()
    {
        Exports("prices.json", List(Price("price_1")));
        Assert.Equal(["RDY9031 error appsettings.Production.json(2,74)"], Findings());
        Assert.Contains("the export has no price with the id of 'Stripe:Prices:pro:yearly'.", _shop.OnlyMessage("RDY9031"));
    }

    [Fact]
    public void An_export_of_test_mode_is_one_finding()
    {
        Exports("prices.json", List(Price("price_7", live: false), Price("price_8", live: false)));
        Assert.Contains("the export is of test mode.", _shop.OnlyMessage("RDY9031"));
    }

    [Fact]
    public void A_page_of_many_proves_nothing_until_the_last_page_is_there()
    {
        Exports("1.json", List(true, Price("price_1"), Price("price_2", "year")));
        Assert.Equal(["RDY9031 error stripe/1.json(1,65)"], Findings());
        Exports("2.json", List(Price("price_9")));
        Assert.Empty(Findings());
        Assert.Contains("CAT-07", Proved().Keys);
    }

    [Fact]
    public void The_last_page_of_test_mode_is_not_that_of_live_mode()
    {
        Exports("1.json", List(true, Price("price_1"), Price("price_2", "year")));
        Exports("2.json", List(Price("price_9", live: false)));
        Exports("3.json", List());
        Assert.Equal(["RDY9031 error stripe/1.json(1,65)"], Findings());
    }

    [Theory]
    [InlineData("\"required\": [\"basic.monthly\", \"pro.yearly\"]", true)]
    [InlineData("\"required\": [\"basic.monthly\", \"team.monthly\"]", false)]
    [InlineData("\"required\": [\"basic.monthly\"], \"settings\": { \"team.monthly\": \"Team:Price\" }", false)]
    public void All_required_plans_are_there(string required, bool isProved)
    {
        Exports("prices.json", List(Price("price_1"), Price("price_2", "year")));
        _shop.Says($$"""{ "profile": "reference", "prices": { "section": "Stripe:Prices", {{required}} }, "evidence": { "stripe": "stripe" } }""");
        Assert.Equal(isProved, Proved().ContainsKey("CAT-07"));
        Assert.Empty(Findings());
    }

    [Fact]
    public void A_required_plan_that_is_deferred_leaves_the_question_open()
    {
        _shop.Publishes("""{ "Stripe": { "Prices": { "basic.monthly": "price_1" } } }""");
        Exports("prices.json", List(Price("price_1")));
        _shop.Says("""
            {
              "profile": "reference",
              "evidence": { "stripe": "stripe" },
              "prices": { "section": "Stripe:Prices", "required": ["basic.monthly", "pro.yearly"] },
              "deferred": { "Stripe:Prices:pro.yearly": "set by the host" }
            }
            """);
        Assert.Empty(Findings());
        Assert.DoesNotContain("CAT-07", Proved().Keys);
    }

    [Theory]
    [InlineData("planted", 1)]
    [InlineData("month", int.MaxValue)]
    public void An_interval_that_Stripe_does_not_have_is_not_shown(string interval, int count)
    {
        Exports("prices.json", List(Price("price_1", interval, count).Replace("2147483647", "\"planted\""), Price("price_2", "year")));
        Assert.Contains("the price of 'basic.monthly' is charged at an interval that is unknown here.", _shop.OnlyMessage("RDY9031"));
    }

    [Fact]
    public void Prices_that_nobody_can_see_leave_the_question_open()
    {
        _shop.Publishes("""{ "Stripe": { "Prices": { "basic.monthly": "price_1", "pro.yearly": "${PRO}" } } }""");
        Exports("prices.json", List(Price("price_1")));
        Assert.Empty(Findings());
        Assert.Empty(Proved());
    }

    [Fact]
    public void A_metered_price_is_metered()
    {
        _shop.Publishes("appsettings.json", """{ "Stripe:MeteredPriceId": "price_3" }""");
        Exports("prices.json", List(Price("price_1"), Price("price_2", "year"), Price("price_3")));
        Assert.Contains("the price of 'metered' is not metered, so usage is not charged.", _shop.OnlyMessage("RDY9031"));
        Exports("prices.json", List(Price("price_1"), Price("price_2", "year"), Price("price_3").Replace("licensed", "metered")));
        Assert.Empty(Findings());
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("[{0}]")]
    [InlineData("""{ "object": "list", "data": [{0}], "has_more": false, "url": "/v1/webhook_endpoints" }""")]
    [InlineData("""[{ "object": "list", "data": [{0}], "has_more": true }, { "object": "list", "data": [{ "object": "webhook_endpoint", "livemode": true }], "has_more": false }]""")]
    public void An_endpoint_at_the_address_with_the_handled_events_is_a_proof(string form)
    {
        Exports("endpoints.json", form.Replace("{0}", Endpoint("\"invoice.paid\", \"checkout.session.completed\"")));
        Assert.Empty(Findings());
        Assert.Equal((ProofKind.Stripe, "endpoints.json"), Of(Proved()["WH-07"]));
    }

    [Theory]
    [InlineData("\"invoice.paid\"", "Stripe does not send 'checkout.session.completed', which the code handles. Add it to the endpoint in Stripe, or remove the code.")]
    [InlineData("\"invoice.paid\", \"checkout.session.completed\", \"invoice.voided\", \"charge.refunded\"", "Stripe sends 'charge.refunded', 'invoice.voided', which no code handles. Take them off")]
    [InlineData("\"*\"", "the endpoint gets every type of event ('*'). Choose those that the code handles.")]
    [InlineData("", "Stripe does not send 'checkout.session.completed', 'invoice.paid', which the code handles. Add them")]
    public void Other_events_than_the_handled_ones_are_a_finding_at_the_list(string events, string message)
    {
        Exports("endpoints.json", Endpoint(events));
        Assert.Equal(["RDY9031 error stripe/endpoints.json(2,123)"], Findings());
        Assert.Contains($"WH-07 (Live endpoint exists with exactly the allowed events) does not hold: {message}", _shop.OnlyMessage("RDY9031"));
    }

    [Theory]
    [InlineData("\"enabled\"", "\"disabled\"", "the endpoint is disabled, so no event arrives.")]
    [InlineData("https://shop", "http://shop", "the endpoint is no https URL")]
    [InlineData("https://shop", "https://staging", "no live endpoint has the URL that 'Stripe:WebhookUrl' holds.")]
    [InlineData("/stripe/webhook", "/stripe", "no live endpoint has the URL that 'Stripe:WebhookUrl' holds.")]
    [InlineData("\"livemode\": true", "\"livemode\": false", "the export is of test mode.")]
    public void An_endpoint_that_gets_nothing_is_a_finding(string right, string wrong, string message)
    {
        Exports("endpoints.json", Endpoint("\"invoice.paid\", \"checkout.session.completed\"").Replace(right, wrong));
        Assert.Contains(message, _shop.OnlyMessage("RDY9031"));
        Assert.DoesNotContain("example", _shop.OnlyMessage("RDY9031"));
        Assert.Empty(Proved());
    }

    [Fact]
    public void Endpoints_of_others_and_of_test_mode_are_nobodys_business()
    {
        var ours = Endpoint("\"invoice.paid\", \"checkout.session.completed\"");
        Exports("endpoints.json", List(Endpoint("\"*\"").Replace("shop.example", "reports.example"), Endpoint("\"*\"").Replace("\"livemode\": true", "\"livemode\": false"), ours));
        Assert.Empty(Findings());
        Assert.Contains("WH-07", Proved().Keys);
    }

    [Fact]
    public void Two_endpoints_at_one_address_share_the_events()
    {
        Exports("endpoints.json", List(Endpoint("\"invoice.paid\""), Endpoint("\"checkout.session.completed\"")));
        Assert.Empty(Findings());
    }

    [Fact]
    public void What_another_endpoint_of_the_host_gets_may_be_what_the_code_handles_elsewhere()
    {
        var other = Endpoint("\"checkout.session.completed\", \"account.updated\"").Replace("/stripe/webhook", "/stripe/connect");
        Exports("endpoints.json", List(Endpoint("\"invoice.paid\""), other));
        Assert.Empty(Findings());
    }

    [Fact]
    public void Code_whose_choice_cannot_be_followed_may_handle_more()
    {
        _shop.Handles("invoice.voided", "Other.cs", isOpen: true);
        Exports("endpoints.json", Endpoint("\"invoice.paid\", \"checkout.session.completed\", \"invoice.voided\", \"charge.refunded\""));
        Assert.Empty(Findings());
    }

    [Fact]
    public void The_allow_list_agrees_with_the_endpoint()
    {
        _shop.Publishes("appsettings.json", """{ "Stripe": { "WebhookAllowedEvents": ["invoice.paid"] } }""");
        Exports("endpoints.json", Endpoint("\"invoice.paid\", \"checkout.session.completed\""));
        Assert.Contains("Stripe sends 'checkout.session.completed', which 'Stripe:WebhookAllowedEvents' does not list.", _shop.OnlyMessage("RDY9031"));
    }

    [Fact]
    public void What_is_no_known_type_is_counted_and_not_shown()
    {
        _shop.Publishes("appsettings.json", """{ "Stripe": { "WebhookAllowedEvents": "invoice.paid checkout.session.completed invoice.sent planted" } }""");
        Exports("endpoints.json", Endpoint("\"invoice.paid\", \"checkout.session.completed\""));
        Assert.Contains("Stripe does not send 'invoice.sent', 1 type unknown here, which 'Stripe:WebhookAllowedEvents' lists.", _shop.OnlyMessage("RDY9031"));

        Exports("endpoints.json", Endpoint("\"invoice.paid\", \"checkout.session.completed\", \"planted\", \"planted too\""));
        Assert.Contains("Stripe sends 2 types unknown here, which no code handles. Take them off the endpoint", _shop.OnlyMessage("RDY9031"));
    }

    [Theory]
    [InlineData("[\"invoice.paid\", \"checkout.session.completed\", \"v1.billing.meter.no_meter_found\"]")]
    [InlineData("[\"invoice.paid\", \"${OTHER_EVENT}\"]")]
    [InlineData("\"*\"")]
    public void An_allow_list_of_which_the_rest_is_elsewhere_agrees(string list)
    {
        _shop.Publishes("appsettings.json", $$"""{ "Stripe": { "WebhookAllowedEvents": {{list}} } }""");
        Exports("endpoints.json", Endpoint("\"invoice.paid\", \"checkout.session.completed\""));
        Assert.Empty(Findings());
        Assert.Contains("WH-07", Proved().Keys);
    }

    [Fact]
    public void Another_endpoint_of_the_host_that_gets_everything_may_get_what_the_code_handles()
    {
        Exports("endpoints.json", List(Endpoint("\"invoice.paid\""), Endpoint("\"*\"").Replace("/stripe/webhook", "/archive")));
        Assert.Empty(Findings());
    }

    [Theory]
    [InlineData("/hook")]
    [InlineData("file:///hook")]
    public void A_path_is_no_address(string address)
    {
        _shop.Publishes($$"""{ "Stripe:WebhookUrl": "{{address}}", "App:PublicUrl": "{{address}}" }""");
        Exports("endpoints.json", Endpoint("\"*\""));
        Assert.Empty(Findings());
        Assert.Empty(Proved());
    }

    [Fact]
    public void Without_an_address_the_public_host_tells_which_endpoint_is_meant()
    {
        _shop.Publishes("""{ "App:PublicUrl": "https://shop.example" }""");
        Exports("endpoints.json", Endpoint("\"invoice.paid\", \"checkout.session.completed\""));
        Assert.Empty(Findings());
        Assert.Contains("WH-07", Proved().Keys);
    }

    [Fact]
    public void Without_any_address_nobody_knows()
    {
        _shop.Publishes("{}");
        Exports("endpoints.json", Endpoint("\"*\""));
        Assert.Empty(Findings());
        Assert.Empty(Proved());
    }

    [Fact]
    public void No_endpoint_at_all_is_a_finding()
    {
        Exports("endpoints.json", """{ "object": "list", "data": [], "has_more": false, "url": "/v1/webhook_endpoints" }""");
        Assert.Contains("the export is empty.", _shop.OnlyMessage("RDY9031"));
    }

    [Fact]
    public void A_portal_that_lets_customers_help_themselves_is_a_proof()
    {
        Exports("portal.json", List(Portal("bpc_1")));
        Assert.Empty(Findings());
        Assert.Contains("DSH-02", Proved().Keys);
    }

    [Theory]
    [InlineData("\"active\": true", "\"active\": false", "the portal configuration is not active.")]
    [InlineData("\"invoice_history\": { \"enabled\": true }", "\"invoice_history\": { \"enabled\": false }", "customers cannot see their invoices in the portal ('invoice_history').")]
    [InlineData("\"payment_method_update\": { \"enabled\": true }", "\"x\": 1", "customers cannot change their card in the portal ('payment_method_update').")]
    [InlineData("\"subscription_cancel\": { \"enabled\": true }", "\"subscription_cancel\": { \"enabled\": false }", "customers cannot cancel in the portal")]
    [InlineData("\"proration_behavior\": \"none\"", "\"proration_behavior\": \"create_prorations\"", "a customer who goes to a cheaper plan in mid-cycle gets a credit")]
    [InlineData("\"proration_behavior\": \"none\"", "\"proration_behavior\": \"always_invoice\"", "a customer who goes to a cheaper plan in mid-cycle gets a credit")]
    [InlineData("\"livemode\": true", "\"livemode\": false", "the export is of test mode.")]
    public void A_portal_without_one_of_its_features_is_a_finding(string right, string wrong, string message)
    {
        Exports("portal.json", List(Portal("bpc_1").Replace(right, wrong)));
        Assert.Contains($"DSH-02 (Customer portal configured) does not hold: {message}", _shop.OnlyMessage("RDY9031"));
    }

    [Fact]
    public void A_downgrade_that_is_put_off_gives_no_credit()
    {
        Exports("portal.json", List(Portal("bpc_1").Replace("\"none\"", "\"create_prorations\", \"schedule_at_period_end\": { \"conditions\": [{ \"type\": \"decreasing_item_amount\" }] }")));
        Assert.Empty(Findings());
    }

    [Fact]
    public void The_configuration_that_the_app_names_is_the_one_that_counts()
    {
        _shop.Publishes("appsettings.json", """{ "Stripe:PortalConfigurationId": "bpc_2" }""");
        Exports("portal.json", List(Portal("bpc_1"), Portal("bpc_2").Replace("\"subscription_cancel\": { \"enabled\": true }", "\"subscription_cancel\": { \"enabled\": false }")));
        Assert.Contains("customers cannot cancel", _shop.OnlyMessage("RDY9031"));
        Exports("portal.json", List(Portal("bpc_1")));
        Assert.Contains("no live portal configuration with the id that 'Stripe:PortalConfigurationId' holds", _shop.OnlyMessage("RDY9031"));
    }

    [Theory]
    [InlineData("active", true, null)]
    [InlineData("pending", true, "the tax settings are not active")]
    [InlineData("active", false, "the export is of test mode")]
    public void Tax_settings_are_active(string status, bool live, string? message)
    {
        Exports("tax.json", $$"""{ "object": "tax.settings", "livemode": {{(live ? "true" : "false")}}, "status": "{{status}}" }""", "metered-billing", "tax");
        Assert.Equal(message is null, Proved().ContainsKey("DSH-04"));
        if (message is not null)
            Assert.Contains($"DSH-04 (Tax settings, rates and rollout agreed with finance) does not hold: {message}", _shop.OnlyMessage("RDY9031"));
    }

    [Theory]
    [InlineData("shop.example", true, "active", null)]
    [InlineData("SHOP.example", true, "active", null)]
    [InlineData("shop.example", false, "active", "the domain is not enabled")]
    [InlineData("shop.example", true, "inactive", "Apple Pay is not active for the domain.")]
    [InlineData("www.shop.example", true, "active", "the host that 'App:PublicUrl' holds is not registered")]
    public void The_domain_is_registered_for_wallets(string domain, bool enabled, string applePay, string? message)
    {
        var json = $$"""{ "object": "payment_method_domain", "livemode": true, "domain_name": "{{domain}}", "enabled": {{(enabled ? "true" : "false")}}, "apple_pay": { "status": "{{applePay}}" } }""";
        Exports("domains.json", List(json), "subscription-saas", "wallets");
        Assert.Equal(message is null, Proved().ContainsKey("DSH-05"));
        if (message is not null)
            Assert.Contains($"DSH-05 (Wallets enabled and domain registered) does not hold: {message}", _shop.OnlyMessage("RDY9031"));
    }

    [Theory]
    [InlineData("""{ "object": "account", "charges_enabled": true }""", true)]
    [InlineData("""{ "object": "account", "charges_enabled": false }""", false)]
    public void The_account_takes_payments(string json, bool isProved)
    {
        Exports("account.json", json, "plans-and-disputes");
        Assert.Equal(isProved, Proved().ContainsKey("DSH-01"));
        Assert.Equal(isProved ? 0 : 1, Findings().Length);
    }

    [Theory]
    [InlineData("""{ "object": "list", "url": "/v1/accounts", "has_more": true, "data": [{ "object": "account", "charges_enabled": true }] }""")]
    [InlineData("""{ "object": "list", "url": "/v1/accounts", "has_more": false, "data": [{ "object": "account", "charges_enabled": false }] }""")]
    [InlineData("""{ "object": "list", "url": "/v1/accounts", "has_more": false, "data": [] }""")]
    [InlineData("""[{ "object": "account", "charges_enabled": true }]""")]
    public void A_list_of_accounts_is_one_of_connected_accounts_and_says_nothing_of_the_teams_own(string json)
    {
        Exports("accounts.json", json, "plans-and-disputes");
        Assert.DoesNotContain("DSH-01", Proved().Keys);
        Assert.Empty(Findings());

        _shop.Has("stripe/account.json", """{ "object": "account", "charges_enabled": true }""");
        Assert.Equal("account.json", Of(Proved()["DSH-01"]).Item2);
    }

    [Fact]
    public void Of_two_accounts_that_disagree_nobody_knows_which_is_meant()
    {
        Exports("1.json", """{ "object": "account", "charges_enabled": false }""", "plans-and-disputes");
        Exports("2.json", """{ "object": "account", "charges_enabled": true }""", "plans-and-disputes");
        Assert.DoesNotContain("DSH-01", Proved().Keys);
        Assert.Empty(Findings());
    }

    [Fact]
    public void What_needs_a_feature_that_the_app_does_not_have_is_not_judged()
    {
        Exports("tax.json", """{ "object": "tax.settings", "livemode": true, "status": "pending" }""", "metered-billing");
        Assert.Empty(Findings());
    }

    [Theory]
    [InlineData("""{ "error": { "message": "Invalid API Key" } }""", "The file is no object or list as Stripe's API returns it.")]
    [InlineData("""{ "object": "list", "data": [""", "The export from Stripe is no JSON")]
    [InlineData("\"x\"", "The file is no object or list")]
    public void What_is_no_export_is_a_finding(string text, string message)
    {
        Exports("prices.json", text);
        Assert.StartsWith("RDY9032 error stripe/prices.json(", Assert.Single(Findings()));
        Assert.StartsWith(message, _shop.OnlyMessage("RDY9032"));
    }

    [Fact]
    public void Objects_of_other_kinds_are_left_alone()
    {
        Exports("products.json", List("""{ "object": "product", "livemode": false, "active": false }"""));
        Assert.Empty(Findings());
        Assert.Empty(Proved());
    }

    [Fact]
    public void A_folder_without_an_export_is_a_finding_where_it_is_named()
    {
        Exports("README.md", "# How we export");
        Assert.Equal(["RDY9032 error readiness.json(3,27)"], Findings());
    }

    [Fact]
    public void The_secret_of_an_endpoint_is_a_finding_of_its_own_and_is_not_shown()
    {
        var secret = StripeKeys.Make("whsec_");
        Exports("endpoints.json", Endpoint("\"invoice.paid\", \"checkout.session.completed\"").Replace("\"status\"", $"\"secret\": \"{secret}\",\n\"status\""));
        Assert.Equal(["RDY9035 error stripe/endpoints.json(2,182)"], Findings());
        Assert.DoesNotContain(secret[6..], _shop.OnlyMessage("RDY9035"));
        Assert.Contains("A webhook secret (whsec_…) stands in evidence", _shop.OnlyMessage("RDY9035"));
    }

    [Fact]
    public void Another_secret_is_found_wherever_it_stands()
    {
        Exports("prices.json", List(Price("price_1"), Price("price_2", "year")) + $"\n// {StripeKeys.Make("rk_live_", length: 99)}");
        Assert.Equal(["RDY9035 error stripe/prices.json(4,4)"], Findings());
    }

    [Theory]
    [InlineData("whsec_...")]
    [InlineData("whsec_********")]
    [InlineData("")]
    [InlineData("[REDACTED]")]
    public void A_mask_is_no_secret(string masked)
    {
        Exports("endpoints.json", Endpoint("\"invoice.paid\", \"checkout.session.completed\"").Replace("\"status\"", $"\"secret\": \"{masked}\", \"status\""));
        Assert.Empty(Findings());
    }

    private void Exports(string file, string json, string profile = "reference", params string[] features) => _shop.Has("stripe/" + file, json).Says($$"""
        { "profile": "{{profile}}",
          "prices": ["basic.monthly", "pro.yearly"], "features": [{{string.Join(", ", features.Select(feature => $"\"{feature}\""))}}],
          "evidence": { "stripe": "stripe" } }
        """);

    private string[] Findings() => [.. _shop.Findings("RDY903").Where(finding => !finding.StartsWith("RDY9030", StringComparison.Ordinal) && !finding.StartsWith("RDY9034", StringComparison.Ordinal))];

    private IReadOnlyDictionary<string, Proof> Proved() => _shop.Judge().Input.ProvedRequirements;

    private static (ProofKind, string) Of(Proof proof) => (proof.Kind, Path.GetFileName(proof.Position.Path));

    private static string List(params string[] objects) => List(false, objects);

    private static string List(bool hasMore, params string[] objects) =>
        $$"""{ "object": "list", "url": "/v1/somewhere", "has_more":         {{(hasMore ? "true" : "false")}}, "data": [{{string.Concat(objects.Select((item, i) => $"{(i > 0 ? "," : "")}\n{item}"))}}] }""";

    private static string Price(string id, string interval = "month", int count = 1, bool live = true, bool active = true) =>
        $$"""{ "id": "{{id}}", "object": "price", "active": {{(active ? "true" : "false")}}, "livemode": {{(live ? "true" : "false")}}, "recurring": { "interval": "{{interval}}", "interval_count": {{count}}, "usage_type": "licensed" } }""";

    private static string Endpoint(string events) =>
        $$"""
        { "object": "webhook_endpoint", "livemode": true,
          "url": "https://shop.example/stripe/webhook", "api_version": "2026-08-27.basil", "application": null, "enabled_events": [{{events}}], "status": "enabled" }
        """;

    private static string Portal(string id) =>
        $$"""
        { "id": "{{id}}", "object": "billing_portal.configuration", "active": true, "is_default": {{(id == "bpc_1" ? "true" : "false")}}, "livemode": true, "features": {
          "invoice_history": { "enabled": true }, "payment_method_update": { "enabled": true }, "subscription_cancel": { "enabled": true },
          "subscription_update": { "enabled": true, "proration_behavior": "none" } } }
        """;
}
