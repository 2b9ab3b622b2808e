using ReadinessAnalyzers.Gate.CompileLogs;

namespace ReadinessAnalyzers.Gate.Tests.Checks;

/// <summary>RDY2010: the event types of readiness.json against those that code handles.</summary>
public sealed class EventsHandledTests : IDisposable
{
    private const string Required = """{ "events": ["invoice.paid", "charge.dispute.created"] }""";
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void Types_that_are_handled_somewhere_say_nothing() =>
        Assert.Empty(_shop.Handles("invoice.paid|invoice.sent").Handles("charge.dispute.created", "Disputes.cs").Says(Required).Findings());

    [Fact]
    public void A_library_may_handle_them() =>
        Assert.Empty(_shop.Handles("invoice.paid").Says(Required).References(_shop.UsableLog("Billing.csproj") with
        {
            EventHandlers = [new(new(_shop.PathOf("Billing.cs"), 3, 5), "charge.dispute.created")],
        }).Findings());

    [Fact]
    public void What_is_missing_is_one_finding_at_the_member()
    {
        _shop.Handles("invoice.sent").Says("{\n  \"events\": [\"invoice.paid\", \"charge.dispute.created\", \"invoice.sent\"]\n}");
        Assert.Equal(["RDY2010 error readiness.json(2,3)"], _shop.Findings());
        Assert.Equal(
            "No code handles 'invoice.paid', 'charge.dispute.created', which readiness.json requires. Handle them, or take them off the list.",
            _shop.OnlyMessage());
    }

    [Fact]
    public void Without_any_code_for_events_the_message_says_so()
    {
        Assert.Equal(["RDY2010 error readiness.json(1,3)"], _shop.Says(Required).Findings());
        Assert.Equal(
            "readiness.json requires 'invoice.paid', 'charge.dispute.created', and no code was found in which Stripe events arrive.",
            _shop.OnlyMessage());
    }

    [Fact]
    public void Where_code_chooses_at_run_time_it_is_a_warning_that_names_the_place()
    {
        _shop.Handles("invoice.paid").Handles("", "Dispatcher.cs", isOpen: true).Says(Required);
        Assert.Equal(["RDY2010 warning readiness.json(1,3)"], _shop.Findings());
        Assert.Equal(
            "No code was found to compare an event's type with 'charge.dispute.created', which readiness.json requires. "
                + "It may be handled where the choice cannot be followed: Dispatcher.cs:12.",
            _shop.OnlyMessage());
    }

    [Fact]
    public void An_endpoint_that_only_hands_events_on_is_no_proof_either() =>
        Assert.Equal(["RDY2010 warning readiness.json(1,3)"], _shop.Handles("").Says(Required).Findings());

    [Fact]
    public void A_name_that_is_near_one_of_Stripes_is_a_finding_of_its_own()
    {
        _shop.Handles("invoice.sent").Says("""{ "events": ["invoice.payed", "invoice.sent"] }""");
        Assert.Equal(["RDY2010 error readiness.json(1,14)"], _shop.Findings());
        Assert.Equal("'invoice.payed' is no event type of Stripe. Write 'invoice.paid'.", _shop.OnlyMessage());
    }

    [Theory]
    [InlineData("invoice.payed")] // the code's own fault, if it is one
    [InlineData("quantum.entangled")]
    [InlineData("v2.core.account.created")]
    public void A_name_that_code_uses_too_is_taken(string type) =>
        Assert.Empty(_shop.Handles(type).Says($$"""{ "events": ["{{type}}"] }""").Findings());

    [Fact]
    public void Code_for_another_event_is_a_finding_where_only_some_are_allowed()
    {
        _shop.Handles("invoice.paid|invoice.sent|charge.refunded").Says("""{ "events": { "required": ["invoice.paid"], "only": ["charge.refunded"] } }""");
        Assert.Equal(["RDY2010 error Webhooks.cs(12,5)"], _shop.Findings());
        Assert.Equal("Code handles 'invoice.sent', which readiness.json does not list under 'only'. Remove the code, or list the event.", _shop.OnlyMessage());
    }

    [Theory]
    [InlineData("""{ "events": { "required": ["invoice.paid"] } }""")]
    [InlineData("""{ "events": { "only": ["invoice.paid", "charge.refunded"] } }""")]
    [InlineData("""{ "events": [] }""")]
    [InlineData("{ }")]
    public void Without_such_a_limit_code_may_handle_what_it_likes(string policy) =>
        Assert.Empty(_shop.Handles("invoice.paid").Handles("", "Other.cs").Says(policy).Findings());

    [Fact]
    public void Without_all_logs_nobody_knows_what_is_handled() =>
        Assert.Equal(
            ["RDY9002 error Billing.csproj(1,1)"],
            _shop.Says(Required).References(new(_shop.PathOf("Billing.csproj"), CompileLogState.Missing)).Findings());
}
