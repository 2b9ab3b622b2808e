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
    [InlineData("__k3!Qx9__")]
    public void Any_other_text_is_a_value(string value) => Assert.False(ReferenceValue.Is(value));

    [Theory]
    [InlineData("${STRIPE_SECRET_KEY}", "variable 'STRIPE_SECRET_KEY'")]
    [InlineData(" ${stripe_key:-none} ", "variable 'stripe_key'")]
    [InlineData("$(Stripe.SecretKey)", "variable 'Stripe.SecretKey'")]
    [InlineData("#{StripeSecretKey}#", "token 'StripeSecretKey'")]
    [InlineData("#{Stripe Secret Key | ToLower}", "token 'Stripe Secret Key'")]
    [InlineData("{{ .Values.stripe.key2 | quote }}", "template value '.Values.stripe.key2'")]
    [InlineData("__STRIPE_KEY__", "token 'STRIPE_KEY'")]
    [InlineData("@Microsoft.KeyVault(VaultName=shop;SecretName=Stripe--Key)", "Key Vault secret 'Stripe--Key'")]
    [InlineData("@Microsoft.AppConfiguration(Endpoint=https://shop.azconfig.io; Key=Stripe)", "key of App Configuration 'Stripe'")]
    public void A_reference_that_is_the_whole_value_is_named(string value, string expected) => Assert.Equal(expected, ReferenceValue.Find(value));

    [Theory]
    [InlineData("a${STRIPE_KEY}", "a variable")]
    [InlineData("${STRIPE_KEY}b", "a variable")]
    [InlineData("${A}k3${B}", "a variable")]
    [InlineData("${A:-${B}}", "a variable")]
    [InlineData("${A!b}", "a variable")]
    [InlineData("${Qx9vTzLpWw}", "a variable")]
    [InlineData("${QxvTzLpWw}", "a variable")]
    [InlineData("${qwmzhvxkdjrtpylnb}", "a variable")]
    [InlineData("k3#{Token}#", "a token")]
    [InlineData("#{A}k3#{B}#", "a token")]
    [InlineData("k3$(Token)", "a variable")]
    [InlineData("$(echo secret)", "a variable")]
    [InlineData("{{ lookup('env', 'A') }}", "a template value")]
    [InlineData("k3{{ .Values.key }}", "a template value")]
    [InlineData("__k3Qx9vT__", "a token")]
    [InlineData("k3@Microsoft.KeyVault(SecretName=shop)", "a Key Vault secret")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://shop.vault.azure.net)", "a Key Vault secret")]
    public void What_may_be_a_part_of_a_value_is_not_shown(string value, string expected) => Assert.Equal(expected, ReferenceValue.Find(value));

    [Fact]
    public void A_key_of_Stripe_is_no_name() => Assert.Equal("a variable", ReferenceValue.Find($"${{{StripeKeys.Make("sk_live_", length: 24)}}}"));

    [Theory]
    [InlineData("Host=a;Password=${B}", "Host=a;Password=?")]
    [InlineData("${A:-Host=${B};User=c};D=#{e}#$f-$(g){{h}}", "?;D=?#?-??")]
    [InlineData("k3$Qx9;a=${", "k3?;a=?")]
    [InlineData("$5 and 100$", "$5 and 100$")]
    public void What_is_literally_there_remains(string value, string expected) =>
        Assert.Equal(expected, ReferenceValue.WithoutReferences(value).Replace(ReferenceValue.Unknown, '?'));
}
