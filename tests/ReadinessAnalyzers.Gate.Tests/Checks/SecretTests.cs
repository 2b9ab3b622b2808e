namespace ReadinessAnalyzers.Gate.Tests.Checks;

/// <summary>RDY8016 and RDY8017: application secrets that are strong, of one use, and in no published file.</summary>
public sealed class SecretTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData(32)]
    [InlineData(64)]
    public void Thirty_two_random_bytes_are_a_secret(int length) => Assert.Empty(Judge("\"secret\"", StripeKeys.Make("", 1, length)));

    [Fact]
    public void What_tools_make_is_random_whatever_it_is_written_in()
    {
        var random = new Random(1);
        var octets = new byte[32];
        for (var i = 0; i < 500; i++)
        {
            random.NextBytes(octets);
            _shop.Sets($"B{i}", Convert.ToBase64String(octets)).Sets($"H{i}", Convert.ToHexString(octets).ToLowerInvariant()).Sets($"S{i}", Convert.ToHexString(octets, 0, 16)).Sets($"G{i}", new Guid(octets.AsSpan(0, 16)).ToString());
        }

        Assert.Empty(_shop.Says("""{ "settings": { "B*": "secret", "H*": "secret", "S*": "secret", "G*": "secret" } }""").Findings());
    }

    [Fact]
    public void A_name_before_the_random_part_does_no_harm() => Assert.Empty(Judge("\"secret\"", StripeKeys.Make("shop-prod-2026-", 1, 40)));

    [Theory]
    [InlineData("changeme")]
    [InlineData("this-is-my-super-secret-signing-key-0123")]
    [InlineData("changeme-changeme-changeme-changeme")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("please replace this value in production")]
    [InlineData("correct-horse-battery-staple-radius-lamp")]
    public void What_people_type_is_none(string value) => Assert.Equal(["RDY8016 error prod.env(1,3)"], Judge("\"secret\"", value));

    [Fact]
    public void A_random_text_may_be_too_short()
    {
        Assert.Equal(["RDY8016 error prod.env(1,3)"], Judge("{ \"minLength\": 48 }", StripeKeys.Make("", 1, 47)));
        Assert.Equal("'X' is shorter than 48 bytes, so it can be found by trying. Make one at random, for example by 'openssl rand -base64 32'.", _shop.OnlyMessage());
    }

    [Fact]
    public void One_secret_for_two_settings_is_a_finding_at_the_second()
    {
        var secret = StripeKeys.Make("", 1, 40);
        _shop.Sets("A", secret).Sets("B", StripeKeys.Make("", 2, 40)).Sets("C", secret).Says("""{ "settings": { "C": "secret", "A": "secret", "B": "secret" } }""");
        Assert.Equal(["RDY8016 error prod.env(3,3)"], _shop.Findings());
        Assert.Equal("'C' and 'A' hold the same secret, so who learns one has both. Give each its own.", _shop.OnlyMessage());
    }

    [Fact]
    public void A_secret_of_Stripes_is_no_secret_of_the_apps()
    {
        var secret = StripeKeys.Make("sk_live_", 1, 40);
        _shop.Sets("Stripe__Key", secret).Sets("Auth__Key", secret).Reads("Stripe:Key").Says("""{ "settings": { "Auth:Key": "secret" } }""");
        Assert.Equal(["RDY8016 error prod.env(2,11)"], _shop.Findings());
    }

    [Fact]
    public void The_secret_of_another_environment_is_known()
    {
        var secret = StripeKeys.Make("", 1, 40);
        _shop.Publishes("appsettings.Development.json", $$"""{ "Auth": { "Key": "{{secret}}" } }""").Sets("Auth__Key", secret).Says("""{ "settings": { "Auth:Key": "secret" } }""");
        Assert.Equal(["RDY8016 error prod.env(1,11)"], _shop.Findings());
        Assert.StartsWith("'Auth:Key' holds what 'Auth:Key' holds in appsettings.Development.json,", _shop.OnlyMessage());
    }

    [Fact]
    public void The_secret_of_an_environment_of_which_only_a_fingerprint_is_known_is_known()
    {
        var secret = StripeKeys.Make("", 1, 40);
        _shop.KnowsOfStaging("Auth:Key", secret).Sets("Auth__Key", secret).Sets("Auth__Other", StripeKeys.Make("", 2, 40)).Sets("Mail__Key", secret)
            .Says("""{ "nonProduction": ["staging.json"], "settings": { "Auth:Key": "secret", "Auth:Other": "secret" } }""");
        Assert.Equal(["RDY8016 error prod.env(1,11)"], _shop.Findings());
        Assert.Equal(
            "'Auth:Key' holds the secret that 'Auth:Key' holds in Staging, as staging.json tells, so whoever knows that one has the secret of production. Make a new one.",
            _shop.OnlyMessage());
    }

    [Theory]
    [InlineData(1, "RDY8003 error prod.env(1,15)")]
    [InlineData(2, null)]
    public void So_is_a_webhook_secret_whatever_its_setting_is_called(int seed, string? finding)
    {
        _shop.KnowsOfStaging("Stripe:WebhookSecret", StripeKeys.Make("whsec_"))
            .Sets("Stripe__Hooks", $"{StripeKeys.Make("whsec_", 3)}, {StripeKeys.Make("whsec_", seed)}").Says("""{ "nonProduction": ["staging.json"] }""");
        Assert.Equal(finding is null ? [] : [finding], _shop.Findings());
    }

    [Fact]
    public void Two_settings_that_are_no_secrets_may_be_alike() =>
        Assert.Empty(_shop.Sets("A", "x").Sets("B", "x").Says("""{ "settings": { "A": "required", "B": "required" } }""").Findings());

    [Fact]
    public void A_secret_in_a_published_file_is_RDY8017()
    {
        _shop.Publishes($$"""{ "Auth:Key": "{{StripeKeys.Make("", 1, 40)}}" }""").Says("""{ "settings": { "Auth:Key": "secret" } }""");
        Assert.Equal(["RDY8017 error appsettings.Production.json(1,15)"], _shop.Findings());
    }

    [Theory]
    [InlineData("{ \"shipped\": false }", false)]
    [InlineData("\"required\"", true)]
    public void Any_setting_may_be_the_hosts_to_set(string demand, bool isRight) =>
        Assert.Equal(
            isRight ? [] : ["RDY8017 error appsettings.Production.json(1,8)"],
            _shop.Publishes("""{ "X": "a" }""").Says($$"""{ "settings": { "X": {{demand}} } }""").Findings());

    [Fact]
    public void What_the_host_sets_over_a_published_file_is_the_hosts() =>
        Assert.Empty(_shop.Publishes("""{ "X": "a" }""").Sets("X", "b").Says("""{ "settings": { "X": { "shipped": false } } }""").Findings());

    private string[] Judge(string demand, string value) => _shop.Sets("X", value).Says($$"""{ "settings": { "X": {{demand}} } }""").Findings();
}
