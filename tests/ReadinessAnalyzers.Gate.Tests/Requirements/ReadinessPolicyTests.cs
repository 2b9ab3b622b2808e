using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Tests.Requirements;

/// <summary>What readiness.json may say, and what is answered when it says something else.</summary>
public sealed class ReadinessPolicyTests
{
    private const string File = "/src/Shop/readiness.json";

    [Fact]
    public void The_shorthand_lists_plans_of_the_usual_section()
    {
        var policy = Valid("""{ "$schema": "x", "prices": ["basic.monthly", "pro.yearly"] }""");
        Assert.Equal("Stripe:Prices", policy.Prices!.Section);
        Assert.Equal(["basic.monthly", "pro.yearly"], policy.Prices.Required.Select(price => price.Plan));
        Assert.Equal(new FilePosition(File, 1, 47), policy.Prices.Required[1].Position);
    }

    [Fact]
    public void The_long_form_names_the_section()
    {
        var policy = Valid("""{ "prices": { "section": "Billing:Plans", "required": ["pro.yearly"] } }""");
        Assert.Equal(("Billing:Plans", "pro.yearly"), (policy.Prices!.Section, policy.Prices.Required[0].Plan));
        Assert.Equal("Stripe:Prices", Valid("""{ "prices": { "required": [] } }""").Prices!.Section);
    }

    [Fact]
    public void Events_are_a_list_of_required_types()
    {
        var events = Valid("""{ "events": ["invoice.paid", "charge.dispute.created"] }""").Events!;
        Assert.Equal(["invoice.paid", "charge.dispute.created"], events.Required.Select(named => named.Type));
        Assert.Equal((new FilePosition(File, 1, 3), new FilePosition(File, 1, 30)), (events.Position, events.Required[1].Position));
        Assert.False(events.HasOnly);
    }

    [Fact]
    public void The_long_form_of_events_says_what_else_may_be_handled()
    {
        var events = Valid("""{ "events": { "required": ["invoice.paid"], "only": ["charge.refunded"] } }""").Events!;
        Assert.Equal(("invoice.paid", "charge.refunded", true), (events.Required[0].Type, events.Only[0].Type, events.HasOnly));
        Assert.True(Valid("""{ "events": { "only": [] } }""").Events!.HasOnly);
    }

    [Fact]
    public void Telemetry_is_a_profile_and_a_list_of_instruments()
    {
        var telemetry = Valid("""{ "telemetry": { "profile": "stripe", "instruments": ["shop.revenue"], "registered": ["Agent.*"] } }""").Telemetry!;
        Assert.Equal((19, "stripe.webhook.received", "shop.revenue"), (telemetry.Instruments.Count, telemetry.Instruments[0].Name, telemetry.Instruments[18].Name));
        Assert.Equal(
            (new FilePosition(File, 1, 3), new FilePosition(File, 1, 29), new FilePosition(File, 1, 55)),
            (telemetry.Position, telemetry.Instruments[0].Position, telemetry.Instruments[18].Position));
        Assert.Equal(["Agent.*"], telemetry.Registered);
    }

    [Theory]
    [InlineData("Stripe:SecretKey")]
    [InlineData("Stripe__SecretKey")]
    [InlineData("stripe:secretkey")]
    public void A_deferred_setting_is_found_under_each_spelling(string spelling)
    {
        var policy = Valid($$"""
            {
              "deferred": { "{{spelling}}": "set by the host" }
            }
            """);
        var entry = policy.DeferralOf("Stripe:SecretKey")!;
        Assert.Equal(("set by the host", new FilePosition(File, 2, 17)), (entry.Reason, entry.Position));
        Assert.Null(policy.DeferralOf("Stripe:Secret"));
    }

    [Fact]
    public void Comments_and_trailing_commas_are_welcome() =>
        Assert.Single(Valid("""{ /* ours */ "deferred": { "A": "b", }, }""").Deferred);

    [Theory]
    [InlineData("colours")]
    [InlineData("prixxr")]
    public void A_member_that_resembles_none_is_told_which_there_are(string member)
    {
        var problem = Assert.Single(ReadinessPolicyReader.Parse("readiness.json", $$"""{ "{{member}}": [] }""").Problems);
        Assert.Equal($"readiness.json has no member '{member}'; it may have '{string.Join("', '", ReadinessPolicyReader.Members)}'.", problem.Message);
    }

