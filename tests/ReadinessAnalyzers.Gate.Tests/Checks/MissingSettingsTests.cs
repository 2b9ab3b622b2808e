namespace ReadinessAnalyzers.Gate.Tests.Checks;

/// <summary>RDY8001: settings that the code reads and production lacks.</summary>
public sealed class MissingSettingsTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void All_missing_settings_are_one_finding_with_one_remedy()
    {
        _shop.Reads("Stripe:WebhookSecret", "webhookSecret", file: "Webhooks.cs", line: 31).Reads("Stripe:SecretKey");
        Assert.Equal(["RDY8001 error Shop.csproj(1,1)"], _shop.Findings());
        Assert.Equal(
            "2 settings that the code reads have no production value: 'Stripe:SecretKey' (Program.cs:14), 'Stripe:WebhookSecret' (Webhooks.cs:31). "
            + "If the host injects them, run 'dotnet msbuild -t:ReadinessInit' and commit readiness.json; otherwise set them.",
            _shop.OnlyMessage());
    }

    [Fact]
    public void With_a_policy_the_remedy_is_an_entry_in_it() =>
        Assert.Equal(
            "1 setting that the code reads has no production value: 'Stripe:SecretKey' (../Billing/Stripe.cs:3). "
            + "If the host injects it, list the setting in readiness.json, \"deferred\": { \"Stripe:SecretKey\": \"who sets it\" }; otherwise set it.",
            _shop.Reads("Stripe:SecretKey", file: "../Billing/Stripe.cs", line: 3).Says("{}").OnlyMessage());

    [Fact]
    public void With_a_policy_the_remedy_for_several_is_an_entry_each() =>
        Assert.EndsWith(
            "If the host injects them, list each in readiness.json, \"deferred\": { \"A\": \"who sets it\" }; otherwise set them.",
            _shop.Reads("A").Reads("B").Says("{}").OnlyMessage());

    [Theory]
    [InlineData("""{ }""")]
    [InlineData("""{ "Stripe": { "SecretKey": null } }""")]
    [InlineData("""{ "Stripe": { "SecretKey": "  " } }""")]
    [InlineData("""{ "Stripe": { "SecretKey": { } } }""")]
    [InlineData("""{ "Stripe__SecretKey": "sk_live_x" }""")] // the spelling of an environment variable means nothing in a file
    public void A_blank_value_is_no_value(string json) =>
        Assert.Equal(["RDY8001 error Shop.csproj(1,1)"], _shop.Publishes(json).Reads("Stripe:SecretKey").Findings());

    [Theory]
    [InlineData("Stripe:SecretKey")]
    [InlineData("STRIPE:SECRETKEY")]
    public void A_value_under_any_capitals_is_there(string key) =>
        Assert.Empty(_shop.Publishes($$"""{ "Stripe": { "SecretKey": "sk_live_x" } }""").Reads(key).Findings());

    [Fact]
    public void A_value_of_the_base_file_is_there() =>
        Assert.Empty(_shop.Publishes("appsettings.json", """{ "Stripe:SecretKey": "sk_live_x" }""").Publishes("{}").Reads("Stripe:SecretKey").Findings());

    [Fact]
    public void A_value_of_another_environment_is_not() =>
        Assert.NotEmpty(_shop.Publishes("appsettings.Development.json", """{ "Stripe:SecretKey": "sk_live_x" }""").Reads("Stripe:SecretKey").Findings());

    [Fact]
    public void A_price_that_the_code_reads_must_be_there() =>
        Assert.Contains("'Stripe:PriceId'", _shop.Reads("Stripe:PriceId", "priceId").OnlyMessage());

    [Fact]
    public void A_map_of_prices_must_have_an_entry() =>
        Assert.Contains("'Stripe:Prices'", _shop.Publishes("""{ "Stripe": { "Prices": { "pro": "" } } }""").Reads("Stripe:Prices", "priceMap").OnlyMessage());

    [Fact]
    public void A_map_of_prices_with_an_entry_is_there() =>
        Assert.Empty(_shop.Publishes("""{ "Stripe": { "Prices": { "pro": "price_x" } } }""").Reads("Stripe:Prices", "priceMap").Findings());

    [Fact]
    public void A_setting_that_the_code_can_do_without_may_be_missing() =>
        Assert.Empty(_shop.Reads("Stripe:SecretKey", fallback: "other").Findings());

    [Fact]
    public void One_place_that_needs_it_is_enough() =>
        Assert.NotEmpty(_shop.Reads("Stripe:SecretKey", fallback: "other").Reads("Stripe:SecretKey", line: 20).Findings());

    [Fact]
    public void An_empty_string_is_no_way_to_do_without() =>
        Assert.NotEmpty(_shop.Reads("Stripe:SecretKey", fallback: "empty").Findings());

    [Fact]
    public void An_environment_variable_is_missing_whatever_the_files_say() =>
        Assert.Equal(
            ["RDY8001 error Shop.csproj(1,1)"],
            _shop.Publishes("""{ "STRIPE_KEY": "sk_live_x" }""").Reads("STRIPE_KEY", source: "environment").Findings());

    [Fact]
    public void A_variable_and_a_setting_of_one_name_are_two() =>
        Assert.StartsWith(
            "2 settings that the code reads have no production value: 'KEY' (Program.cs:30), 'KEY' (Program.cs:14).",
            _shop.Reads("KEY", source: "environment").Reads("KEY", line: 30).OnlyMessage());

    [Theory]
    [InlineData("Stripe:SecretKey", "configuration", "Stripe__SecretKey")]
    [InlineData("STRIPE_KEY", "environment", "STRIPE_KEY")]
    public void A_variable_of_the_build_is_mentioned_but_does_not_count(string setting, string source, string variable)
    {
        _shop.BuildVariables = ["PATH", variable];
        Assert.EndsWith(
            $" The build's own environment has '{variable}', but that is not the app's environment.",
            _shop.Reads(setting, source: source).OnlyMessage());
    }

    [Fact]
    public void Another_file_that_cannot_be_read_is_the_only_finding()
    {
        _shop.Publishes("""{ "Stripe": { "SecretKey": """).Reads("Stripe:SecretKey");
        Assert.Equal(["RDY8007 error appsettings.Production.json(1,28)"], _shop.Findings());
    }

    [Theory]
    [InlineData("Stripe:SecretKey")]
    [InlineData("Stripe__SecretKey")]
    public void A_deferred_setting_is_not_missing(string entry) =>
        Assert.Empty(_shop.Reads("Stripe:SecretKey").Says($$"""{ "deferred": { "{{entry}}": "set by the host" } }""").Findings());

    [Theory]
    [InlineData("""{ "A": { "kind": "stripeWebhookSecret", "optional": true } }""")]
    [InlineData("""{ "A": { "kind": "required", "optional": true } }""")]
    [InlineData("""{ "A": "absent" }""")]
    [InlineData("""{ "A": { "kind": "stripeSecretKey", "orElse": "B" }, "B": "stripeSecretKey" }""")]
    [InlineData("""{ "B": { "kind": "stripeSecretKey", "orElse": "A" }, "A": "stripeSecretKey" }""")]
    public void The_team_knows_better_than_its_code_what_may_be_missing(string settings) => // a worker shares the library and never calls it
        Assert.Empty(_shop.Publishes($$"""{ "B": "{{StripeKeys.Make("sk_live_")}}" }""").Reads("A").Says($$"""{ "settings": {{settings}} }""").Findings("RDY8001"));

    [Theory]
    [InlineData("""{ "A": "required" }""")]
    [InlineData("""{ "A": { "kind": "stripeSecretKey", "orElse": "C" }, "C": "stripeSecretKey" }""")]
    [InlineData("""{ "C": { "kind": "required", "optional": true } }""")]
    public void Another_entry_leaves_it_missing(string settings) =>
        Assert.Equal(["RDY8001 error Shop.csproj(1,1)"], _shop.Publishes($$"""{ "B": "{{StripeKeys.Make("sk_live_")}}" }""").Reads("A").Says($$"""{ "settings": {{settings}} }""").Findings("RDY8001"));

    [Fact]
    public void A_reference_is_not_missing() =>
        Assert.Empty(_shop.Publishes("""{ "Stripe:SecretKey": "@Microsoft.KeyVault(VaultName=v)" }""").Reads("Stripe:SecretKey").Findings());

    [Fact]
    public void Under_strict_a_value_is_enough()
    {
        _shop.Strict = true;
        Assert.Empty(_shop.Publishes("""{ "A": "sk_live_x" }""").Reads("A").Findings());
    }

    [Fact]
    public void Under_strict_a_promise_is_not_enough()
    {
        _shop.Strict = true;
        _shop.Publishes("""{ "A": "${A}" }""").Reads("A").Reads("B").Says("""{ "deferred": { "B": "set by the host" } }""");
        Assert.Equal(["RDY8001 error Shop.csproj(1,1)"], _shop.Findings());
        Assert.StartsWith("ReadinessStrict is on and the gate cannot see the value of 'A', 'B'.", _shop.OnlyMessage());
    }
}
