namespace ReadinessAnalyzers.Gate.Tests.Requirements;

/// <summary>One project reads an options type, another one binds it: together they read a setting.</summary>
public sealed class OptionsAcrossProjectsTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("Stripe", "SecretKey", "Stripe:SecretKey")]
    [InlineData("Payments:Stripe", "Keys:Secret", "Payments:Stripe:Keys:Secret")]
    public void A_bound_type_asks_for_the_setting_below_its_section(string section, string key, string setting) =>
        Assert.Contains($"'{setting}' (Gateway.cs:7)", _shop.ReadsOptions("Shop.Keys", key).BindsOptions("Shop.Keys", section).OnlyMessage());

    [Fact]
    public void A_value_there_is_judged_as_any_other() => Assert.Equal(
        ["RDY8002 error appsettings.Production.json(1,28)"],
        _shop.Publishes("""{ "Stripe": { "SecretKey": "sk_test_x" } }""").ReadsOptions("Shop.Keys", "SecretKey").BindsOptions("Shop.Keys", "Stripe").Findings());

    [Fact]
    public void A_property_that_is_set_by_hand_asks_for_its_own_setting() => Assert.Contains(
        "'STRIPE_KEY'", _shop.ReadsOptions("Shop.Keys", "SecretKey").BindsOptions("Shop.Keys", "STRIPE_KEY", "SecretKey", "environment").OnlyMessage());

    [Fact]
    public void Of_two_sections_one_is_enough() => Assert.Empty(
        _shop.Publishes("""{ "New": { "SecretKey": "sk_live_x" } }""")
            .ReadsOptions("Shop.Keys", "SecretKey").BindsOptions("Shop.Keys", "Old").BindsOptions("Shop.Keys", "New").Findings());

    [Fact]
    public void A_type_that_nobody_binds_asks_for_nothing() => Assert.Empty(_shop.ReadsOptions("Shop.Keys", "SecretKey").Findings());

    [Fact]
    public void A_type_that_nobody_reads_asks_for_nothing() => Assert.Empty(_shop.BindsOptions("Shop.Keys", "Stripe").Findings());

    [Fact]
    public void Types_and_properties_of_other_names_do_not_meet() => Assert.Empty(
        _shop.ReadsOptions("Shop.Keys", "SecretKey").BindsOptions("Other.Keys", "Stripe").BindsOptions("Shop.Keys", "X", "WebhookSecret").Findings());
}
