namespace ReadinessAnalyzers.Tests.Webhooks;

public sealed class LivemodeNotCheckedTests
{
    private const string Connect = "var paid = EventUtility.ConstructEvent(\"\", request.Headers[\"Stripe-Signature\"], \"secret\"); ";

    [Theory]
    [InlineData(Connect + "orders.Pay(((Invoice)paid.Data.Object).Id);")]
    [InlineData(Connect + "orders.Handle(paid);")]
    [InlineData("foreach (var secret in new[] { \"account\", \"connect\" }) { try { orders.Handle(EventUtility.ConstructEvent(\"\", request.Headers[\"Stripe-Signature\"], secret)); } catch (StripeException) { } }")]
    public Task ActingOnAnyMode_IsReported(string handler) => Verify("[|MapPost|]", handler);

    [Theory]
    [InlineData(Connect + "if (paid.Livemode) orders.Handle(paid);")]
    [InlineData(Connect + "if (IsForUs(paid)) orders.Handle(paid); static bool IsForUs(Event any) => any.Livemode;")]
    [InlineData(Connect + "Console.WriteLine(paid.Type);")]
    [InlineData("orders.Handle(EventUtility.ParseEvent(\"\"));")] // nobody's yet: RDY2002
    [InlineData("orders.Pay(request.Path);")]
    public Task AskingOrNotActing_IsSilent(string handler) => Verify("MapPost", handler);

    [Fact]
    public async Task IsOffByDefault() => await Test("MapPost", Connect + "orders.Handle(paid);").RunAsync(TestContext.Current.CancellationToken);

    private static async Task Verify(string map, string handler)
    {
        var test = Test(map, handler);
        test.EnabledDiagnostics.Add("RDY2012");
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static WebhookTest Test(string map, string handler) => new("RDY2012")
    {
        TestCode = $$"""
            using Stripe;
            var app = WebApplication.Create(args);
            var orders = new Orders();
            app.{{map}}("/connect/webhook", (HttpRequest request) => { {{handler}} });
            app.Run();

            class Orders { public void Pay(string invoice) { } public void Handle(Event paid) { } }
            """,
    };
}
