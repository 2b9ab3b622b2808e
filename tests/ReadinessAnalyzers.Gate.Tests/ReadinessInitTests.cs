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
