using System.Text.Json;
using Stripe.Checkout;

namespace Stripe.StandIn.Tests;

public class ParsingTests
{
    [Fact]
    public void DataObject_IsTheEntityItsObjectMemberNames()
    {
        var charge = Assert.IsType<Charge>(EventUtility.ParseEvent(Delivery.ChargeSucceeded()).Data.Object);

        Assert.Equal(1200, charge.Amount);
        Assert.Equal("cus_1", charge.CustomerId);
        Assert.Null(charge.Customer);
    }

    [Theory]
    [InlineData("checkout.session", typeof(Session))]
    [InlineData("customer", typeof(Customer))]
    [InlineData("dispute", typeof(Dispute))]
    [InlineData("invoice", typeof(Invoice))]
    [InlineData("payment_intent", typeof(PaymentIntent))]
    [InlineData("radar.early_fraud_warning", typeof(Radar.EarlyFraudWarning))]
    [InlineData("refund", typeof(Refund))]
    [InlineData("subscription", typeof(Subscription))]
    public void ObjectName_DecidesTheEntity(string name, Type type) =>
        Assert.IsType(type, StripeEntity.FromJson($$"""{ "id": "x_1", "object": "{{name}}", "livemode": true }"""));

    [Fact]
    public void ExpandedMember_GivesObjectAndId()
    {
        var charge = Charge.FromJson("""{ "object": "charge", "customer": { "id": "cus_1", "object": "customer", "email": "a@b.c" } }""");

        Assert.Equal("cus_1", charge.CustomerId);
        Assert.Equal("a@b.c", charge.Customer.Email);
    }

    [Fact]
    public void PlainSerializer_ReadsAnEvent()
    {
        var stripeEvent = JsonSerializer.Deserialize<Event>(Delivery.ChargeSucceeded());

        Assert.Equal("once", stripeEvent.Request.IdempotencyKey);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(Delivery.Now).UtcDateTime, stripeEvent.Created);
        Assert.IsType<Charge>(stripeEvent.Data.Object);
    }

    [Fact]
    public void ListInsideAnEntity_IsRead()
    {
        var subscription = Subscription.FromJson(
            """{ "object": "subscription", "items": { "object": "list", "data": [{ "id": "si_1", "price": { "id": "price_1" } }] } }""");

        Assert.Equal("price_1", Assert.Single(subscription.Items).Price.Id);
    }

    [Fact]
    public void ThinPayload_IsTheWrongArgumentForConstructEvent()
    {
        var body = Delivery.Thin();

        Assert.Throws<ArgumentException>(
            () => EventUtility.ConstructEvent(body, Delivery.Header(body), Delivery.Secret, 300, Delivery.Now));
    }

    [Fact]
    public void MalformedBody_ThrowsJsonException()
    {
        Assert.ThrowsAny<JsonException>(() => EventUtility.ParseEvent("{"));
        Assert.ThrowsAny<JsonException>(
            () => EventUtility.ConstructEvent("{", Delivery.Header("{"), Delivery.Secret, 300, Delivery.Now));
    }
}
