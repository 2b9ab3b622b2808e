namespace ReadinessAnalyzers.Gate.Tests;

/// <summary>The first readiness.json: as small as it can be, and never in the place of another one.</summary>
public sealed class ReadinessInitTests : IDisposable
{
    private readonly PublishedShop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void Missing_settings_are_deferred_and_mapped_plans_required()
    {
        _shop.Read("Stripe:WebhookSecret", "webhookSecret");
        _shop.Read("Stripe:SecretKey", "secretKey");
        _shop.Read("Stripe:PublishableKey", "publishableKey");
        _shop.Publish("appsettings.Production.json", """
            { "Stripe": { "PublishableKey": "pk_live_x", "Prices": { "pro.monthly": "price_1", "pro": { "yearly": "price_2" } } } }
            """);
        Assert.True(_shop.Run(new ReadinessInit()));
        Assert.Equal(
            """
            {
              "$schema": "https://raw.githubusercontent.com/ReadinessAnalyzers/ReadinessAnalyzers/main/src/ReadinessAnalyzers.Package/schema/readiness.schema.json",
              "prices": ["pro.monthly", "pro.yearly"],
              "deferred": {
                "Stripe:SecretKey": "set by the host",
                "Stripe:WebhookSecret": "set by the host"
              }
            }

            """.ReplaceLineEndings("\n"),
            File.ReadAllText(_shop.PathOf("readiness.json")));
        Assert.True(_shop.Run(new ReadinessGate()));
        Assert.EndsWith("Readiness: passed, 2 deferred ('Stripe:SecretKey', 'Stripe:WebhookSecret'), 0 suppressed, Production", _shop.Engine.Visible[^1]);
    }

    [Theory]
    [InlineData("readiness.json")]
    [InlineData("deploy/live/readiness.json")]
    public void A_file_that_the_project_names_and_lacks_is_written_there(string policy)
    {
        _shop.Read("Stripe:SecretKey", "secretKey");
        Assert.True(_shop.Run(new ReadinessInit { PolicyFile = policy }), _shop.Engine.Everything);
        Assert.Contains("\"Stripe:SecretKey\"", File.ReadAllText(_shop.PathOf(policy)), StringComparison.Ordinal);
        Assert.True(_shop.Run(new ReadinessGate { PolicyFile = policy }), _shop.Engine.Everything);
    }

    [Theory]
    [InlineData("""{ "Billing": { "Prices": { "pro.monthly": "price_1" } } }""", """  "prices": { "section": "Billing:Prices", "required": ["pro.monthly"] }""")]
    [InlineData("""{ "Stripe": { "Prices": { "pro.monthly": "price_1", "currency": "eur" } } }""", null)]  // no price map
    [InlineData("""{ "Stripe": { "Prices": { "Pro": "price_1" } } }""", null)]                             // no interval
    [InlineData("""{ "Stripe": { "Prices": { "pro.monthly": null } } }""", null)]                          // no price
    [InlineData("""{ "a.title": "price_list.pdf", "Stripe": { "Prices": { "a.b": "price_1" } } }""", """  "prices": ["a.b"]""")]
    [InlineData("""{ "A": { "Prices": { "a.b": "price_1" } }, "B": { "Prices": { "a.b": "price_2" } } }""", null)] // which one?
    public void Only_a_section_that_is_a_price_map_is_required(string settings, string? expected)
    {
        _shop.Publish("appsettings.Production.json", settings);
        Assert.True(_shop.Run(new ReadinessInit()));
        Assert.Equal(expected, File.ReadLines(_shop.PathOf("readiness.json")).FirstOrDefault(line => line.Contains("prices")));
    }

    [Theory]
    [InlineData("STRIPE_PRICE_MAP", """{ "STRIPE_PRICE_MAP": "{\"pro.monthly\":\"price_1\",\"pro\":{\"yearly\":\"price_2\"}}" }""", """  "prices": { "section": "STRIPE_PRICE_MAP", "required": ["pro.monthly", "pro.yearly"] }""")]
    [InlineData("Billing:Plans", """{ "Billing": { "Plans": { "pro.monthly": "price_1" } } }""", """  "prices": { "section": "Billing:Plans", "required": ["pro.monthly"] }""")]
    [InlineData("Billing:Plans", """{ "Billing": { "Plans": { "pro": "price_1" } } }""", null)]
    public void A_map_of_another_name_is_one_if_the_code_picks_prices_from_it(string section, string settings, string? expected)
    {
        _shop.Publish("appsettings.Production.json", settings);
        _shop.Read(section, "priceMap");
        Assert.True(_shop.Run(new ReadinessInit()));
        Assert.Equal(expected, File.ReadLines(_shop.PathOf("readiness.json")).FirstOrDefault(line => line.Contains("prices"))?.TrimEnd(','));
        Assert.True(_shop.Run(new ReadinessGate()), _shop.Engine.Everything);
    }

