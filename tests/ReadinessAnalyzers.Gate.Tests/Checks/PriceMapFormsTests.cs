namespace ReadinessAnalyzers.Gate.Tests.Checks;

/// <summary>RDY8005 and RDY8020: the forms that maps of prices have in the wild, and the maps of test mode and of all modes.</summary>
public sealed class PriceMapFormsTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("""{"basic.monthly":"price_1","pro.monthly":"price_2"}""")]
    [InlineData("""{ "basic": { "monthly": "price_1" }, "pro": { "monthly": "price_2", "yearly": "price_3" } }""")]
    [InlineData("${MAP}")]
    public void A_map_may_be_one_text(string map) =>
        Assert.Empty(_shop.Sets("MAP_LIVE", map).Says("""{ "prices": { "section": "MAP_LIVE", "required": ["basic.monthly", "pro.monthly"] } }""").Findings());

    [Theory]
    [InlineData("""{"basic.monthly":"price_1"}""", "RDY8005 error readiness.json(1,1)")]
    [InlineData("""{"basic.monthly":"price_1","pro.monthly":""}""", "RDY8005 error readiness.json(1,1)")]
    [InlineData("""{"basic.monthly":"price_1","pro.monthly":"prod_2"}""", "RDY8005 error prod.env(1,10)")]
    [InlineData("""{"basic.monthly":"price_1","pro.monthly":"price_1"}""", "RDY8005 error prod.env(1,10)")]
    [InlineData("""{"basic.monthly":"price_1","pro.monthly":7}""", "RDY8005 error prod.env(1,10)")]
    [InlineData("""{"basic.monthly":"price_1","pro.monthly":"price""", "RDY8005 error prod.env(1,10)")]
    [InlineData("""["price_1"]""", "RDY8005 error prod.env(1,10)")]
    public void One_text_is_judged_like_a_section(string map, string finding) =>
        Assert.Equal([finding], _shop.Sets("MAP_LIVE", map).Says("""{ "prices": { "section": "MAP_LIVE", "required": ["basic.monthly", "pro.monthly"] } }""").Findings());

    [Theory]
    [InlineData("price_1", "price_2", null)]
    [InlineData("price_1", "${PRO}", null)]
    [InlineData("price_1", "", "RDY8005 error readiness.json(2,28)")]
    [InlineData("price_1", "price_1", "RDY8005 error prod.env(2,11)")]
    [InlineData("price_1", "pro", "RDY8005 error prod.env(2,11)")]
    public void A_price_may_have_a_setting_of_its_own(string basic, string pro, string? finding) =>
        Assert.Equal(
            finding is null ? [] : [finding],
            _shop.Sets("PRICE_BAS", basic).Sets("PRICE_PRO", pro)
                .Says("{ \"prices\": { \"settings\": {\n\"basic.m\": \"PRICE_BAS\",    \"pro.m\": \"PRICE_PRO\" } } }").Findings());

    [Fact]
    public void A_setting_of_its_own_may_be_deferred() =>
        Assert.Empty(_shop.Says("""{ "prices": { "settings": { "pro.m": "PRICE_PRO" } }, "deferred": { "PRICE_PRO": "by the host" } }""").Findings());

    [Theory]
    [InlineData("price_2", 0)]
    [InlineData("price_1", 1)]
    public void Live_and_test_prices_are_different_ones(string test, int findings)
    {
        _shop.Publishes($$"""{ "Stripe": { "Prices": { "pro.m": "price_1", "Test": { "pro.m": "{{test}}" } } } }""");
        Assert.Equal(
            findings == 0 ? [] : ["RDY8020 error appsettings.Production.json(1,36)"],
            _shop.Says("""{ "prices": { "required": ["pro.m"], "test": "Stripe:Prices:Test" } }""").Findings());
    }

    [Fact]
    public void A_test_price_is_found_in_any_setting()
    {
        _shop.Publishes("appsettings.Development.json", """{ "Stripe:Prices:pro.m": "price_9" }""").Publishes("""{ "Stripe:Prices:pro.m": "price_1", "Stripe:Metered": "price_9" }""");
        Assert.Equal(
            ["RDY8020 error appsettings.Production.json(1,55)"],
            _shop.Says("""{ "prices": { "required": ["pro.m"], "test": "Stripe:Prices" } }""").Findings());
        Assert.Equal(
            "'Stripe:Metered' holds the price that 'Stripe:Prices:pro.m' holds for test mode, which live mode does not know. Set the live one.", _shop.OnlyMessage());
    }

    [Fact]
    public void A_test_price_is_found_in_one_text() =>
        Assert.Equal(
            ["RDY8020 error prod.env(1,6)"],
            _shop.Sets("LIVE", """{"a.b":"price_1"}""").Sets("TEST", """{"a.b":"price_1"}""").Says("""{ "prices": { "section": "LIVE", "required": ["a.b"], "test": "TEST" } }""").Findings());

    [Fact]
    public void Where_things_are_tried_out_test_prices_belong()
    {
        _shop.Environment = "Staging";
        Assert.Empty(_shop.Publishes("""{ "P:a.b": "price_1", "T:a.b": "price_1" }""").Says("""{ "prices": { "section": "P", "required": ["a.b"], "test": "T" } }""").Findings());
    }

    [Theory]
    [InlineData("\"Shared\"", true, "RDY8005 error prod.env(1,13)")]
    [InlineData("{ \"section\": \"Shared\" }", true, "RDY8005 error prod.env(1,13)")]
    [InlineData("{ \"section\": \"Shared\", \"reason\": \"one account\" }", true, null)]
    [InlineData("\"Shared\"", false, "RDY8005 error readiness.json(1,1)")] // and the plan has no price
    public void A_map_for_all_modes_needs_a_reason(string shared, bool isThere, string? finding)
    {
        if (isThere)
            _shop.Sets("Shared__a.b", "price_1");
        Assert.Equal(
            finding is null ? [] : [finding],
            _shop.Says($$"""{ "prices": { "required": ["a.b"], "shared": {{shared}} } }""").Findings());
    }
}
