namespace Stripe.StandIn.Tests;

public class SignatureTests
{
    private static readonly string Body = Delivery.ChargeSucceeded();

    [Fact]
    public void CorrectSignature_IsAccepted()
    {
        var stripeEvent = EventUtility.ConstructEvent(Body, Delivery.Header(Body), Delivery.Secret, 300, Delivery.Now);

        Assert.Equal("evt_1", stripeEvent.Id);
        Assert.Equal(EventTypes.ChargeSucceeded, stripeEvent.Type);
    }

    [Fact]
    public void CorrectSignatureOfThisMoment_IsAcceptedByTheShortOverload()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

        Assert.Equal("evt_1", EventUtility.ConstructEvent(Body, Delivery.Header(Body, timestamp: now), Delivery.Secret).Id);
        EventUtility.ValidateSignature(Body, Delivery.Header(Body, timestamp: now), Delivery.Secret);
    }

    [Fact]
    public void ComputedSignature_IsLowerCaseHexOfTheWholeSecret()
    {
        const string prefixed = "whsec_" + "short";

        var signature = EventUtility.ComputeSignature(prefixed, "1", Body);

        Assert.Equal(Delivery.Signature(Body, prefixed, 1), signature);
        Assert.Matches("^[0-9a-f]{64}$", signature);
    }

    [Fact]
    public void OtherSecret_IsRefused() => Refused(Delivery.Header(Body, "another secret"));

    [Fact]
    public void AlteredBody_IsRefused() => Refused(Delivery.Header(Body + " "));

    [Fact]
    public void AlteredTimestamp_IsRefused() => Refused($"t={Delivery.Now + 1},v1={Delivery.Signature(Body)}");

    [Fact]
    public void UpperCaseSignature_IsRefused() => Refused($"t={Delivery.Now},v1={Delivery.Signature(Body).ToUpperInvariant()}");

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("t=,v1=")]
    [InlineData("t=soon,v1=abc")]
    [InlineData("v1=abc")]
    [InlineData("t=1790000000")]
    [InlineData("t=1790000000,v1=")]
    public void MalformedHeader_IsRefused(string header) => Refused(header);

    [Fact]
    public void OtherSchemeAlone_IsRefused() => Refused($"t={Delivery.Now},v0={Delivery.Signature(Body)}");

    [Fact]
    public void OtherSchemeBesides_IsIgnored() => Accepted($"{Delivery.Header(Body)},v0=abc");

    [Fact]
    public void RolledSecret_IsAcceptedWhicheverSignatureComesFirst()
    {
        var old = Delivery.Signature(Body, "the secret before");
        var current = Delivery.Signature(Body);

        Accepted($"t={Delivery.Now},v1={old},v1={current}");
        Accepted($"t={Delivery.Now},v1={current},v1={old}");
    }

    [Fact]
    public void EmptySecret_VerifiesASignatureMadeWithAnEmptyKey() =>
        EventUtility.ValidateSignature(Body, Delivery.Header(Body, ""), "", 300, Delivery.Now);

    [Fact]
    public void NullHeader_ThrowsNullReference() =>
        Assert.Throws<NullReferenceException>(() => EventUtility.ConstructEvent(Body, null, Delivery.Secret));

    [Fact]
    public void NullSecret_ThrowsArgumentNull() =>
        Assert.Throws<ArgumentNullException>(() => EventUtility.ConstructEvent(Body, Delivery.Header(Body), null));

    [Fact]
    public void BodyThatIsNoText_IsRefused()
    {
        const string loneSurrogate = "\ud800";

        Assert.Throws<StripeException>(
            () => EventUtility.ValidateSignature(loneSurrogate, Delivery.Header(Body), Delivery.Secret, 300, Delivery.Now));
    }

    private static void Accepted(string header) => EventUtility.ValidateSignature(Body, header, Delivery.Secret, 300, Delivery.Now);

    private static void Refused(string header)
    {
        var error = Assert.Throws<StripeException>(
            () => EventUtility.ConstructEvent(Body, header, Delivery.Secret, 300, Delivery.Now));
        Assert.Null(error.StripeError);
    }
}
