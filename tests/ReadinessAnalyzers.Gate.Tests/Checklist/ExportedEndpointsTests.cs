using ReadinessAnalyzers.Gate.Checklist;

namespace ReadinessAnalyzers.Gate.Tests.Checklist;

/// <summary>RDY9031: an endpoint of Stripe is where the app listens, and gets what the code handles.</summary>
public sealed class ExportedEndpointsTests : StripeExportsOfShop
{
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
        Assert.Contains($"WH-07 (Live endpoint exists with exactly the allowed events) does not hold: {message}", Shop.OnlyMessage("RDY9031"));
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
        Assert.Contains(message, Shop.OnlyMessage("RDY9031"));
        Assert.DoesNotContain("example", Shop.OnlyMessage("RDY9031"));
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
        Shop.Handles("invoice.voided", "Other.cs", isOpen: true);
        Exports("endpoints.json", Endpoint("\"invoice.paid\", \"checkout.session.completed\", \"invoice.voided\", \"charge.refunded\""));
        Assert.Empty(Findings());
    }

    [Fact]
    public void The_allow_list_agrees_with_the_endpoint()
    {
        Shop.Publishes("appsettings.json", """{ "Stripe": { "WebhookAllowedEvents": ["invoice.paid"] } }""");
        Exports("endpoints.json", Endpoint("\"invoice.paid\", \"checkout.session.completed\""));
        Assert.Contains("Stripe sends 'checkout.session.completed', which 'Stripe:WebhookAllowedEvents' does not list.", Shop.OnlyMessage("RDY9031"));
    }

    [Fact]
    public void What_is_no_known_type_is_counted_and_not_shown()
    {
        Shop.Publishes("appsettings.json", """{ "Stripe": { "WebhookAllowedEvents": "invoice.paid checkout.session.completed invoice.sent planted" } }""");
        Exports("endpoints.json", Endpoint("\"invoice.paid\", \"checkout.session.completed\""));
        Assert.Contains("Stripe does not send 'invoice.sent', 1 type unknown here, which 'Stripe:WebhookAllowedEvents' lists.", Shop.OnlyMessage("RDY9031"));

        Exports("endpoints.json", Endpoint("\"invoice.paid\", \"checkout.session.completed\", \"planted\", \"planted too\""));
        Assert.Contains("Stripe sends 2 types unknown here, which no code handles. Take them off the endpoint", Shop.OnlyMessage("RDY9031"));
    }

    [Theory]
    [InlineData("[\"invoice.paid\", \"checkout.session.completed\", \"v1.billing.meter.no_meter_found\"]")]
    [InlineData("[\"invoice.paid\", \"${OTHER_EVENT}\"]")]
    [InlineData("\"*\"")]
    public void An_allow_list_of_which_the_rest_is_elsewhere_agrees(string list)
    {
        Shop.Publishes("appsettings.json", $$"""{ "Stripe": { "WebhookAllowedEvents": {{list}} } }""");
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
        Shop.Publishes($$"""{ "Stripe:WebhookUrl": "{{address}}", "App:PublicUrl": "{{address}}" }""");
        Exports("endpoints.json", Endpoint("\"*\""));
        Assert.Empty(Findings());
        Assert.Empty(Proved());
    }

    [Fact]
    public void Without_an_address_the_public_host_tells_which_endpoint_is_meant()
    {
        Shop.Publishes("""{ "App:PublicUrl": "https://shop.example" }""");
        Exports("endpoints.json", Endpoint("\"invoice.paid\", \"checkout.session.completed\""));
        Assert.Empty(Findings());
        Assert.Contains("WH-07", Proved().Keys);
    }

    [Fact]
    public void Without_any_address_nobody_knows()
    {
        Shop.Publishes("{}");
        Exports("endpoints.json", Endpoint("\"*\""));
        Assert.Empty(Findings());
        Assert.Empty(Proved());
    }

    [Fact]
    public void No_endpoint_at_all_is_a_finding()
    {
        Exports("endpoints.json", """{ "object": "list", "data": [], "has_more": false, "url": "/v1/webhook_endpoints" }""");
        Assert.Contains("the export is empty.", Shop.OnlyMessage("RDY9031"));
    }
}
