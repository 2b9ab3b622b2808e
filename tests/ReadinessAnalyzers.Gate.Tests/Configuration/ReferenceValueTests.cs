using ReadinessAnalyzers.Gate.Configuration;

namespace ReadinessAnalyzers.Gate.Tests.Configuration;

/// <summary>Which values only say where the real one comes from.</summary>
public sealed class ReferenceValueTests
{
    [Theory]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://shop.vault.azure.net/secrets/stripe)")]
    [InlineData("${STRIPE_SECRET_KEY}")]
    [InlineData("#{StripeSecretKey}#")]
    [InlineData("#{StripeSecretKey}")]
    [InlineData("$(StripeSecretKey)")]
    [InlineData("__STRIPE_SECRET_KEY__")]
    [InlineData(" ${STRIPE_SECRET_KEY} ")]
    public void A_placeholder_of_a_known_tool_is_a_reference(string value) => Assert.True(ReferenceValue.Is(value));

    [Theory]
    [InlineData("")]
    [InlineData("____")]
    [InlineData("__init")]
    [InlineData("${")]
    [InlineData("}${")]
    [InlineData("STRIPE_SECRET_KEY")]
    [InlineData("set by the host")]
    [InlineData("whsec_")]
    public void Any_other_text_is_a_value(string value) => Assert.False(ReferenceValue.Is(value));
}
