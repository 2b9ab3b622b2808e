namespace ReadinessAnalyzers.Gate.Tests.Checks;

/// <summary>RDY8012 for mail addresses, mail domains, lists of event types and the id of a portal configuration.</summary>
public sealed class MailAndEventTests : IDisposable
{
    private const string Fault = "RDY8012 error prod.env(1,3)";
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("ann@shop.example.eu", true)]
    [InlineData("ann@shop.eu;bob.o'neil+ops@mail.shop.eu", true)]
    [InlineData("[\"ann@shop.eu\", \"bob@shop.eu\"]", true)]
    [InlineData("${ADMINS}", true)] // comes from elsewhere
    [InlineData("ann", false)]
    [InlineData("ann@localhost", false)]
    [InlineData("ann@shop..eu", false)]
    [InlineData("@shop.eu", false)]
    [InlineData("ann@bob@shop.eu", false)]
    [InlineData("ann@shop.eu, bob", false)]
    [InlineData("admin@example.com", false)]
    [InlineData("ann@mail.example.org", false)]
    [InlineData("ann@shop.test", false)]
    [InlineData(" , ", false)]
    [InlineData("[]", false)]
    public void Addresses_reach_somebody(string value, bool isRight) => Judge("emails", value, isRight);

    [Theory]
    [InlineData("shop.eu", true)]
    [InlineData("@shop.eu", true)]
    [InlineData("mail.shop.co.uk", true)]
    [InlineData("gmail.shop.eu", true)] // ours, whatever it is called
    [InlineData("live.shop.eu", true)]
    [InlineData("shop", false)]
    [InlineData("https://shop.eu", false)]
    [InlineData("ann@shop.eu", false)]
    [InlineData("gmail.com", false)]
    [InlineData("GMail.com", false)]
    [InlineData("yahoo.co.uk", false)]
    [InlineData("outlook.de", false)]
    [InlineData("shop.eu, icloud.com", false)]
    [InlineData("example.com", false)]
    public void A_domain_is_the_teams_own(string value, bool isRight) => Judge("mailDomain", value, isRight);

    [Theory]
    [InlineData("ann@shop.eu", "shop.eu", null)]
    [InlineData("ann@shop.eu", "", null)]
    [InlineData("", "shop.eu", null)]
    [InlineData("", "", "RDY8001 error readiness.json(1,17)")]
    [InlineData("", "gmail.com", "RDY8012 error prod.env(2,15)")]
    public void A_domain_may_stand_in_for_addresses(string addresses, string domain, string? finding) => Assert.Equal(
        finding is null ? [] : [finding],
        _shop.Sets("Admin__Emails", addresses).Sets("Admin__Domain", domain)
            .Says("""{ "settings": { "Admin:Emails": { "kind": "emails", "orElse": "Admin:Domain" }, "Admin:Domain": "mailDomain" } }""").Findings());

    [Fact]
    public void Where_things_are_tried_out_examples_will_do()
    {
        _shop.Environment = "Staging";
        Judge("emails", "admin@example.com", isRight: true);
    }

    [Theory]
    [InlineData("bpc_1NqKqXLkdIwHu7ix", true)]
    [InlineData("bpc_", false)]
    [InlineData("price_1", false)]
    public void A_portal_has_the_id_of_its_configuration(string value, bool isRight) => Judge("stripePortalConfiguration", value, isRight);

    [Theory]
    [InlineData("invoice.paid,charge.refunded", null)]
    [InlineData("charge.refunded; invoice.paid", null)]
    [InlineData("[\"charge.refunded\", \"invoice.paid\"]", null)]
    [InlineData("invoice.paid", "'X' lacks 'charge.refunded', which the code handles, so the code never sees it. Add what is missing, or remove the code.")]
    [InlineData("invoice.paid,charge.refunded,charge.failed", "'X' lists a type of events that no code handles. Handle what is listed, or take it off the list.")]
    [InlineData("invoice.paid,charge.refunded,a,b", "'X' lists 2 types of events that no code handles. Handle what is listed, or take it off the list.")]
    [InlineData("*", "'X' lets every type in with a '*'. Write out the types that the code handles.")]
    [InlineData("invoice.*,charge.refunded", "'X' lets every type in with a '*'. Write out the types that the code handles.")]
    public void The_listed_events_are_those_that_the_code_handles(string value, string? message)
    {
        _shop.Handles("invoice.paid").Handles("charge.refunded|invoice.paid", "Refunds.cs");
        Judge("handledEvents", value, message is null);
        if (message is not null)
            Assert.Equal(message, _shop.OnlyMessage());
    }

    [Fact]
    public void What_is_chosen_where_nobody_can_follow_may_be_listed() => Judge("handledEvents", "invoice.paid,charge.failed", isRight: true, _shop.Handles("invoice.paid", isOpen: true));

    [Fact]
    public void Without_code_nothing_may_be_listed() => Judge("handledEvents", "invoice.paid", isRight: false);

    [Fact]
    public void A_list_of_which_one_item_is_out_of_sight_lacks_nothing() =>
        Assert.Empty(_shop.Handles("invoice.paid|charge.refunded").Sets("X__0", "invoice.paid").Sets("X__1", "${MORE}").Says("""{ "settings": { "X": "handledEvents" } }""").Findings());

    private static void Judge(string kind, string value, bool isRight, Shop shop) =>
        Assert.Equal(isRight ? [] : [Fault], shop.Sets("X", value).Says($$"""{ "settings": { "X": "{{kind}}" } }""").Findings());

    private void Judge(string kind, string value, bool isRight) => Judge(kind, value, isRight, _shop);
}
