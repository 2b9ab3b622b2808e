namespace ReadinessAnalyzers.Gate.Tests.Checks;

/// <summary>RDY8013: URLs and hosts that clients of production can use.</summary>
public sealed class AddressTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("\"https\"", "https://shop.example")]
    [InlineData("\"https\"", "HTTPS://SHOP.example:8443/a,b?c=d")]
    [InlineData("\"https\"", "https://key@o1.ingest.sentry.io/42")] // a Sentry DSN
    [InlineData("\"https\"", "https://a.example, https://b.example")]
    [InlineData("\"https\"", "https://myexample.com")]
    [InlineData("\"https\"", "https://stagingport.shop.example")]
    [InlineData("\"https\"", "https://xn--bcher-kva.example")]
    [InlineData("\"url\"", "http://collector:4317")]
    [InlineData("\"url\"", "http://10.0.0.7:4317")]
    [InlineData("{ \"host\": \"shop.example\" }", "https://Shop.Example/x")]
    [InlineData("{ \"host\": [\"a.example\", \"*.shop.example\"] }", "https://www.shop.example")]
    [InlineData("{ \"path\": \"/stripe/webhook\" }", "https://shop.example/stripe/webhook/")]
    [InlineData("\"hosts\"", "shop.example;www.shop.example")]
    [InlineData("\"hosts\"", "*.shop.example")]
    [InlineData("\"hosts\"", "localhosts.example")]
    public void An_address_of_production_is_fine(string demand, string value) => Assert.Empty(Judge(demand, value));

    [Theory]
    [InlineData("\"https\"", "shop.example")]
    [InlineData("\"https\"", "/orders")]
    [InlineData("\"https\"", "https://")]
    [InlineData("\"https\"", "*")]
    [InlineData("\"https\"", "http://shop.example")]
    [InlineData("\"https\"", "ftp://shop.example")]
    [InlineData("\"https\"", "https://localhost:5001")]
    [InlineData("\"https\"", "https://127.0.0.1")]
    [InlineData("\"https\"", "https://[::1]/")]
    [InlineData("\"https\"", "https://shop.localhost")]
    [InlineData("\"https\"", "https://10.1.2.3")]
    [InlineData("\"https\"", "https://www.example.com")]
    [InlineData("\"https\"", "https://shop.test")]
    [InlineData("\"https\"", "https://abc.ngrok-free.app")]
    [InlineData("\"https\"", "https://staging.shop.example")]
    [InlineData("\"https\"", "https://a.example;http://b.example")]
    [InlineData("\"url\"", "http://localhost:4317")]
    [InlineData("\"url\"", "collector:4317")]
    [InlineData("{ \"host\": \"shop.example\" }", "https://shop.example.evil.example")]
    [InlineData("{ \"path\": \"/stripe/webhook\" }", "https://shop.example/stripe")]
    [InlineData("{ \"path\": \"/stripe/webhook\" }", "https://shop.example/Stripe/Webhook")]
    [InlineData("\"hosts\"", "*")]
    [InlineData("\"hosts\"", "shop.example;[::]")]
    [InlineData("\"hosts\"", "localhost")]
    [InlineData("\"hosts\"", "shop.example;127.0.0.1")]
    [InlineData("\"hosts\"", "https://shop.example")]
    [InlineData("\"hosts\"", "*.example")]
    [InlineData("\"hosts\"", "shop.*")]
    public void Another_one_is_a_finding(string demand, string value) =>
        Assert.Equal(["RDY8013 error appsettings.Production.json(1,8)"], Judge(demand, value));

    [Fact]
    public void Each_item_of_a_list_is_judged_where_it_stands() =>
        Assert.Equal(
            ["RDY8013 error appsettings.Production.json(2,1)", "RDY8013 error appsettings.Production.json(3,1)"],
            _shop.Publishes("{ \"Cors\": { \"Origins\": [ \"https://shop.example\",\n\"*\",\n\"http://localhost:3000\", \"${ORIGIN}\" ] } }").Says("""{ "settings": { "Cors:Origins": "https" } }""").Findings());

    [Theory]
    [InlineData("https://shop.example/hook", true)]
    [InlineData("https://hooks.shop.example/", false)]
    public void Two_addresses_have_one_host(string value, bool isRight) =>
        Assert.Equal(
            isRight ? [] : ["RDY8013 error appsettings.Production.json(1,8)"],
            _shop.Publishes($$"""{ "X": "{{value}}", "App": { "PublicUrl": "https://SHOP.example" } }""").Says("""{ "settings": { "X": { "sameHostAs": "App:PublicUrl" } } }""").Findings());

    [Fact]
    public void Where_things_are_tried_out_the_host_may_be_anybody()
    {
        _shop.Environment = "Staging";
        Assert.Empty(Judge("\"https\"", "https://staging.shop.example"));
    }

    [Fact]
    public void The_message_tells_what_is_wrong_and_not_where_it_leads() =>
        Assert.Equal(
            "'X' leads to the machine itself, where no client is. Set the public address of production.",
            _shop.Publishes("""{ "X": "https://localhost:7777/secretpath" }""").Says("""{ "settings": { "X": "https" } }""").OnlyMessage());

    private string[] Judge(string demand, string value) => _shop.Publishes($$"""{ "X": "{{value}}" }""").Says($$"""{ "settings": { "X": {{demand}} } }""").Findings();
}
