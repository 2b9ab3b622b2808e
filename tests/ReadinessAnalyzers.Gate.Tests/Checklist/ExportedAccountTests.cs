namespace ReadinessAnalyzers.Gate.Tests.Checklist;

/// <summary>RDY9031: portal, tax settings, domains and account are as the requirements of the profile need them.</summary>
public sealed class ExportedAccountTests : StripeExportsOfShop
{
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
        Assert.Contains($"DSH-02 (Customer portal configured) does not hold: {message}", Shop.OnlyMessage("RDY9031"));
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
        Shop.Publishes("appsettings.json", """{ "Stripe:PortalConfigurationId": "bpc_2" }""");
        Exports("portal.json", List(Portal("bpc_1"), Portal("bpc_2").Replace("\"subscription_cancel\": { \"enabled\": true }", "\"subscription_cancel\": { \"enabled\": false }")));
        Assert.Contains("customers cannot cancel", Shop.OnlyMessage("RDY9031"));
        Exports("portal.json", List(Portal("bpc_1")));
        Assert.Contains("no live portal configuration with the id that 'Stripe:PortalConfigurationId' holds", Shop.OnlyMessage("RDY9031"));
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
            Assert.Contains($"DSH-04 (Tax settings, rates and rollout agreed with finance) does not hold: {message}", Shop.OnlyMessage("RDY9031"));
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
            Assert.Contains($"DSH-05 (Wallets enabled and domain registered) does not hold: {message}", Shop.OnlyMessage("RDY9031"));
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

        Shop.Has("stripe/account.json", """{ "object": "account", "charges_enabled": true }""");
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
}
