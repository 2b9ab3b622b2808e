using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Tests.Checklist;

/// <summary>What a profile adds to readiness.json, and how the file has the last word.</summary>
public sealed class ProfileTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void Without_a_profile_nothing_is_added()
    {
        var policy = _shop.Says("""{ "prices": ["gold.monthly"], "settings": { "Auth:Disabled": false } }""").Input().Policy;
        Assert.Null(policy.Checklist);
        Assert.Equal(["Auth:Disabled"], policy.Settings.Select(setting => setting.Name));
        Assert.Null(policy.Events);
    }

    [Fact]
    public void A_profile_brings_settings_prices_events_and_instruments()
    {
        var policy = _shop.Says("""{ "profile": "alwrity" }""").Input().Policy;
        Assert.Contains(policy.Settings, setting => setting is { Name: "Auth:Disabled", Requirement: "CFG-14", Kind: "boolean" });
        Assert.Equal(["basic.monthly", "pro.monthly"], policy.Prices!.Required.Select(price => price.Plan));
        Assert.Contains("charge.dispute.created", policy.Events!.Required.Select(named => named.Type));
        Assert.Contains("stripe.dispute.opened", policy.Telemetry!.Instruments.Select(named => named.Name));
    }

    [Fact]
    public void What_it_brings_stands_where_the_profile_is_named() =>
        Assert.All(
            _shop.Says("{\n  \"profile\": \"alwrity\"\n}").Input().Policy.Settings,
            setting => Assert.Equal(new FilePosition(_shop.PathOf("readiness.json"), 2, 14), setting.Position));

    [Fact]
    public void A_requirement_of_a_feature_that_is_not_declared_adds_nothing()
    {
        Assert.DoesNotContain(_shop.Says("""{ "profile": "nofate" }""").Input().Policy.Settings, setting => setting.Requirement == "CFG-30");
        Assert.Contains(_shop.Says("""{ "profile": "nofate", "features": ["redis"] }""").Input().Policy.Settings, setting => setting.Requirement == "CFG-30");
    }

    [Fact]
    public void A_requirement_that_is_left_out_adds_nothing()
    {
        var policy = _shop.Says("""{ "profile": "numzy", "requirements": { "CFG-15": "skip: no worker", "WH-05": "skip: another service", "OBS-03": "skip: later" } }""").Input().Policy;
        Assert.DoesNotContain(policy.Settings, setting => setting.Requirement == "CFG-15");
        Assert.Null(policy.Events);
        Assert.Null(policy.Telemetry);
    }

    [Fact]
    public void A_setting_that_the_file_names_is_judged_as_the_file_says()
    {
        var policy = _shop.Says("""{ "profile": "numzy", "settings": { "Reconcile:IntervalSeconds": { "min": 5, "max": 10 } } }""").Input().Policy;
        var setting = Assert.Single(policy.Settings, setting => setting.Requirement == "CFG-16");
        Assert.Equal(new IntegerDemand(5, 10, null, null), Assert.Single(setting.Demands));
    }

    [Fact]
    public void A_setting_may_answer_a_requirement_under_a_name_of_its_own()
    {
        var policy = _shop.Says("""{ "profile": "numzy", "settings": { "Worker:Every": { "min": 60, "for": "CFG-16" } } }""").Input().Policy;
        Assert.Equal("Worker:Every", Assert.Single(policy.Settings, setting => setting.Requirement == "CFG-16").Name);
    }

    [Theory]
    [InlineData("RECONCILE_CRON_ENABLED", "RECONCILE_CRON_ENABLED")]
    [InlineData("Reconcile__Enabled", "Reconcile:Enabled")]
    [InlineData("SOMETHING_ELSE", "Reconcile:Enabled")]
    public void Of_several_usual_names_the_one_that_production_has_is_asked_for(string variable, string asked) =>
        Assert.Contains(_shop.Sets(variable, "true").Says("""{ "profile": "numzy" }""").Input().Policy.Settings, setting => setting.Name == asked && setting.Requirement == "CFG-15");

    [Fact]
    public void Another_setting_that_a_demand_names_goes_by_the_name_in_use()
    {
        var policy = _shop.Sets("RECONCILE_CRON_INTERVAL_SECONDS", "420").Says("""{ "profile": "numzy" }""").Input().Policy;
        var lookahead = Assert.Single(policy.Settings, setting => setting.Requirement == "CFG-17");
        Assert.Equal("RECONCILE_CRON_INTERVAL_SECONDS", Assert.IsType<IntegerDemand>(Assert.Single(lookahead.Demands)).GreaterThan);
    }

    [Fact]
    public void Own_events_and_instruments_stay_beside_those_of_the_profile()
    {
        var policy = _shop.Says("""{ "profile": "nofate", "events": ["payout.failed", "invoice.payment_failed"], "telemetry": { "instruments": ["shop.payouts"] } }""").Input().Policy;
        Assert.Equal(["payout.failed", "invoice.payment_failed", "invoice.paid|invoice.payment_succeeded"], policy.Events!.Required.Select(named => named.Type));
        Assert.Contains("shop.payouts", policy.Telemetry!.Instruments.Select(named => named.Name));
    }

    [Fact]
    public void Own_prices_replace_those_of_the_profile() =>
        Assert.Equal(["gold.monthly"], _shop.Says("""{ "profile": "alwrity", "prices": ["gold.monthly"] }""").Input().Policy.Prices!.Required.Select(price => price.Plan));

    [Theory]
    [InlineData("""{ "profile": "numsy" }""", "There is no profile 'numsy'; did you mean 'numzy'?")]
    [InlineData("""{ "profile": "numzy", "features": ["taxs"] }""", "There is no feature 'taxs'; did you mean 'tax'?")]
    [InlineData("""{ "profile": "numzy", "features": ["tax", "tax"] }""", "'tax' stands twice in 'features'; keep one of the two.")]
    [InlineData("""{ "profile": "numzy", "requirements": { "QA-66": "skip: none" } }""", "There is no requirement 'QA-66'; did you mean 'QA-06'?")]
    [InlineData("""{ "profile": "numzy", "requirements": { "QA-06": "no cards" } }""", "QA-06 can only be left out with a reason, such as \"skip: no cards\".")]
    [InlineData("""{ "profile": "numzy", "requirements": { "QA-06": "skip:" } }""", "QA-06 can only be left out with a reason, such as \"skip: no cards\".")]
    [InlineData("""{ "profile": "numzy", "requirements": { "WH-02": "skip: trust" } }""", "WH-02 (Signature verified before the event is used) holds for every app and cannot be left out.")]
    [InlineData("""{ "profile": "numzy", "people": { "Ana": ["enginering"] } }""", "There is no role 'enginering'; did you mean 'engineering'?")]
    [InlineData("""{ "profile": "numzy", "people": ["Ana"] }""", "'people' must be an object of names and roles, such as { \"Ana\": [\"engineering\"] }.")]
    [InlineData("""{ "profile": "numzy", "settings": { "A": { "min": 1, "for": "CFG-99" } } }""", "There is no requirement 'CFG-99'; did you mean 'CFG-09'?")]
    [InlineData("""{ "features": ["tax"] }""", "'features' speaks of a profile's requirements, and there is no 'profile'.")]
    [InlineData("""{ "requirements": { "QA-06": "skip: no cards" } }""", "'requirements' speaks of a profile's requirements, and there is no 'profile'.")]
    public void What_cannot_be_meant_is_a_finding(string policy, string message) =>
        Assert.Equal(message, Assert.Single(ReadinessPolicyReader.Parse("readiness.json", policy).Problems).Message);

    [Theory]
    [InlineData("features", "[NAMES]", "\"F{0}\"")]
    [InlineData("requirements", "{NAMES}", "\"F{0}\": \"skip: x\"")]
    [InlineData("people", "{NAMES}", "\"F{0}\": \"x\"")]
    public void What_nobody_writes_by_hand_is_not_read(string member, string list, string entry)
    {
        var names = string.Join(", ", Enumerable.Range(0, 600).Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, entry, i)));
        var problems = ReadinessPolicyReader.Parse("readiness.json", $$"""{ "profile": "numzy", "{{member}}": {{list.Replace("NAMES", names)}} }""").Problems;
        Assert.Equal($"'{member}' has more than 500 entries; the rest was not read.", problems[0].Message);
        Assert.Equal((101, "readiness.json has more than 100 problems; correct those above, the rest is told then."), (problems.Count, problems[^1].Message));
    }

    [Theory]
    [InlineData("features", "[NAME]")]
    [InlineData("requirements", "{NAME: \"skip: x\"}")]
    [InlineData("people", "{NAME: [\"engineering\"]}")]
    [InlineData("people", "{\"Ana\": [NAME]}")]
    public void A_name_fits_a_line(string member, string list)
    {
        var policy = $$"""{ "profile": "numzy", "{{member}}": {{list.Replace("NAME", $"\"{new string('x', 201)}\"")}} }""";
        Assert.Equal("A name is longer than 200 characters.", ReadinessPolicyReader.Parse("readiness.json", policy).Problems[0].Message);
    }
}
