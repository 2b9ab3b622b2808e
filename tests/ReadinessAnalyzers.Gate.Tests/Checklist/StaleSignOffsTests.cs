using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Checklist;
using ReadinessAnalyzers.Gate.CompileLogs;

namespace ReadinessAnalyzers.Gate.Tests.Checklist;

/// <summary>RDY9025: a sign-off is stale when what was judged has changed, and only then; the finding says what has.</summary>
public sealed class StaleSignOffsTests : IDisposable
{
    private const string Settings = "appsettings.Production.json";

    private readonly Shop _shop = new();

    public StaleSignOffsTests() => _shop.OfReference().SignsAll();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void A_new_event_type_makes_stale_whatever_judged_events() => Assert.Equal(
        "QA-01, QA-06, QA-07, QA-12, QA-20, REL-02, REL-03, WH-07, WH-08, WH-09 were signed when 5 event types were handled, now 6 (+invoice.voided). "
        + "Look again, then sign each again: dotnet msbuild -t:ReadinessSignOff -p:Id=QA-01",
        _shop.Handles("invoice.paid|invoice.voided", "Other.cs").OnlySignOffMessage());

    [Fact]
    public void An_event_type_that_is_gone_is_told_once_it_is_not_required()
    {
        _shop.Handles("invoice.voided", "Other.cs").SignsAllAgain();
        var earlier = File.ReadAllText(SignOffFile.PathIn(_shop.PathOf(""), "WH-08"));
        using var other = new Shop();
        other.OfReference().SignsAll().WritesSignOff("WH-08", earlier);
        Assert.StartsWith("WH-08 was signed when 6 event types were handled, now 5 (-invoice.voided). Look again, then sign it again:", other.OnlySignOffMessage());
    }

    [Theory]
    [InlineData("""{ "Stripe": { "Prices": { "basic.monthly": "price_other", "pro.monthly": "price_pro" } } }""", "when 2 plans had prices, now 2 (basic.monthly differs).")]
    [InlineData("""{ "Stripe": { "Prices": { "basic.monthly": "price_basic", "pro.monthly": "price_pro", "pro.yearly": "price_3" } } }""", "when 2 plans had prices, now 3 (+pro.yearly).")]
    public void A_changed_price_map_makes_stale_whatever_judged_prices(string settings, string expected)
    {
        var message = _shop.Writes(Settings, settings).OnlySignOffMessage();
        Assert.StartsWith("CAT-07, QA-01, QA-06, QA-07, QA-20, REL-02, REL-03 were signed " + expected, message);
        Assert.Equal("RDY9025 error readiness/signoffs/CAT-07.json(10,13)", Assert.Single(_shop.SignOffFindings()));
    }

    [Theory]
    [InlineData("""{"Stripe":{"Prices":{"pro":{"monthly":"price_pro"},"basic":{"monthly":"price_basic"}}}}""")]
    [InlineData("""{ /* the map */ "Stripe:Prices:basic.monthly": "price_basic", "Stripe": { "Prices": { "pro.monthly": "price_pro" } }, "Else": 1 }""")]
    public void The_form_of_the_settings_is_nobodys_business(string settings) => Assert.Empty(_shop.Writes(Settings, settings).SignOffFindings());

    [Fact]
    public void The_order_and_the_place_of_code_are_nobodys_business()
    {
        _shop.Handles("invoice.paid|invoice.payment_failed", "A.cs").Handles("checkout.session.completed", "B.cs")
            .Makes(TelemetryFact.Kinds.Instrument, "stripe.webhook.received", line: 99);
        Assert.Empty(_shop.SignOffFindings());
    }

    [Fact]
    public void A_new_instrument_makes_stale_what_judged_instruments() => Assert.StartsWith(
        "OBS-09, REL-02, REL-03 were signed when 2 instruments were made, now 3 (+plan.changed).",
        _shop.Makes(TelemetryFact.Kinds.Instrument, "plan.changed").OnlySignOffMessage());