    [Fact]
    public void What_the_code_handles_and_records_is_required_from_now_on()
    {
        _shop.Handle("invoice.paid|charge.refunded|invoice.payd"); // a slip of which RDY2009 speaks
        _shop.Handle("invoice.paid|charge.dispute.created");
        _shop.Record("shop.orders");
        _shop.Record("shop.idle", TelemetryFact.Uses.No);
        _shop.Record("shop.*");
        _shop.Export();
        Assert.True(_shop.Run(new ReadinessInit()));
        Assert.Equal(
            [
                """  "events": ["charge.dispute.created", "charge.refunded", "invoice.paid"],""",
                """  "telemetry": { "instruments": ["shop.orders"] }""",
            ],
            File.ReadLines(_shop.PathOf("readiness.json")).Skip(2).Take(2));
        Assert.True(_shop.Run(new ReadinessGate()), _shop.Engine.Everything);
    }

    [Fact]
    public void A_long_list_has_one_text_a_line()
    {
        _shop.Handle("checkout.session.completed|customer.subscription.created|customer.subscription.deleted|customer.subscription.updated|invoice.paid");
        Assert.True(_shop.Run(new ReadinessInit()));
        Assert.Contains("\n  \"events\": [\n    \"checkout.session.completed\",\n    \"customer.subscription.created\",\n", File.ReadAllText(_shop.PathOf("readiness.json")), StringComparison.Ordinal);
        Assert.True(_shop.Run(new ReadinessGate()), _shop.Engine.Everything);
    }

    [Fact]
    public void Instruments_that_nobody_exports_are_not_required()
    {
        _shop.Record("shop.orders");
        Assert.True(_shop.Run(new ReadinessInit()));
        Assert.DoesNotContain("telemetry", File.ReadAllText(_shop.PathOf("readiness.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_is_there_is_the_teams_own()
    {
        _shop.Handle("invoice.paid");
        _shop.Record("shop.orders");
        _shop.Export();
        var policy = _shop.Write("readiness.json", """{ "events": [], "telemetry": { "registered": ["Shop"] } }""");
        Assert.True(_shop.Run(new ReadinessInit()));
        Assert.Equal($"Readiness: {policy} has all that the code needs.", Assert.Single(_shop.Engine.Visible));
    }

    [Fact]
    public void An_order_that_is_only_noted_is_no_fault()
    {
        _shop.Write("readiness.json", """{ "suppressions": [{ "id": "RDY8013", "key": "B", "reason": "x", "until": "2026-12-31" }, { "id": "RDY8013", "key": "A", "reason": "x", "until": "2026-12-31" }] }""");
        Assert.True(_shop.Run(new ReadinessInit()));
    }

    [Fact]
    public void An_existing_file_is_left_alone_and_told_what_it_lacks()
    {
        _shop.Read("A", "secretKey");
        _shop.Read("B", "secretKey");
        var policy = _shop.Write("readiness.json", """{ "deferred": { "A": "ours" } }""");
        Assert.True(_shop.Run(new ReadinessInit()));
        Assert.Equal("""{ "deferred": { "A": "ours" } }""", File.ReadAllText(policy));
        Assert.Equal(
            $"Readiness: {policy} exists and is left as it is. It lacks:\n  \"deferred\": {{\n    \"B\": \"set by the host\"\n  }}",
            Assert.Single(_shop.Engine.Visible));
    }

    [Fact]
    public void An_existing_file_that_requires_plans_lacks_no_plan()
    {
        _shop.Publish("appsettings.Production.json", """{ "Billing": { "Prices": { "pro.monthly": "price_1" } } }""");
        var policy = _shop.Write("readiness.json", """{ "prices": [] }""");
        Assert.True(_shop.Run(new ReadinessInit()));
        Assert.Equal($"Readiness: {policy} has all that the code needs.", Assert.Single(_shop.Engine.Visible));
    }

    [Fact]
    public void A_setting_of_any_name_is_written_as_JSON()
    {
        const string written = """a \"b\" \\c \u001f""";
        _shop.Read(written, "secretKey");
        Assert.True(_shop.Run(new ReadinessInit()));
        Assert.Contains($"\n    \"{written}\": \"set by the host\"\n", File.ReadAllText(_shop.PathOf("readiness.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_existing_file_may_be_complete()
    {
        var policy = _shop.Write("readiness.json", "{}");
        Assert.True(_shop.Run(new ReadinessInit()));
        Assert.Equal($"Readiness: {policy} has all that the code needs.", Assert.Single(_shop.Engine.Visible));
    }

    [Theory]
    [InlineData("""{ "version": "1.0.0" }""", "RDY9003")]
    [InlineData("""{ "version": "2.1.0" }""", "RDY9001")]
    public void Without_a_checked_project_no_file_is_written(string log, string code)
    {
        _shop.AddLog("Shop.sarif", log);
        Assert.False(_shop.Run(new ReadinessInit()));
        Assert.Equal(code, Assert.Single(_shop.Engine.Errors).Code);
        Assert.False(File.Exists(_shop.PathOf("readiness.json")));
    }
}
