using ReadinessAnalyzers.Gate.CompileLogs;

namespace ReadinessAnalyzers.Gate.Tests.Checks;

/// <summary>RDY3004: what the projects make against what they register.</summary>
public sealed class RegisteredTelemetryTests : IDisposable
{
    private const string Meter = TelemetryFact.Kinds.Meter;
    private const string Source = TelemetryFact.Kinds.ActivitySource;
    private const string Traces = TelemetryFact.Signals.Traces;

    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void A_meter_that_nobody_registers_is_a_finding_where_it_is_made()
    {
        _shop.Makes(Meter, "Shop.Billing").Registers("Shop.Web").Exports();
        Assert.Equal(["RDY3004 error Telemetry.cs(5,9)"], _shop.Findings());
        Assert.Equal("No code registers the meter 'Shop.Billing', so what it measures is never exported. Add AddMeter(\"Shop.Billing\").", _shop.OnlyMessage());
    }

    [Fact]
    public void An_activity_source_is_registered_for_traces()
    {
        _shop.Makes(Source, "Shop.Biling").Registers("Shop.Biling").Registers("Shop.Billing", Traces);
        Assert.Equal(["RDY3004 error Telemetry.cs(5,9)"], _shop.Findings());
        Assert.Equal(
            "No code registers the activity source 'Shop.Biling', so its activities are never exported. "
                + "Add AddSource(\"Shop.Biling\"); 'Shop.Billing' is registered, is one of the two misspelt?",
            _shop.OnlyMessage());
    }

    [Theory]
    [InlineData("Shop.Billing")]
    [InlineData("shop.billing")]
    [InlineData("Shop.*")]
    [InlineData("*")]
    [InlineData("*.Billing")]
    [InlineData("S*p.B*g")]
    [InlineData("Shop.Bill???")]
    [InlineData("Shop.Billing*")]
    public void A_pattern_that_matches_registers_it(string pattern) =>
        Assert.Empty(_shop.Makes(Meter, "Shop.Billing").Makes(Source, "Shop.Billing", line: 6).Registers(pattern).Registers(pattern, Traces).Findings());

    [Theory]
    [InlineData("Shop")]
    [InlineData("Shop.*.Web")]
    [InlineData("Shop?Billin")]
    [InlineData("Billing")]
    [InlineData("*.Bill")]
    [InlineData("Shop.Billing?")]
    public void A_pattern_that_does_not_match_registers_it_not(string pattern) =>
        Assert.Equal(["RDY3004 error Telemetry.cs(5,9)"], _shop.Makes(Meter, "Shop.Billing").Registers(pattern).Findings());

    [Fact]
    public void Another_project_may_register_it_or_use_it()
    {
        _shop.Makes(Meter, "Shop.Billing", TelemetryFact.Uses.No, "[Shop]Telemetry.Received").Makes(Meter, "Shop.Orders", line: 7);
        _shop.References(_shop.UsableLog("Web.csproj") with
        {
            Telemetry =
            [
                new(TelemetryFact.Kinds.Use, new(_shop.PathOf("Web.cs"), 3, 5)) { MemberList = "[Shop]Telemetry.Received" },
                new(TelemetryFact.Kinds.Registration, new(_shop.PathOf("Web.cs"), 4, 5)) { Name = "Shop.Orders", Signal = TelemetryFact.Signals.Metrics },
            ],
        });
        Assert.Equal(["RDY3004 error Telemetry.cs(5,9)"], _shop.Findings());
    }

    [Fact]
    public void A_registration_names_the_member_that_holds_the_meter_or_its_name() => Assert.Equal(
        ["RDY3004 error Telemetry.cs(6,9)"],
        _shop
            .Makes(Meter, "Shop.Billing", members: "[Billing]Telemetry.Meter|[Billing]Telemetry.Name")
            .Makes(Meter, "Shop.Orders", members: "[Orders]Telemetry.Meter", line: 6)
            .Registers("*", member: "[Billing]Telemetry.Name")
            .Findings());