    [Fact]
    public void Two_changes_are_told_of_what_judged_both()
    {
        _shop.Handles("invoice.voided", "Other.cs").Writes(Settings, """{ "Stripe": { "Prices": { "basic.monthly": "price_basic", "pro.monthly": "price_new" } } }""");
        Assert.Contains(
            _shop.Judge().Findings,
            finding => finding.Message.StartsWith(
                "QA-01, QA-06, QA-07, QA-20, REL-02, REL-03 were signed when 5 event types were handled, now 6 (+invoice.voided); and when 2 plans had prices, now 2 (pro.monthly differs).",
                StringComparison.Ordinal));
        Assert.Equal(3, _shop.SignOffFindings().Length); // CAT-07 judged prices alone, WH-07 events alone
    }

    [Theory]
    [InlineData("""{ "Stripe": { "Prices": { "basic.monthly": "price_basic" } } }""", "RDY8005")]
    [InlineData("""{ "Stripe": { "Prices": { "basic.monthly": "price_basic", "pro.monthly": "price_basic" } } }""", "RDY8005")]
    [InlineData("""{ "Stripe": """, "RDY8007")]
    public void Prices_that_are_at_fault_themselves_come_first(string settings, string told)
    {
        Assert.Empty(_shop.Writes(Settings, settings).SignOffFindings());
        Assert.Contains(_shop.Judge().Findings, finding => finding.Id == told);
    }

    [Theory]
    [InlineData("${PRO_PRICE}")]
    public void A_price_that_only_the_host_has_is_the_same_as_ever(string reference)
    {
        _shop.Writes(Settings, $$"""{ "Stripe": { "Prices": { "basic.monthly": "price_basic", "pro.monthly": "{{reference}}" } } }""");
        Assert.Empty(_shop.SignOffFindings());
    }

    [Fact]
    public void Without_all_logs_nobody_knows_what_is_handled()
    {
        _shop.Handles("invoice.voided", "Other.cs").References(new(_shop.PathOf("Billing.csproj"), CompileLogState.Missing));
        Assert.Empty(_shop.SignOffFindings());
    }

    [Fact]
    public void Judged_settings_are_told_by_name_alone()
    {
        _shop.Writes(Settings, """{ "Stripe": { "PortalConfigurationId": "bpc_one", "Prices": { "basic.monthly": "price_basic", "pro.monthly": "price_pro" } } }""");
        Assert.StartsWith("DSH-02 was signed when 1 setting was judged, now 1 (Stripe:PortalConfigurationId differs).", _shop.OnlySignOffMessage());
        Assert.Empty(_shop.Signs("DSH-02").SignOffFindings());
        Assert.DoesNotContain("bpc_one", File.ReadAllText(SignOffFile.PathIn(_shop.PathOf(""), "DSH-02")));
        _shop.Writes(Settings, """{ "STRIPE_PORTAL_CONFIGURATION_ID": "bpc_one", "Stripe": { "Prices": { "basic.monthly": "price_basic", "pro.monthly": "price_pro" } } }""");
        Assert.Empty(_shop.SignOffFindings()); // by its other name
    }

    [Fact]
    public void Prices_of_every_form_are_facts()
    {
        using var shop = new Shop();
        shop.Publishes("""
            {
              "Map": "{\"a.monthly\":\"price_1\",\"b\":{\"yearly\":\"price_2\"}}",
              "PRICE_C": "price_3", "Shared": { "d.monthly": "price_4", "a.monthly": "price_5" }
            }
            """);
        shop.Says("""
            {
              "profile": "reference",
              "prices": { "section": "Map", "required": ["a.monthly"], "settings": { "c.monthly": "PRICE_C" }, "shared": { "section": "Shared", "reason": "one mode" } }
            }
            """);
        var facts = CurrentInputs.Of("prices", new SignOffTerms(), shop.Input())!;
        Assert.Equal(["a.monthly", "b.yearly", "c.monthly", "d.monthly"], facts.Select(fact => fact.Split('=')[0]));
        Assert.All(facts, fact => Assert.Matches("^[a-z.]+=[0-9a-f]{12}$", fact));
    }
}

/// <summary>What only these tests say of the shop.</summary>
file static class Resigning
{
    public static Shop SignsAllAgain(this Shop shop)
    {
        Directory.Delete(SignOffFile.PathIn(shop.PathOf("")), recursive: true);
        return shop.SignsAll();
    }
}
