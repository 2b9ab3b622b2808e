namespace Stripe.StandIn.Tests;

public class ApiVersionTests
{
    [Theory]
    [InlineData("2026-07-29.dahlia")]
    [InlineData("2099-01-01.dahlia")]
    public void SameTrain_IsAccepted(string version) => EventUtility.ParseEvent(Delivery.ChargeSucceeded(version));

    [Theory]
    [InlineData("2026-09-30.endive")]
    [InlineData("2024-06-20")]
    public void OtherTrain_IsRefusedUnlessTheCheckIsOff(string version)
    {
        var body = Delivery.ChargeSucceeded(version);

        var error = Assert.Throws<StripeException>(() => EventUtility.ParseEvent(body));
        Assert.Null(error.StripeError);
        Assert.Equal("evt_1", EventUtility.ParseEvent(body, throwOnApiVersionMismatch: false).Id);
    }

    [Theory]
    [InlineData("2026-01-01.dahlia", "2026-07-29.dahlia", true)]
    [InlineData("2026-01-01.dahlia", "2026-01-01.endive", false)]
    [InlineData("2024-06-20", "2024-06-20", false)]
    [InlineData("2026-01-01.preview", "2026-01-01.preview", true)]
    [InlineData("2026-01-01.preview", "2026-02-01.preview", false)]
    public void Compatibility_IsThatOfTheTrain(string sdk, string received, bool expected) =>
        Assert.Equal(expected, EventUtility.IsCompatibleApiVersion(sdk, received));
}