    [Fact]
    public void What_shares_its_name_with_a_registered_member_is_registered() => Assert.Empty(
        _shop.Makes(Source, "Shop.Billing", members: "[Shop]Telemetry.Source").Makes(Meter, "Shop.Billing", line: 6)
            .Registers("*", member: "[Shop]Telemetry.Source").Registers("*", Traces).Findings());

    [Fact]
    public void A_member_that_holds_what_nobody_knows_may_register_anything() =>
        Assert.Empty(_shop.Makes(Meter, "Shop.Billing", members: "[Billing]Telemetry.Meter").Registers("*", member: "[Options]Options.MeterName").Findings());

    [Theory]
    [InlineData(TelemetryFact.Uses.No, 0)]
    [InlineData(TelemetryFact.Uses.Unknown, 1)]
    public void What_nobody_uses_is_not_missed(string use, int findings) =>
        Assert.Equal(findings, _shop.Makes(Source, "Shop.Billing", use).Registers("Other", Traces).Findings().Length);

    [Theory]
    [InlineData("*")]
    [InlineData("*.Billing")]
    public void A_name_that_the_code_does_not_tell_is_not_judged(string name) => Assert.Empty(_shop.Makes(Meter, name).Registers("Other").Findings());

    [Fact]
    public void A_name_that_is_made_at_several_places_is_one_finding() => Assert.Equal(
        ["RDY3004 error Telemetry.cs(5,9)"],
        _shop.Makes(Meter, "Shop", line: 7).Makes(Meter, "Shop").Registers("Other").Findings());

    [Fact]
    public void Where_no_code_listens_an_agent_may_so_it_is_a_warning()
    {
        _shop.Makes(Meter, "Shop.Billing").Registers("Shop.Billing", Traces).Exports(Traces);
        Assert.Equal(["RDY3004 warning Telemetry.cs(5,9)"], _shop.Findings());
        Assert.Equal(
            "No code of this publish listens to any meter, so what it measures reaches nobody: 'Shop.Billing'. Register it with AddMeter(\"Shop.Billing\"); "
                + "if something outside of the code collects it, list it under 'telemetry', 'registered' in readiness.json.",
            _shop.OnlyMessage());
    }

    [Fact]
    public void An_assembly_that_nobody_looks_into_may_register_it() =>
        Assert.Empty(_shop.Makes(Meter, "Shop.Billing").Registers("Other").ReferencesCollector("Company.Telemetry").Findings());

    [Fact]
    public void A_project_of_the_publish_registers_what_its_log_says() => Assert.Equal(
        ["RDY3004 error Telemetry.cs(5,9)"],
        _shop.Makes(Meter, "Shop.Billing").Registers("Other").ReferencesCollector("Shop.Defaults")
            .References(new(_shop.PathOf("Shop.Defaults.csproj"), CompileLogState.Usable) { AnalyzersRan = true, Assembly = "Shop.Defaults" }).Findings());

    [Theory]
    [InlineData("""{ "telemetry": { "registered": ["Shop.Billing"] } }""", 0)]
    [InlineData("""{ "telemetry": { "registered": ["Shop.*"] } }""", 0)]
    [InlineData("""{ "telemetry": { "registered": ["Other"] } }""", 1)]
    [InlineData("{ }", 1)]
    public void The_team_may_say_that_something_else_listens(string policy, int findings) =>
        Assert.Equal(findings, _shop.Makes(Meter, "Shop.Billing").Registers("Shop.Web").Says(policy).Findings().Length);

    [Theory]
    [InlineData("""{ "Metrics": { "EnabledMetrics": { "Shop.Billing": true } } }""", 0)]
    [InlineData("""{ "Metrics": { "Url": "http://localhost" } }""", 1)]
    public void Settings_may_enable_metrics_for_every_listener(string settings, int findings) =>
        Assert.Equal(findings, _shop.Makes(Meter, "Shop.Billing").Registers("Shop.Web").Publishes(settings).Findings().Length);

    [Fact]
    public void Without_all_logs_nobody_knows_what_is_registered() => Assert.Equal(
        ["RDY9002 error Billing.csproj(1,1)"],
        _shop.Makes(Meter, "Shop").Registers("Other").References(new(_shop.PathOf("Billing.csproj"), CompileLogState.Missing)).Findings());
}
