namespace ReadinessAnalyzers.Gate.Tests.Shared;

public sealed class StripeKeyTests
{
    private const int Seed = 20261121;
    private const string Hexadecimal = "0123456789abcdef";
    private const string LettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    [Theory]
    [InlineData("sk_live_", "xxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("sk_live_", "abcabcabcabcabcabcabcabc")]
    [InlineData("sk_live_", "1234567890abcdefghijklmn")]
    [InlineData("sk_live_", "a1b2c3d4e5f6g7h8i9j0k1l2")]
    [InlineData("sk_live_", "your_live_secret_key_goes_here")]
    [InlineData("rk_live_", "REPLACE_WITH_YOUR_RESTRICTED_KEY")]
    [InlineData("pk_live_", "ThisIsNotYourRealLiveKey")]
    [InlineData("pk_live_", "mycompanykeygoesintothisplace")]
    [InlineData("whsec_", "YOUR-WEBHOOK-SIGNING-SECRET")]
    [InlineData("whsec_", "your_secret")]
    [InlineData("whsec_", "xxx")]
    public void What_people_type_is_a_placeholder(string prefix, string body) => Assert.True(StripeKey.IsPlaceholder(prefix + body));

    [Theory]
    [InlineData("sk_live_", LettersAndDigits, 24)]
    [InlineData("sk_live_", LettersAndDigits, 99)]
    [InlineData("rk_live_", Hexadecimal, 24)]
    [InlineData("whsec_", LettersAndDigits, 32)]
    [InlineData("whsec_", Hexadecimal, 64)]
    public void No_random_credential_is_a_placeholder(string prefix, string alphabet, int length)
    {
        var random = new Random(Seed);
        for (var i = 0; i < 100_000; i++)
        {
            var key = prefix + string.Concat(Enumerable.Range(0, length).Select(_ => alphabet[random.Next(alphabet.Length)]));
            Assert.False(StripeKey.IsPlaceholder(key), $"number {i} of seed {Seed}, {length} characters behind {prefix}");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("your_live_secret_key_goes_here")]
    [InlineData("sk_live_")]
    public void What_does_not_claim_to_be_a_credential_is_no_placeholder(string? value) => Assert.False(StripeKey.IsPlaceholder(value));
}
