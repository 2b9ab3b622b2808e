namespace ReadinessAnalyzers.Gate.Tests.Checks;

/// <summary>RDY8006 and RDY8007: what the published settings files must not hold, and must be.</summary>
public sealed class ShippedFilesTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("sk_live_")]
    [InlineData("rk_live_")]
    [InlineData("sk_org_")]
    [InlineData("whsec_")]
    public void A_real_secret_ships_in_no_file(string prefix)
    {
        var json = $$"""{ "A": "{{StripeKeys.Make(prefix)}}" }""";
        Assert.Equal(
            [
                "RDY8006 error appsettings.Development.json(1,8)",
                "RDY8006 error appsettings.Production.json(1,8)",
                "RDY8006 error appsettings.json(1,8)",
            ],
            _shop.Publishes("appsettings.json", json).Publishes(json).Publishes("appsettings.Development.json", json).Findings());
    }

    [Fact]
    public void A_secret_inside_a_longer_value_is_found_too() =>
        Assert.Equal(
            ["RDY8006 error appsettings.Production.json(1,8)"],
            _shop.Publishes($$"""{ "A": "key={{StripeKeys.Make("sk_live_")}};retries=3" }""").Findings());

    [Fact]
    public void A_live_key_in_the_right_slot_still_must_not_ship() =>
        Assert.Equal(
            ["RDY8006 error appsettings.Production.json(1,8)"],
            _shop.Publishes($$"""{ "A": "{{StripeKeys.Make("sk_live_")}}" }""").Reads("A").Findings());

    [Fact]
    public void A_secret_that_the_compiler_found_too_is_one_finding() =>
        Assert.Equal(
            ["RDY1003 error appsettings.Production.json(7,8)", "RDY8006 error appsettings.Production.json(1,8)"],
            _shop.Publishes($$"""{ "A": "{{StripeKeys.Make("sk_live_")}}" }""")
                .Violates("RDY1003", file: "appsettings.Production.json", line: 1)
                .Violates("RDY1003", file: "appsettings.Production.json", line: 7)
                .Findings().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(null, "sk_test_", "RDY8003")]
    [InlineData("secretKey", "sk_test_", "RDY8002")]
    [InlineData("webhookSecret", "sk_test_", "RDY8004")]
    public void What_a_key_does_in_production_says_more_than_that_it_is_there(string? role, string prefix, string rule)
    {
        _shop.Publishes($$"""{ "A": "{{StripeKeys.Make(prefix)}}" }""").Violates("RDY1003", file: "appsettings.Production.json", line: 1);
        if (role is not null)
            _shop.Reads("A", role);
        Assert.Equal([$"{rule} error appsettings.Production.json(1,8)"], _shop.Findings());
    }

    [Fact]
    public void Who_suppresses_what_it_does_still_hears_that_it_is_there() =>
        Assert.Equal(
            ["RDY1003 error appsettings.Production.json(1,8)"],
            _shop.Publishes($$"""{ "A": "{{StripeKeys.Make("sk_test_")}}" }""").Reads("A", "webhookSecret")
                .Violates("RDY1003", file: "appsettings.Production.json", line: 1)
                .Says("""{ "suppressions": [{ "id": "RDY8004", "key": "A", "reason": "a stand-in for now", "until": "2026-12-31" }] }""").Findings("RDY1003"));

    [Fact]
    public void A_key_that_production_does_not_use_is_left_to_the_rule() =>
        Assert.Equal(
            ["RDY1003 error appsettings.Development.json(1,8)"],
            _shop.Publishes("appsettings.Development.json", $$"""{ "A": "{{StripeKeys.Make("sk_test_")}}" }""")
                .Violates("RDY1003", file: "appsettings.Development.json", line: 1).Findings());

    [Fact]
    public void Two_secrets_in_one_value_are_one_finding() =>
        Assert.Equal(
            ["RDY8006 error appsettings.Production.json(1,8)"],
            _shop.Publishes($$"""{ "A": "{{StripeKeys.Make("sk_live_")}},{{StripeKeys.Make("rk_live_")}}" }""").Findings());

    [Theory]
    [InlineData("sk_live_", true)]
    [InlineData("sk_test_", false)]
    public void A_comment_ships_with_the_file(string prefix, bool found) =>
        Assert.Equal(
            found ? ["RDY8006 error appsettings.Production.json(2,4)"] : [],
            _shop.Publishes($"{{\n// {StripeKeys.Make(prefix)}\n}}").Findings());

    [Theory]
    [InlineData("sk_test_", "appsettings.Development.json")] // opens no money
    [InlineData("pk_live_", "appsettings.Production.json")]  // no secret
    public void Other_keys_may_ship(string prefix, string file) =>
        Assert.Empty(_shop.Publishes(file, $$"""{ "A": "{{StripeKeys.Make(prefix)}}" }""").Findings());

    [Theory]
    [InlineData("sk_live_")]
    [InlineData("sk_live_your_key_here")]
    [InlineData("whsec_...")]
    public void A_placeholder_is_no_secret(string value) => Assert.Empty(_shop.Publishes($$"""{ "A": "{{value}}" }""").Findings());

    [Fact]
    public void A_test_key_in_production_is_one_finding() =>
        Assert.Equal(
            ["RDY8003 error appsettings.Production.json(1,8)"],
            _shop.Publishes($$"""{ "A": "{{StripeKeys.Make("sk_test_")}}" }""").Findings());

    [Fact]
    public void A_broken_file_is_a_finding_at_its_fault() =>
        Assert.Equal(["RDY8007 error appsettings.Production.json(2,3)"], _shop.Publishes("{\n  oops }").Findings());

    [Fact]
    public void Of_one_file_twenty_secrets_are_told_and_how_many_more_there_are()
    {
        _shop.Publishes("customers.csv", string.Concat(Enumerable.Range(1, 25).Select(i => $"{i};{StripeKeys.Make("whsec_", i)}\n")));
        _shop.Publishes("site.js", $"// {StripeKeys.Make("whsec_")}\n");
        var findings = _shop.Findings();
        Assert.Equal(21, findings.Length);
        Assert.Contains("RDY8006 error customers.csv(20,4)", findings);
        Assert.Contains("RDY8006 error site.js(1,4)", findings);
        Assert.EndsWith("5 more stand below.", Assert.Single(_shop.Judge().Findings, finding => finding.Message.Contains("more stand")).Message);
    }

    [Fact]
    public void A_file_that_Linux_skips_is_a_warning() =>
        Assert.Equal(["RDY8008 warning appsettings.production.json(1,1)"], _shop.Publishes("appsettings.production.json", "{}").Findings());
}
