using Verify = ReadinessAnalyzers.Tests.CSharpAnalyzerVerifier<ReadinessAnalyzers.CredentialAnalyzer>;

namespace ReadinessAnalyzers.Tests.Billing;

/// <summary>RDY4001: the id of a price is a constant.</summary>
public class CompileTimePriceTests
{
    [Theory]
    [InlineData("_ = new SessionLineItemOptions { Price = {|#0:\"price_1\"|}, Quantity = 1 };", "SessionLineItemOptions.Price")]
    [InlineData("_ = new SubscriptionItemOptions { Price = {|#0:Pro|} };", "SubscriptionItemOptions.Price")]
    [InlineData("_ = new SubscriptionItemOptions { Plan = {|#0:\"plan_1\"|} };", "SubscriptionItemOptions.Plan")]
    [InlineData("var item = new SessionLineItemOptions(); item.Price = {|#0:config[\"Stripe:PriceId\"] ?? \"price_1\"|};", "SessionLineItemOptions.Price")]
    [InlineData("_ = new SessionLineItemOptions { Price = {|#0:plan switch { \"pro\" => \"price_1\", _ => throw new ArgumentException() }|} };", "SessionLineItemOptions.Price")]
    public Task PriceInTheCode_IsReported(string statement, string sink) => Verify.VerifyAnalyzerAsync(
        InMethod(statement), Verify.Diagnostic("RDY4001").WithLocation(0).WithArguments(sink));

    [Theory]
    [InlineData("_ = new SessionLineItemOptions { Price = config[\"Stripe:PriceId\"] };")]
    [InlineData("_ = new SessionLineItemOptions { Price = plan };")]
    [InlineData("_ = new SubscriptionItemOptions { Plan = \"gold\" };")]
    [InlineData("_ = new Product { Price = \"price_1\" };")]
    [InlineData("_ = new SessionLineItemOptions { PriceData = new() { Currency = \"price_1\" } };")]
    [InlineData("if (plan == \"price_1\") return;")]
    [InlineData("_ = new SessionLineItemOptions { Price = env.IsDevelopment() ? \"price_1\" : config[\"Stripe:PriceId\"] };")]
    public Task PriceFromElsewhere_IsSilent(string statement) => Verify.VerifyAnalyzerAsync(InMethod(statement));

    [Fact]
    public Task TestProject_IsNotJudged() => new CSharpAnalyzerTest<CredentialAnalyzer>
    {
        TestCode = InMethod("_ = new SessionLineItemOptions { Price = \"price_1\" };"),
        GlobalOptions = { ["build_property.IsTestProject"] = "true" },
    }.RunAsync(TestContext.Current.CancellationToken);

    private static string InMethod(string statement) => $$"""
        using Stripe;
        using Stripe.Checkout;
        class Shop
        {
            private const string Pro = "price_1";
            void M(IConfiguration config, IHostEnvironment env, string plan) { {{statement}} }
        }
        class Product { public string? Price { get; set; } }
        """;
}
