namespace ReadinessAnalyzers.Gate.Tests.Checks;

/// <summary>RDY9028: a requirement of the profile that nothing decides.</summary>
public sealed class RequirementsDecidedTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    private string[] Open(string policy) => [.. _shop.Says(policy).Judge().Findings.Where(finding => finding.Id == "RDY9028").Select(finding => finding.Message)];

    [Fact]
    public void All_that_is_open_is_one_finding_with_one_line_to_write_for_each()
    {
        _shop.Knows("RDY2012", "Live and test events are not told apart", isOff: true);
        Assert.Equal(
            "The profile 'billing-library-host' asks for what nothing decides here. WH-04: switch RDY2012 on, 'dotnet_diagnostic.RDY2012.severity = warning' in .editorconfig. "
                + "Or leave a requirement out under 'requirements' with a reason, \"skip: …\".",
            Assert.Single(Open("{\n  \"profile\": \"accrue\"\n}")));
        Assert.Contains("RDY9028 error readiness.json(2,14)", _shop.Findings());
    }

    [Fact]
    public void A_price_map_needs_plans_and_a_section_of_test_prices()
    {
        var message = Assert.Single(Open("""{ "profile": "numzy" }"""));
        Assert.Contains("CAT-01, CAT-05: list the plans that you sell under 'prices'", message);
        Assert.Contains("CAT-02: name the section with the prices of test mode", message);
        Assert.Empty(Open("""{ "profile": "numzy", "prices": { "required": ["pro.monthly"], "test": "Stripe:Prices:Test" } }"""));
    }

    [Fact]
    public void A_rule_that_is_on_decides()
    {
        _shop.Knows("RDY2012", "Live and test events are not told apart");
        Assert.Empty(Open("""{ "profile": "accrue" }"""));
    }

    [Fact]
    public void What_is_left_out_needs_no_decider()
    {
        _shop.Knows("RDY2012", "Live and test events are not told apart", isOff: true);
        Assert.Empty(Open("""{ "profile": "accrue", "requirements": { "WH-04": "skip: one account only" } }"""));
    }

    [Fact]
    public void Advice_may_be_off()
    {
        _shop.Knows("RDY2011", "Redelivered event is processed twice", isOff: true);
        Assert.DoesNotContain("WH-06", Assert.Single(Open("""{ "profile": "numzy" }""")));
    }

    [Fact]
    public void Without_a_profile_nobody_asks() =>
        Assert.Empty(_shop.Knows("RDY2012", "Off", isOff: true).Says("""{ "events": ["invoice.paid"] }""").Handles("invoice.paid").Findings());

    [Fact]
    public void Every_rule_over_the_code_must_look_and_one_of_the_checks()
    {
        _shop.Knows("RDY2002", "Not verified").Knows("RDY2007", "Replay", isOff: true);
        Assert.Contains("WH-02: switch RDY2007 on", Assert.Single(Open("""{ "profile": "accrue" }""")), StringComparison.Ordinal);
    }
}
