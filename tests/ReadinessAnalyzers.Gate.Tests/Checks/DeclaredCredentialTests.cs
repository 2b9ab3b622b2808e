namespace ReadinessAnalyzers.Gate.Tests.Checks;

/// <summary>RDY8002, RDY8004, RDY8018 and RDY8019: Stripe credentials and the mode, in settings that the code does not show.</summary>
public sealed class DeclaredCredentialTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("stripeSecretKey", "sk_live_")]
    [InlineData("stripeSecretKey", "rk_live_")]
    [InlineData("stripeRestrictedKey", "rk_live_")]
    [InlineData("stripePublishableKey", "pk_live_")]
    [InlineData("stripeWebhookSecret", "whsec_")]
    [InlineData("stripeWebhookSecrets", "whsec_")]
    public void The_right_credential_is_right(string kind, string prefix) => Assert.Empty(Judge(kind, StripeKeys.Make(prefix)));

    [Theory]
    [InlineData("stripeSecretKey", "sk_test_", "RDY8002")]
    [InlineData("stripeSecretKey", "pk_live_", "RDY8002")]
    [InlineData("stripeRestrictedKey", "sk_live_", "RDY8002")]
    [InlineData("stripeRestrictedKey", "rk_test_", "RDY8002")]
    [InlineData("stripePublishableKey", "pk_test_", "RDY8002")]
    [InlineData("stripePublishableKey", "sk_live_", "RDY8002")]
    [InlineData("stripeWebhookSecret", "sk_live_", "RDY8004")]
    [InlineData("stripeWebhookSecrets", "sk_live_", "RDY8004")]
    [InlineData("stripeWebhookSecrets", "sk_test_", "RDY8003")]
    [InlineData("stripeWebhookSecrets", "", "RDY8004")]
    public void Another_one_is_one_finding(string kind, string prefix, string rule) => Assert.Equal([$"{rule} error prod.env(1,3)"], Judge(kind, StripeKeys.Make(prefix)));

    [Theory]
    [InlineData("stripeSecretKey", "sk_live_", "RDY8002")]
    [InlineData("stripePublishableKey", "pk_live_", "RDY8002")]
    [InlineData("stripeWebhookSecret", "whsec_", "RDY8004")]
    public void A_key_that_was_cut_off_is_a_finding(string kind, string prefix, string rule) =>
        Assert.Equal([$"{rule} error prod.env(1,3)"], Judge(kind, StripeKeys.Make(prefix, length: 12)));

    [Fact]
    public void What_the_code_reads_as_well_is_one_setting()
    {
        _shop.Reads("X").Says("""{ "settings": { "X": "stripeSecretKey" } }""");
        Assert.Equal("1 setting", _shop.OnlyMessage()[..9]);
        Assert.Equal(["RDY8001 error Shop.csproj(1,1)"], _shop.Findings());
    }

    [Fact]
    public void A_variable_that_the_code_reads_as_well_is_one_setting() =>
        Assert.StartsWith("1 setting that", _shop.Reads("STRIPE_KEY", source: "environment").Says("""{ "settings": { "STRIPE_KEY": "stripeSecretKey" } }""").OnlyMessage());

    [Theory]
    [InlineData("2026-06-16", true)]
    [InlineData("2026-06-15", false)]
    [InlineData("soon", false)]
    public void Two_webhook_secrets_need_a_day_that_is_to_come(string day, bool isRight)
    {
        _shop.Sets("H__0", StripeKeys.Make("whsec_", 1)).Sets("H__1", StripeKeys.Make("whsec_", 2)).Sets("R", day);
        Assert.Equal(
            isRight ? [] : ["RDY8018 error prod.env(3,3)"],
            _shop.Says("""{ "settings": { "H": { "kind": "stripeWebhookSecrets", "retireOn": "R" } } }""").Findings());
    }

    [Theory]
    [InlineData("\"stripeWebhookSecrets\"", 1)] // nobody says until when
    [InlineData("{ \"kind\": \"stripeWebhookSecrets\", \"retireOn\": \"R\" }", 1)] // and R is not set
    [InlineData("{ \"kind\": \"stripeWebhookSecrets\", \"retireOn\": \"D\" }", 0)]
    public void Two_webhook_secrets_in_one_text_are_two(string demand, int findings) =>
        Assert.Equal(
            findings,
            _shop.Sets("H", $"{StripeKeys.Make("whsec_", 1)}, {StripeKeys.Make("whsec_", 2)}").Sets("D", "${DAY}")
                .Says($$"""{ "settings": { "H": {{demand}} } }""").Findings().Count(finding => finding == "RDY8018 error prod.env(1,3)"));

    [Fact]
    public void One_webhook_secret_twice_is_no_rotation()
    {
        var secret = StripeKeys.Make("whsec_");
        Assert.Equal(
            ["RDY8018 error prod.env(1,3)"],
            _shop.Sets("H", $"{secret};{secret}").Sets("R", "2026-07-01").Says("""{ "settings": { "H": { "kind": "stripeWebhookSecrets", "retireOn": "R" } } }""").Findings());
    }

    [Theory]
    [InlineData("live", "Production", true)]
    [InlineData("Production", "Production", true)]
    [InlineData("test", "Production", false)]
    [InlineData("lively", "Production", false)]
    [InlineData("test", "Staging", true)]
    [InlineData("live", "Staging", false)] // with a test key
    public void The_mode_agrees_with_the_environment_and_the_keys(string mode, string environment, bool isRight)
    {
        _shop.Environment = environment;
        _shop.Sets("Stripe__Key", StripeKeys.Make(environment == "Production" ? "sk_live_" : "sk_test_")).Sets("M", mode);
        Assert.Equal(isRight ? [] : ["RDY8019 error prod.env(2,3)"], _shop.Says("""{ "settings": { "M": "stripeMode" } }""").Findings());
    }

    [Fact]
    public void A_test_key_beside_the_mode_is_one_finding() =>
        Assert.Equal(["RDY8003 error prod.env(1,5)"], _shop.Sets("Key", StripeKeys.Make("sk_test_")).Sets("M", "live").Says("""{ "settings": { "M": "stripeMode" } }""").Findings());

    private string[] Judge(string kind, string value) => _shop.Sets("X", value).Says($$"""{ "settings": { "X": "{{kind}}" } }""").Findings();
}
