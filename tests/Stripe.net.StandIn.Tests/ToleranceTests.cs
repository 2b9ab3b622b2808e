namespace Stripe.StandIn.Tests;

public class ToleranceTests
{
    private static readonly string Body = Delivery.ChargeSucceeded();

    [Theory]
    [InlineData(300, -300)]
    [InlineData(300, 300)]
    [InlineData(0, 0)]
    [InlineData(long.MaxValue, 100_000_000)]
    public void InsideTolerance_IsAccepted(long tolerance, long elapsed) => Validate(tolerance, elapsed);

    [Theory]
    [InlineData(300, -301)]
    [InlineData(300, 301)]
    [InlineData(0, 1)]
    [InlineData(-1, 0)]
    public void OutsideTolerance_IsRefused(long tolerance, long elapsed)
    {
        var error = Assert.Throws<StripeException>(() => Validate(tolerance, elapsed));
        Assert.Null(error.StripeError);
    }

    [Fact]
    public void OldDelivery_IsRefusedByTheDefaultTolerance()
    {
        var old = DateTimeOffset.UtcNow.AddSeconds(-EventUtility.DefaultTimeTolerance - 2).ToUnixTimeSeconds();

        Assert.Throws<StripeException>(
            () => EventUtility.ConstructEvent(Body, Delivery.Header(Body, timestamp: old), Delivery.Secret));
    }

    private static void Validate(long tolerance, long elapsed) =>
        EventUtility.ValidateSignature(Body, Delivery.Header(Body), Delivery.Secret, tolerance, Delivery.Now + elapsed);
}