    [Theory]
    [InlineData("""{ "defered": {} }""", "1,3", "readiness.json has no member 'defered'; did you mean 'deferred'?")]
    [InlineData("""{ "Prices": [] }""", "1,3", "readiness.json has no member 'Prices'; did you mean 'prices'?")]
    [InlineData("""{ "prices": { "sections": "A" } }""", "1,15", "'prices' has no member 'sections'; did you mean 'section'?")]
    [InlineData("""{ "prixe": [] }""", "1,3", "readiness.json has no member 'prixe'; did you mean 'prices'?")]
    [InlineData("""{ "prixer": [] }""", "1,3", "readiness.json has no member 'prixer'; did you mean 'prices'?")]
    [InlineData("""{ "pric": [] }""", "1,3", "readiness.json has no member 'pric'; did you mean 'prices'?")]
    [InlineData("""{ "prices": "pro.monthly" }""", "1,13", "'prices' must be a list of plans or an object.")]
    [InlineData("""{ "prices": { "required": {} } }""", "1,27", "The required prices must be a list of plans, such as [\"pro.monthly\"].")]
    [InlineData("""{ "prices": ["a", 1] }""", "1,19", "A required price must be a text that is not empty.")]
    [InlineData("""{ "prices": [], "prices": [] }""", "1,17", "'prices' stands twice in readiness.json; keep one of the two.")]
    [InlineData("""{ "event": [] }""", "1,3", "readiness.json has no member 'event'; did you mean 'events'?")]
    [InlineData("""{ "events": "invoice.paid" }""", "1,13", "'events' must be a list of event types or an object.")]
    [InlineData("""{ "events": { "requires": [] } }""", "1,15", "'events' has no member 'requires'; did you mean 'required'?")]
    [InlineData("""{ "events": { "only": "invoice.paid" } }""", "1,23", "Event types must be a list, such as [\"invoice.paid\"].")]
    [InlineData("""{ "events": ["a", 1] }""", "1,19", "An event type must be a text that is not empty.")]
    [InlineData("""{ "telemetry": ["received"] }""", "1,16", "'telemetry' must be an object.")]
    [InlineData("""{ "telemetry": { "instrument": ["received"] } }""", "1,18", "'telemetry' has no member 'instrument'; did you mean 'instruments'?")]
    [InlineData("""{ "telemetry": { "instruments": "received" } }""", "1,33", "Required instruments must be a list, such as [\"stripe.webhook.received\"].")]
    [InlineData("""{ "telemetry": { "instruments": [""] } }""", "1,34", "An instrument's name must be a text that is not empty.")]
    [InlineData("""{ "telemetry": { "instruments": ["stripe.*"] } }""", "1,34", "'stripe.*' is no instrument's name; name each instrument by itself.")]
    [InlineData("""{ "telemetry": { "profile": "strip" } }""", "1,29", "There is no profile 'strip'; did you mean 'stripe'?")]
    [InlineData("""{ "telemetry": { "profile": "kubernetes" } }""", "1,29", "There is no profile 'kubernetes'; it may have 'stripe'.")]
    [InlineData("""{ "telemetry": { "profile": ["stripe"] } }""", "1,29", "'profile' must be a text that is not empty.")]
    [InlineData("""{ "telemetry": { "registered": "Shop" } }""", "1,32", "Registered meters and activity sources must be a list, such as [\"MyCompany.*\"].")]
    [InlineData("""{ "events": ["invoice.*"] }""", "1,14", "'invoice.*' is no event type; name each type by itself.")]
    [InlineData("""{ "deferred": [] }""", "1,15", """'deferred' must be an object of settings and reasons, such as { "Stripe:SecretKey": "set by the host" }.""")]
    [InlineData("""{ "deferred": { "A": "" } }""", "1,22", "The reason for deferring 'A' must be a text that is not empty.")]
    [InlineData("""{ "deferred": { "A": true } }""", "1,22", "The reason for deferring 'A' must be a text that is not empty.")]
    [InlineData("""{ "deferred": { "A:B": "x", "a__b": "y" } }""", "1,29", "'a__b' is deferred twice; keep one of the two.")]
    [InlineData("""[]""", "1,1", "readiness.json must be an object.")]
    [InlineData("{\n  \"deferred\": {\n    oops\n  }\n}", "3,5", "readiness.json is not JSON: expected a property name in double quotes or a closing brace.")]
    [InlineData("", "1,1", "readiness.json is not JSON: expected a value, but the document ends here.")]
    public void What_cannot_be_meant_is_a_finding(string text, string place, string message)
    {
        var finding = Assert.Single(ReadinessPolicyReader.Parse(File, text).Problems);
        Assert.Equal(("RDY9004", place, message), (finding.Id, $"{finding.Position.Line},{finding.Position.Column}", finding.Message));
    }

    [Fact]
    public void A_fault_spares_the_other_entries()
    {
        var policy = ReadinessPolicyReader.Parse(File, """{ "oops": 1, "prices": ["pro.monthly"], "deferred": { "A": 1, "B": "x" } }""");
        Assert.Equal(2, policy.Problems.Count);
        Assert.Equal("pro.monthly", Assert.Single(policy.Prices!.Required).Plan);
        Assert.Equal("B", Assert.Single(policy.Deferred).Setting);
    }

    [Fact]
    public void A_file_that_is_named_and_not_there_can_be_written()
    {
        var finding = Assert.Single(ReadinessPolicyReader.Read("/no/such/readiness.json").Problems);
        Assert.Equal("readiness.json cannot be read (it is not there; correct ReadinessPolicy, or write it with 'dotnet msbuild -t:ReadinessInit').", finding.Message);
    }

    [Fact]
    public void A_file_that_is_larger_than_any_policy_is_not_read()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("readiness.json", "{ }" + new string(' ', 4 * 1024 * 1024));
        var finding = Assert.Single(ReadinessPolicyReader.Read(file).Problems);
        Assert.Equal(("RDY9004", FindingSeverity.Error, "readiness.json cannot be read (it is larger than 4 MB)."), (finding.Id, finding.Severity, finding.Message));
    }

    [Fact]
    public void A_file_that_is_nested_deeper_than_any_policy_is_not_read()
    {
        var finding = Assert.Single(ReadinessPolicyReader.Parse(File, new string('[', 100_000)).Problems);
        Assert.StartsWith("readiness.json is not JSON:", finding.Message, StringComparison.Ordinal);
    }

    private static ReadinessPolicy Valid(string text)
    {
        var policy = ReadinessPolicyReader.Parse(File, text);
        Assert.Empty(policy.Problems);
        return policy;
    }
}
