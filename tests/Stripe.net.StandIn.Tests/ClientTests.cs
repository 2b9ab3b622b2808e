using System.Net;
using Stripe.Checkout;

namespace Stripe.StandIn.Tests;

public class ClientTests
{
    private readonly Wire _wire = new();

    [Fact]
    public async Task Create_PostsOptionsAsAForm()
    {
        _wire.Answer = """{ "id": "cs_1", "object": "checkout.session", "url": "https://pay.example" }""";
        var options = new SessionCreateOptions
        {
            Mode = "subscription",
            LineItems = [new SessionLineItemOptions { Price = "price_1", Quantity = 2 }],
            Metadata = new Dictionary<string, string> { ["order"] = "7" },
            AllowPromotionCodes = true,
        };

        var session = await Client().V1.Checkout.Sessions.CreateAsync(
            options,
            new RequestOptions { IdempotencyKey = "once" },
            TestContext.Current.CancellationToken);

        Assert.Equal("https://pay.example", session.Url);
        Assert.Equal("https://api.stripe.com/v1/checkout/sessions", _wire.Request.RequestUri.ToString());
        Assert.Equal("Bearer key", _wire.Request.Headers.Authorization.ToString());
        Assert.Equal("once", Assert.Single(_wire.Request.Headers.GetValues("Idempotency-Key")));
        var form = WebUtility.UrlDecode(_wire.Body).Split('&');
        Assert.Contains("mode=subscription", form);
        Assert.Contains("line_items[0][price]=price_1", form);
        Assert.Contains("line_items[0][quantity]=2", form);
        Assert.Contains("metadata[order]=7", form);
        Assert.Contains("allow_promotion_codes=true", form);
    }

    [Fact]
    public void List_SendsOptionsInTheQuery()
    {
        _wire.Answer = """{ "object": "list", "data": [{ "id": "cus_1" }], "has_more": false }""";

        var customers = new CustomerService(Client()).ListAutoPaging(new CustomerListOptions { Limit = 3 });

        Assert.Equal("cus_1", Assert.Single(customers).Id);
        Assert.Equal("https://api.stripe.com/v1/customers?limit=3", _wire.Request.RequestUri.ToString());
    }

    [Fact]
    public void Refusal_CarriesStripesError()
    {
        _wire.Status = HttpStatusCode.PaymentRequired;
        _wire.Answer = """{ "error": { "code": "card_declined", "message": "No." } }""";

        var error = Assert.Throws<StripeException>(() => new RefundService(Client()).Create(new RefundCreateOptions { Charge = "ch_1" }));

        Assert.Equal("card_declined", error.StripeError.Code);
        Assert.Equal(HttpStatusCode.PaymentRequired, error.HttpStatusCode);
    }

    [Fact]
    public void RequestKey_ReplacesTheClientsKey()
    {
        _wire.Answer = """{ "id": "cus_1" }""";

        new CustomerService(Client()).Get("cus_1", requestOptions: new RequestOptions { ApiKey = "other" });

        Assert.Equal("Bearer other", _wire.Request.Headers.Authorization.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    public void KeyThatIsNone_IsRefusedByTheConstructor(string key) => Assert.Throws<ArgumentException>(() => new StripeClient(key));

    [Fact]
    public void NoKey_IsRefusedByTheFirstCall()
    {
        var client = new StripeClient(null);

        Assert.Null(client.ApiKey);
        Assert.Throws<StripeException>(() => client.V1.Customers.Get("cus_1"));
    }

    private StripeClient Client() => new("key", httpClient: new SystemNetHttpClient(new HttpClient(_wire)));

    private sealed class Wire : HttpMessageHandler
    {
        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        public string Answer { get; set; }

        public HttpRequestMessage Request { get; private set; }

        public string Body { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Request = request;
            Body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(Status) { Content = new StringContent(Answer) };
        }
    }
}
