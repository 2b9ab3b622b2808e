namespace ReadinessAnalyzers.Tests.Webhooks;

/// <summary>RDY2014: a literal stands where Stripe.net has a constant.</summary>
public class LiteralEventTypeTests
{
    [Theory]
    [InlineData("""var x = e.Type == {|RDY2014:"invoice.paid"|};""")]
    [InlineData("""switch (e.Type) { case {|RDY2014:"invoice.paid"|}: break; case EventTypes.InvoiceSent: break; }""")]
    [InlineData("""var x = e is { Type: {|RDY2014:"invoice.paid"|} };""")]
    [InlineData("""var known = new HashSet<string> { {|RDY2014:"invoice.paid"|} }; var x = known.Contains(e.Type);""")]
    public Task Literal_IsReported(string statement) => VerifyAsync(statement);

    [Theory]
    [InlineData("""var x = e.Type == EventTypes.InvoicePaid;""")]
    [InlineData("""const string paid = "invoice.paid"; var x = e.Type == paid;""")] // a name of one's own is no literal
    [InlineData("""var x = e.Type == "apps.install.created";""")] // no constant yet
    [InlineData("""var x = e.Type == {|RDY2009:"invoice.payed"|};""")]
    [InlineData("""var x = e.Account == "invoice.paid" || e.Type.StartsWith("invoice.paid");""")]
    [InlineData("""Console.WriteLine("invoice.paid");""")]
    public Task OtherTexts_AreLeftAlone(string statement) => VerifyAsync(statement);

    [Fact]
    public Task MethodForSeveralProviders_IsLeftAlone() => VerifyAsync(
        """Handle(e.Type); Handle(e.Account); void Handle(string type) { if (type == "invoice.paid") { } }""");

    [Fact]
    public Task ByDefault_NothingIsSaid() => CSharpAnalyzerVerifier<EventTypeAnalyzer>.VerifyAnalyzerAsync("""
        using Stripe;
        class Webhook { bool A(Event e) => e.Type == "invoice.paid"; }
        """);

    private static Task VerifyAsync(string statement) => new CSharpAnalyzerTest<EventTypeAnalyzer>
    {
        TestCode = $$"""
            using Stripe;
            class Webhook
            {
                void Handle(Event e) { {{statement}} }
            }
            """,
        EnabledDiagnostics = { "RDY2014" },
    }.RunAsync(TestContext.Current.CancellationToken);
}
