namespace ReadinessAnalyzers.Gate.Tests;

/// <summary>What is hidden in a text before anybody reads it.</summary>
public sealed class SecretMaskTests
{
    [Theory]
    [InlineData("sk_live_")]
    [InlineData("rk_test_")]
    [InlineData("pk_live_")]
    [InlineData("sk_org_")]
    [InlineData("whsec_")]
    public void A_key_keeps_its_prefix_only(string prefix) =>
        Assert.Equal($"'{prefix}…' and {prefix}….", SecretMask.Apply($"'{StripeKeys.Make(prefix)}' and {StripeKeys.Make(prefix, seed: 2, length: 99)}."));

    [Theory]
    [InlineData("live secret key (sk_live_…) or rk_live_….")]
    [InlineData("begins with whsec_ or sk_test_")]
    [InlineData("'Stripe:SecretKey'")]
    [InlineData("")]
    public void A_text_without_a_key_stays(string text) => Assert.Equal(text, SecretMask.Apply(text));
}
