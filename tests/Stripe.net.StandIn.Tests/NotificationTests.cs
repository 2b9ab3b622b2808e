using Stripe.Events;

namespace Stripe.StandIn.Tests;

public class NotificationTests
{
    private readonly StripeClient _client = new("key");

    [Fact]
    public void SignedNotification_HasItsOwnType()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var body = Delivery.Thin();

        var notification = Assert.IsType<V1BillingMeterErrorReportTriggeredEventNotification>(
            _client.ParseEventNotification(body, Delivery.Header(body, timestamp: now), Delivery.Secret));
        Assert.Equal("mtr_1", notification.RelatedObject.Id);
        Assert.Equal("acct_1", (string)notification.Context);
    }

    [Fact]
    public void UnknownType_IsAnUnknownNotification() =>
        Assert.IsType<UnknownEventNotification>(V2.Core.EventNotification.FromJson(Delivery.Thin("v2.of.tomorrow"), _client));

    [Fact]
    public void WronglySignedNotification_IsRefused() =>
        Assert.Throws<StripeException>(
            () => _client.ParseEventNotification(Delivery.Thin(), Delivery.Header(Delivery.Thin(), "other"), Delivery.Secret));

    [Fact]
    public void SnapshotPayload_IsTheWrongArgument() =>
        Assert.Throws<ArgumentException>(() => V2.Core.EventNotification.FromJson(Delivery.ChargeSucceeded(), _client));
}
