namespace ReadinessAnalyzers.Gate.Tests.Checks;

/// <summary>RDY3005: the instruments of readiness.json against those that code makes and records.</summary>
public sealed class RequiredInstrumentsTests : IDisposable
{
    private const string Instrument = TelemetryFact.Kinds.Instrument;
    private const string Required = "{\n  \"telemetry\": {\n    \"instruments\": [\"received\", \"checkout.paid\"]\n  }\n}";

    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("received", "checkout.paid")]
    [InlineData("Received", "CHECKOUT.PAID")]
    [InlineData("*", "other")]
    [InlineData("rec*", "*.paid")]
    public void Instruments_that_may_be_made_and_recorded_say_nothing(string first, string second) =>
        Assert.Empty(_shop.Makes(Instrument, first).Makes(Instrument, second, TelemetryFact.Uses.Unknown).Exports().Says(Required).Findings());

    [Fact]
    public void What_is_never_made_is_one_finding_at_the_member()
    {
        _shop.Makes(Instrument, "other").Exports().Says(Required);
        Assert.Equal(["RDY3005 error readiness.json(2,3)"], _shop.Findings());
        Assert.Equal(
            "No code makes the instruments 'received', 'checkout.paid', which readiness.json requires. Create them on a meter and record to them, or take them off the list.",
            _shop.OnlyMessage());
    }

    [Fact]
    public void What_is_made_and_never_recorded_is_a_finding_where_it_is_made()
    {
        _shop.Makes(Instrument, "received").Makes(Instrument, "checkout.paid", TelemetryFact.Uses.No, line: 6).Exports().Says(Required);
        Assert.Equal(["RDY3005 error Telemetry.cs(6,9)"], _shop.Findings());
        Assert.Equal(
            "The instrument 'checkout.paid', which readiness.json requires, is made here and never recorded, so it always says nothing. Record to it where it happens.",
            _shop.OnlyMessage());
    }

    [Fact]
    public void Another_project_may_record_it()
    {
        _shop.Makes(Instrument, "received").Makes(Instrument, "checkout.paid", TelemetryFact.Uses.No, "[Billing]Telemetry.Paid").Exports().Says(Required);
        Assert.Empty(_shop.References(_shop.UsableLog("Web.csproj") with
        {
            Telemetry = [new(TelemetryFact.Kinds.Use, new(_shop.PathOf("Web.cs"), 3, 5)) { MemberList = "[Billing]Telemetry.Paid" }],
        }).Findings());
    }

    [Fact]
    public void One_of_several_of_the_same_name_is_enough() => Assert.Empty(_shop
        .Makes(Instrument, "received").Makes(Instrument, "checkout.paid", TelemetryFact.Uses.No).Makes(Instrument, "checkout.paid", line: 9).Exports().Says(Required).Findings());

    [Fact]
    public void A_name_with_a_slip_of_the_pen_is_a_finding_of_its_own()
    {
        _shop.Makes(Instrument, "recieved").Makes(Instrument, "checkout.paid").Exports().Says(Required);
        Assert.Equal(["RDY3005 error readiness.json(3,21)"], _shop.Findings());
        Assert.Equal("No code makes the instrument 'received', which readiness.json requires; did you mean 'recieved'?", _shop.OnlyMessage());
    }

    [Fact]
    public void Without_an_exporter_of_metrics_nobody_sees_them()
    {
        _shop.Makes(Instrument, "received").Makes(Instrument, "checkout.paid").Exports(TelemetryFact.Signals.Traces).Says(Required);
        Assert.Equal(["RDY3005 error readiness.json(2,3)"], _shop.Findings());
        Assert.Equal(
            "readiness.json requires instruments, and no code exports metrics, so nobody will see them. Add an exporter to the meter provider, such as AddOtlpExporter(); "
                + "if something outside of the code collects them, list their meters under 'telemetry', 'registered' in readiness.json.",
            _shop.OnlyMessage());
    }

    [Fact]
    public void An_assembly_that_nobody_looks_into_may_export_them() =>
        Assert.Empty(_shop.Makes(Instrument, "received").Makes(Instrument, "checkout.paid").ReferencesCollector("Company.Telemetry").Says(Required).Findings());

    [Fact]
    public void So_may_something_outside_of_the_code() => Assert.Empty(_shop.Makes(Instrument, "received")
        .Says("""{ "telemetry": { "instruments": ["received"], "registered": ["Shop.*"] } }""").Findings());

    [Fact]
    public void The_profile_is_a_list_of_instruments()
    {
        _shop.Exports().Says("""{ "telemetry": { "profile": "stripe", "instruments": ["shop.revenue"] } }""");
        Assert.Equal(["RDY3005 error readiness.json(1,3)"], _shop.Findings());
        Assert.Contains("'stripe.webhook.received', 'stripe.webhook.duplicate'", _shop.OnlyMessage(), StringComparison.Ordinal);
        Assert.Contains("'stripe.sca.completed', 'shop.revenue'", _shop.OnlyMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "telemetry": { "instruments": [] } }""")]
    [InlineData("""{ "telemetry": { } }""")]
    [InlineData("{ }")]
    public void Where_nothing_is_required_nothing_is_asked(string policy) =>
        Assert.Empty(_shop.Makes(Instrument, "received", TelemetryFact.Uses.No).Says(policy).Findings());
}
