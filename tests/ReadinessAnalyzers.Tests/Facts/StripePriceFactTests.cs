using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ReadinessAnalyzers.Tests.Facts;

/// <summary>RDY0001 for what is sold: a price id, or a section from which the code picks one.</summary>
public class StripePriceFactTests
{
    [Theory]
    [InlineData("_ = new SessionLineItemOptions { Price = config[\"Stripe:PriceId\"], Quantity = 1 };", "priceId Stripe:PriceId")]
    [InlineData("_ = new SubscriptionItemOptions { Price = options.Value.ProPriceId };", "priceId Stripe:ProPriceId")]
    [InlineData("var item = new SubscriptionItemOptions(); item.Price = config.GetSection(\"Stripe\")[\"PriceId\"];", "priceId Stripe:PriceId")]
    [InlineData("_ = new SessionCreateOptions { LineItems = [new() { Price = config[\"Stripe:PriceId\"] }] };", "priceId Stripe:PriceId")]
    [InlineData("_ = new SessionLineItemOptions { Price = config[$\"Stripe:Prices:{plan}\"] };", "priceMap Stripe:Prices")]
    [InlineData("_ = new SessionLineItemOptions { Price = config[\"Stripe:Prices:\" + plan + \":monthly\"] };", "priceMap Stripe:Prices")]
    [InlineData("_ = new SessionLineItemOptions { Price = config.GetSection(\"Stripe:Prices\")[plan] };", "priceMap Stripe:Prices")]
    [InlineData("_ = new SessionLineItemOptions { Price = config.GetSection(\"Stripe:Prices\").GetValue<string>(plan) };", "priceMap Stripe:Prices")]
    [InlineData("_ = new SessionLineItemOptions { Price = config.GetSection($\"Stripe:Prices:{plan}\").Value };", "priceMap Stripe:Prices")]
    [InlineData("_ = new SessionLineItemOptions { Price = config.GetSection(\"Stripe:Prices\").Get<Dictionary<string, string>>()![plan] };", "priceMap Stripe:Prices")]
    [InlineData("_ = new SessionLineItemOptions { Price = options.Value.Prices[plan] };", "priceMap Stripe:Prices")]
    [InlineData("_ = new SessionLineItemOptions { Price = options.Value.Prices[\"pro\"] };", "priceId Stripe:Prices:pro")]
    [InlineData("_ = new SessionLineItemOptions { Price = options.Value.Prices.GetValueOrDefault(plan) };", "priceMap Stripe:Prices")]
    [InlineData("if (options.Value.Prices.TryGetValue(plan, out var id)) _ = new SessionLineItemOptions { Price = id };", "priceMap Stripe:Prices")]
    [InlineData("StripeConfiguration.ClientId = config[\"Stripe:ClientId\"];", "clientId Stripe:ClientId")]
    [InlineData("_ = new StripeClient(clientId: config[\"Stripe:ClientId\"]);", "clientId Stripe:ClientId")]
    public async Task PriceFromConfiguration_IsAFact(string statement, string expected) => Assert.Equal([expected], await FactsOf(statement));

    [Theory]
    [InlineData("_ = new SessionLineItemOptions { Price = \"price_placeholder\" };")]
    [InlineData("_ = new SessionLineItemOptions { Price = plan };")]
    [InlineData("_ = new SessionLineItemOptions { Price = config[plan] };")] // any setting at all
    [InlineData("_ = new SessionLineItemOptions { Price = new Dictionary<string, string>()[plan] };")]
    [InlineData("_ = new Product { Price = config[\"Shop:Price\"] };")] // a price of the shop's own
    [InlineData("_ = new SessionLineItemOptions { PriceData = new() { Currency = config[\"Shop:Currency\"] } };")]
    [InlineData("StripeConfiguration.ApiKey = config[$\"Tenants:{plan}:Key\"];")] // a key for each tenant is no map of prices
    public async Task PriceFromElsewhere_IsNoFact(string statement) => Assert.Empty(await FactsOf(statement));

    private static async Task<IEnumerable<string>> FactsOf(string statement)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var compilation = SourceCompilation.Of($$"""
            using Microsoft.Extensions.Options;
            using Stripe;
            using Stripe.Checkout;
            class StripeOptions { public string ProPriceId { get; set; } = ""; public Dictionary<string, string> Prices { get; set; } = []; }
            class Startup { void Add(IServiceCollection s, IConfiguration c) => s.Configure<StripeOptions>(c.GetSection("Stripe")); }
            class Product { public string? Price { get; set; } }
            class Checkout { void M(IConfiguration config, IOptions<StripeOptions> options, string plan) { {{statement}} } }
            """);
        Assert.Empty(compilation.GetDiagnostics(cancellation).Where(found => found.Severity == DiagnosticSeverity.Error));
        var facts = await compilation.WithAnalyzers([new FactAnalyzer()]).GetAnalyzerDiagnosticsAsync(cancellation);
        return facts.Where(fact => fact.Id == "RDY0001").Select(fact => $"{fact.Properties["role"]} {fact.Properties["setting"]}");
    }
}
