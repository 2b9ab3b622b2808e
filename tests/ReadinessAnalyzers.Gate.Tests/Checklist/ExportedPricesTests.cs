using ReadinessAnalyzers.Gate.Checklist;

namespace ReadinessAnalyzers.Gate.Tests.Checklist;

/// <summary>RDY9031: the prices that Stripe holds are those of the plans.</summary>
public sealed class ExportedPricesTests : StripeExportsOfShop
{
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
        Assert.Contains($"CAT-07 (Live prices exist in Stripe and match amounts, interval and metering) does not hold: {message}", Shop.OnlyMessage("RDY9031"));
        Assert.DoesNotContain("price_1", Shop.OnlyMessage("RDY9031"));
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
        Shop.Publishes("appsettings.json", """{ "Stripe:Prices:seats": "price_3", "Stripe:Prices:month.to.year": "price_4" }""");
        Exports("prices.json", List(Price("price_1"), Price("price_2", "year"), Price("price_3", "week"), Price("price_4", "day")));
        Assert.Empty(Findings());
    }

    [Fact]
    public void A_price_that_Stripe_does_not_have_is_a_finding_at_the_setting()
    {
        Exports("prices.json", List(Price("price_1")));
        Assert.Equal(["RDY9031 error appsettings.Production.json(2,74)"], Findings());
        Assert.Contains("the export has no price with the id of 'Stripe:Prices:pro:yearly'.", Shop.OnlyMessage("RDY9031"));
    }

    [Fact]
    public void An_export_of_test_mode_is_one_finding()
    {
        Exports("prices.json", List(Price("price_7", live: false), Price("price_8", live: false)));
        Assert.Contains("the export is of test mode.", Shop.OnlyMessage("RDY9031"));
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
        Shop.Says($$"""{ "profile": "reference", "prices": { "section": "Stripe:Prices", {{required}} }, "evidence": { "stripe": "stripe" } }""");
        Assert.Equal(isProved, Proved().ContainsKey("CAT-07"));
        Assert.Empty(Findings());
    }

    [Fact]
    public void A_required_plan_that_is_deferred_leaves_the_question_open()
    {
        Shop.Publishes("""{ "Stripe": { "Prices": { "basic.monthly": "price_1" } } }""");
        Exports("prices.json", List(Price("price_1")));
        Shop.Says("""
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
        Assert.Contains("the price of 'basic.monthly' is charged at an interval that is unknown here.", Shop.OnlyMessage("RDY9031"));
    }

    [Fact]
    public void Prices_that_nobody_can_see_leave_the_question_open()
    {
        Shop.Publishes("""{ "Stripe": { "Prices": { "basic.monthly": "price_1", "pro.yearly": "${PRO}" } } }""");
        Exports("prices.json", List(Price("price_1")));
        Assert.Empty(Findings());
        Assert.Empty(Proved());
    }

    [Fact]
    public void A_metered_price_is_metered()
    {
        Shop.Publishes("appsettings.json", """{ "Stripe:MeteredPriceId": "price_3" }""");
        Exports("prices.json", List(Price("price_1"), Price("price_2", "year"), Price("price_3")));
        Assert.Contains("the price of 'metered' is not metered, so usage is not charged.", Shop.OnlyMessage("RDY9031"));
        Exports("prices.json", List(Price("price_1"), Price("price_2", "year"), Price("price_3").Replace("licensed", "metered")));
        Assert.Empty(Findings());
    }
}
