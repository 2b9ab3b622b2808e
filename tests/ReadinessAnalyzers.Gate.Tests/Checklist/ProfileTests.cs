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
        Assert.Contains(policy.Settings, setting => setting is { Name: "Auth:Disabled", Requirements: ["CFG-14"], Kind: "boolean" });
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
    public void What_it_brings_is_missing_under_the_requirement_that_asks_and_with_the_ways_out()
    {
        var message = _shop.Says("""{ "profile": "subscription-saas" }""").OnlyMessage("RDY8001");
        Assert.Contains("'Reconcile:Enabled' (CFG-15), 'Reconcile:IntervalSeconds' (CFG-16)", message, StringComparison.Ordinal);
        Assert.EndsWith(
            " The profile 'subscription-saas' asks for what has an id behind it: a setting that goes by another name in this app says so under 'settings', "
            + "\"for\": \"CFG-15\"; what does not apply is left out, \"requirements\": { \"CFG-15\": \"skip: reason\" }.",
            message);
    }

    [Fact]
    public void A_setting_that_the_code_reads_too_is_missing_where_it_is_read()
    {
        var message = _shop.Reads("Reconcile:Enabled", "text").Says("""{ "profile": "subscription-saas" }""").OnlyMessage("RDY8001");
        Assert.Contains("'Reconcile:Enabled' (Program.cs:14), 'Reconcile:IntervalSeconds' (CFG-16)", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RDY2010", "WH-05")]
    [InlineData("RDY3005", "OBS-03")]
    public void What_no_list_of_the_file_names_is_left_out_by_its_requirement(string finding, string requirement) =>
        Assert.Contains(
            _shop.Handles("charge.refunded").Says("""{ "profile": "subscription-saas" }""").Judge().Findings.Where(found => found.Id == finding),
            found => found.Message.EndsWith(
                $$""", or leave out what the profile 'subscription-saas' asks for, "requirements": { "{{requirement}}": "skip: reason" }.""", StringComparison.Ordinal));

    [Fact]
    public void A_requirement_of_a_feature_that_is_not_declared_adds_nothing()
    {
        Assert.DoesNotContain(_shop.Says("""{ "profile": "nofate" }""").Input().Policy.Settings, setting => setting.Answers("CFG-30"));
        Assert.Contains(_shop.Says("""{ "profile": "nofate", "features": ["redis"] }""").Input().Policy.Settings, setting => setting.Answers("CFG-30"));
    }

    [Fact]
    public void A_requirement_that_is_left_out_adds_nothing()
    {
        var policy = _shop.Says("""{ "profile": "numzy", "requirements": { "CFG-15": "skip: no worker", "WH-05": "skip: another service", "OBS-03": "skip: later" } }""").Input().Policy;
        Assert.DoesNotContain(policy.Settings, setting => setting.Answers("CFG-15"));
        Assert.Null(policy.Events);
        Assert.Null(policy.Telemetry);
    }

    [Fact]
    public void A_setting_that_the_file_names_is_judged_as_the_file_says()
    {
        var policy = _shop.Says("""{ "profile": "numzy", "settings": { "Reconcile:IntervalSeconds": { "min": 5, "max": 10 } } }""").Input().Policy;
        var setting = Assert.Single(policy.Settings, setting => setting.Answers("CFG-16"));
        Assert.Equal(new IntegerDemand(5, 10, null, null), Assert.Single(setting.Demands));
    }

    [Fact]
    public void A_setting_may_answer_a_requirement_under_a_name_of_its_own()
    {
        var policy = _shop.Says("""{ "profile": "numzy", "settings": { "Worker:Every": { "min": 60, "for": "CFG-16" } } }""").Input().Policy;
        Assert.Equal("Worker:Every", Assert.Single(policy.Settings, setting => setting.Answers("CFG-16")).Name);
    }

    [Theory]
    [InlineData("""{ "ConnectionStrings:Default": "sqlServer" }""", "CFG-27 own", "CFG-28 SqlServer", "CFG-29 SqlServer")]
    [InlineData("""{ "ConnectionStrings:Default": { "kind": "postgres", "pooler": true } }""", "CFG-27 own", "CFG-28 own", "CFG-29 Postgres")]
    [InlineData("""{ "DATABASE_URL": { "kind": "mySql", "maxPoolSize": 9, "userDiffersFrom": "Admin" } }""", "CFG-27 own", "CFG-28 own", "CFG-29 own")]
    public void Of_one_setting_that_several_requirements_ask_for_each_asks_for_its_part(string settings, params string[] expected)
    {
        var policy = _shop.Says($$"""{ "profile": "nofate", "settings": {{settings}} }""").Input().Policy;
        var answers =
            from id in new[] { "CFG-27", "CFG-28", "CFG-29" }
            let setting = policy.Settings.Single(setting => setting.Answers(id))
            select id + " " + (setting.Position.Column == 14 ? setting.Demands.OfType<ConnectionDemand>().Single().Server.ToString() : "own");
        Assert.Equal(expected, answers);
    }

    [Theory]
    [InlineData("""{ "Auth:Disabled": true }""", "Auth:Disabled")]
    [InlineData("""{ "X": { "kind": "required", "optional": true, "for": "CFG-14" } }""", "X")]
    public void What_holds_for_every_app_is_asked_whatever_the_file_says_of_the_setting(string settings, string name)
    {
        var policy = _shop.Says($$"""{ "profile": "alwrity", "settings": {{settings}} }""").Input().Policy;
        Assert.Contains(policy.Settings, setting => setting.Name == name && setting.Answers("CFG-14") && setting.Demands.Contains(new BooleanDemand(false)));
    }

    [Fact]
    public void What_is_found_about_it_cannot_be_suppressed()
    {
        _shop.Publishes("""{ "Auth": { "Disabled": "yes" } }""").Says("""
            {
              "profile": "alwrity",
              "suppressions": [
                { "id": "RDY8012", "key": "Auth:Disabled", "reason": "later", "until": "2026-12-31" }
              ]
            }
            """);
        var result = _shop.Judge();
        Assert.DoesNotContain(result.Suppressed, suppressed => suppressed.Finding.Id == "RDY8012");
        Assert.Contains(result.Findings, finding => finding.Id == "RDY8012");
        Assert.Contains(result.Findings, finding => finding.Message.StartsWith("What is found about 'Auth:Disabled' cannot be suppressed: it answers CFG-14", StringComparison.Ordinal) && finding.Position.Line == 4);
    }

    [Theory]
    [InlineData("RECONCILE_CRON_ENABLED", "RECONCILE_CRON_ENABLED")]
    [InlineData("Reconcile__Enabled", "Reconcile:Enabled")]
    [InlineData("SOMETHING_ELSE", "Reconcile:Enabled")]
    public void Of_several_usual_names_the_one_that_production_has_is_asked_for(string variable, string asked) =>
        Assert.Contains(_shop.Sets(variable, "true").Says("""{ "profile": "numzy" }""").Input().Policy.Settings, setting => setting.Name == asked && setting.Answers("CFG-15"));

    [Fact]
    public void Another_setting_that_a_demand_names_goes_by_the_name_in_use()
    {
        var policy = _shop.Sets("RECONCILE_CRON_INTERVAL_SECONDS", "420").Says("""{ "profile": "numzy" }""").Input().Policy;
        var lookahead = Assert.Single(policy.Settings, setting => setting.Answers("CFG-17"));
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
