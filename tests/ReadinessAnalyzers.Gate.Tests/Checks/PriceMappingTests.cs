namespace ReadinessAnalyzers.Gate.Tests.Checks;

/// <summary>RDY8005: every required plan has a price of its own.</summary>
public sealed class PriceMappingTests : IDisposable
{
    private const string Required = """{ "prices": ["basic.monthly", "pro.monthly"] }""";
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("""{ "Stripe": { "Prices": { "basic.monthly": "price_1", "pro.monthly": "price_2" } } }""")]
    [InlineData("""{ "Stripe": { "Prices": { "Basic": { "Monthly": "price_1" }, "pro": { "monthly": "price_2", "yearly": "price_3" } } } }""")]
    [InlineData("""{ "Stripe:Prices:basic.monthly": "price_1", "Stripe:Prices:pro:monthly": "${PRO}" }""")]
    [InlineData("""{ "Stripe:Prices:basic.monthly": "plan_1", "Stripe:Prices:pro:monthly": "price_1" }""")] // a plan of before there were prices is one
    public void A_complete_mapping_is_fine_in_each_spelling(string json) => Assert.Empty(_shop.Publishes(json).Says(Required).Findings());

    [Fact]
    public void All_plans_without_a_price_are_one_finding_at_the_section()
    {
        _shop.Publishes("{\n  \"Stripe\": {\n    \"Prices\": { \"gold.monthly\": \"price_1\" }\n  }\n}").Says(Required);
        Assert.Equal(["RDY8005 error appsettings.Production.json(3,5)"], _shop.Findings());
        Assert.Equal(
            "'Stripe:Prices' maps no price to 'basic.monthly', 'pro.monthly', which readiness.json requires.",
            _shop.OnlyMessage());
    }

    [Fact]
    public void Without_a_settings_file_the_finding_stands_at_the_policy() =>
        Assert.Equal(["RDY8005 error readiness.json(1,1)"], _shop.Says(Required).Findings());

    [Theory]
    [InlineData("prod_1")]
    [InlineData("pro_lookup_key")]
    [InlineData("9.99")]
    public void A_value_that_is_no_price_is_a_finding(string value) =>
        Assert.Equal(
            ["RDY8005 error appsettings.Production.json(1,74)"],
            _shop.Publishes($$"""{ "Stripe:Prices:basic.monthly": "price_1", "Stripe:Prices:pro:monthly": "{{value}}" }""").Says(Required).Findings());

    [Fact]
    public void A_price_used_twice_is_a_finding_at_the_second()
    {
        _shop.Publishes("{\n\"Stripe:Prices:basic.monthly\": \"price_1\",\n\"Stripe:Prices:pro.monthly\": \"price_1\" }").Says(Required);
        Assert.Equal(["RDY8005 error appsettings.Production.json(3,30)"], _shop.Findings());
        Assert.Equal(
            "'Stripe:Prices:pro.monthly' and 'Stripe:Prices:basic.monthly' hold the same price, so one of the two plans is charged wrongly.",
            _shop.OnlyMessage());
    }

    [Theory]
    [InlineData("""{ "deferred": { "Stripe:Prices": "host" }, "prices": ["a.b"] }""")]
    [InlineData("""{ "deferred": { "Stripe:Prices:a.b": "host" }, "prices": ["a.b"] }""")]
    [InlineData("""{ "deferred": { "Stripe__Prices__a__b": "host" }, "prices": ["a.b"] }""")]
    public void A_deferred_price_or_section_is_not_missing(string policy) => Assert.Empty(_shop.Says(policy).Findings());

    [Fact]
    public void Another_section_is_asked_where_the_policy_says_so() =>
        Assert.Empty(_shop
            .Publishes("""{ "Plans": { "a.b": "price_1" } }""")
            .Says("""{ "prices": { "section": "Plans", "required": ["a.b"] } }""").Findings());

    [Fact]
    public void A_neighbour_of_the_section_is_not_in_it() =>
        Assert.Empty(_shop.Publishes("""{ "Stripe:PricesNote": "none", "Stripe:Prices:a": "price_1" }""").Says("""{ "prices": [] }""").Findings());

    [Fact]
    public void Without_a_required_list_prices_are_nobodys_business() =>
        Assert.Empty(_shop.Publishes("""{ "Stripe:Prices": { "a": "x", "b": "x" } }""").Findings());
}
