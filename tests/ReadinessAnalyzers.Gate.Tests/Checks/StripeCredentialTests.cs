namespace ReadinessAnalyzers.Gate.Tests.Checks;

/// <summary>RDY8002, RDY8003 and RDY8004: each credential in its slot, and no test key anywhere; one finding for each value.</summary>
public sealed class StripeCredentialTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("secretKey", "sk_live_x")]
    [InlineData("secretKey", "rk_live_x")]
    [InlineData("secretKey", "sk_org_live_x")]
    [InlineData("secretKey", "sk_org_x")]
    [InlineData("publishableKey", "pk_live_x")]
    [InlineData("webhookSecret", "whsec_x")]
    [InlineData("taxKey", "anything")] // a role of a newer analyzer
    public void The_right_credential_is_right(string role, string value) => Assert.Empty(Judge(role, value));

    [Theory]
    [InlineData("secretKey", "sk_test_x")]
    [InlineData("secretKey", "rk_test_x")]
    [InlineData("secretKey", "sk_org_test_x")]
    [InlineData("secretKey", "pk_live_x")]
    [InlineData("secretKey", "pk_test_x")]
    [InlineData("secretKey", "whsec_x")]
    [InlineData("secretKey", "changeme")]
    [InlineData("secretKey", " sk_live_x")] // nobody trims it
    [InlineData("publishableKey", "pk_test_x")]
    [InlineData("publishableKey", "sk_live_x")]
    [InlineData("publishableKey", "changeme")]
    public void Another_key_is_RDY8002_and_nothing_else(string role, string value) =>
        Assert.Equal(["RDY8002 error appsettings.Production.json(1,17)"], Judge(role, value));

    [Theory]
    [InlineData("sk_live_x")]
    [InlineData("sk_test_x")]
    [InlineData("changeme")]
    public void Something_else_than_a_webhook_secret_is_RDY8004_and_nothing_else(string value) =>
        Assert.Equal(["RDY8004 error appsettings.Production.json(1,17)"], Judge("webhookSecret", value));

    [Theory]
    [InlineData("sk_live_x", "RDY8004 error appsettings.Production.json(1,8)")]
    [InlineData("whsec_x", "RDY8002 error appsettings.Production.json(1,8)")]
    public void A_value_that_two_lines_use_in_two_ways_is_judged_as_both(string value, string finding) =>
        Assert.Equal([finding], _shop.Publishes($$"""{ "A": "{{value}}" }""").Reads("A", "secretKey").Reads("A", "webhookSecret", line: 20).Findings());

    [Theory]
    [InlineData("sk_test_x")]
    [InlineData("rk_test_x")]
    [InlineData("pk_test_x")]
    public void A_test_key_that_no_code_reads_is_RDY8003(string value) =>
        Assert.Equal(["RDY8003 error appsettings.Production.json(1,8)"], _shop.Publishes($$"""{ "A": "{{value}}" }""").Findings());

    [Theory]
    [InlineData("Staging")]
    [InlineData("development")]
    [InlineData("Dev")]
    [InlineData("Preview")]
    public void Where_things_are_tried_out_a_test_key_belongs(string environment)
    {
        _shop.Environment = environment;
        Assert.Empty(_shop.Publishes("""{ "A": "sk_test_x", "B": "pk_test_x", "C": "rk_test_x" }""").Reads("B", "publishableKey").Reads("C").Findings());
    }

    [Theory]
    [InlineData("secretKey", "the code needs a secret key (sk_test_… or rk_test_…). Remove it here and let the host supply the key; then")]
    [InlineData("publishableKey", "the code needs a publishable key (pk_test_…). Set the one of your test account or sandbox.")]
    public void Nobody_is_told_to_try_things_out_with_a_live_key(string role, string message)
    {
        _shop.Environment = "Staging";
        Assert.Contains(message, _shop.Publishes("""{ "A": "changeme" }""").Reads("A", role).OnlyMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Demo", true)]
    [InlineData("demo", true)]
    [InlineData("Production", false)]
    public void A_team_may_try_things_out_under_other_names(string environment, bool isTrial)
    {
        _shop.Environment = environment;
        _shop.Publishes("""{ "A": "sk_test_x" }""").Reads("A").Says("""{ "testEnvironments": ["Demo"] }""");
        Assert.Equal(isTrial, _shop.Findings().Length == 0);
    }

    [Theory]
    [InlineData("pk_live_x")]
    [InlineData("whsec_test_x")]
    [InlineData("price_1")]
    [InlineData("task_test_x")]
    [InlineData("use sk_test_ keys in Development")]
    public void Another_value_that_no_code_reads_is_fine(string value) =>
        Assert.Empty(_shop.Publishes($$"""{ "A": "{{value}}" }""").Findings());

    [Fact]
    public void A_test_key_that_production_overrides_is_fine() =>
        Assert.Empty(_shop.Publishes("appsettings.json", """{ "A": "sk_test_x" }""").Publishes("""{ "A": "sk_live_x" }""").Reads("A").Findings());

    [Fact]
    public void A_test_key_of_another_environment_is_fine() =>
        Assert.Empty(_shop.Publishes("appsettings.Development.json", """{ "A": "sk_test_x" }""").Findings());

    [Fact]
    public void The_finding_stands_at_the_file_that_wins() =>
        Assert.Equal(
            ["RDY8002 error appsettings.json(2,10)"],
            _shop.Publishes("appsettings.json", "{\n  \"Key\": \"sk_test_x\"\n}").Publishes("{}").Reads("Key").Findings());

    [Fact]
    public void A_key_is_judged_although_its_setting_is_deferred() =>
        Assert.Equal(
            ["RDY8002 error appsettings.Production.json(1,8)", "RDY9007 note readiness.json(1,17)"],
            _shop.Publishes("""{ "A": "sk_test_x" }""").Reads("A").Says("""{ "deferred": { "A": "host" } }""").Findings());

    [Fact]
    public void A_placeholder_text_may_stand_in_a_deferred_setting() =>
        Assert.Empty(_shop.Publishes("""{ "A": "set by the host" }""").Reads("A").Says("""{ "deferred": { "A": "host" } }""").Findings());

    [Fact]
    public void The_message_tells_kinds_and_never_the_value() =>
        Assert.Equal(
            "'Stripe:Key' holds a test-mode secret key (sk_test_…); production needs a live secret key (sk_live_… or rk_live_…). "
            + "Remove it here and let the host supply the live key; then run 'dotnet msbuild -t:ReadinessInit' and commit readiness.json.",
            _shop.Publishes("""{ "Stripe:Key": "sk_test_abc" }""").Reads("Stripe:Key").OnlyMessage());

    [Fact]
    public void With_a_policy_the_message_has_the_entry_to_write() =>
        Assert.EndsWith(
            """Remove it here and let the host supply the endpoint's signing secret; then list the setting in readiness.json, "deferred": { "Stripe:Hook": "who sets it" }.""",
            _shop.Publishes("""{ "Stripe:Hook": "changeme" }""").Reads("Stripe:Hook", "webhookSecret").Says("{}").OnlyMessage());

    [Theory]
    [InlineData("webhookSecret", "whsec_", "xxx", "RDY8004")]
    [InlineData("webhookSecret", "whsec_", "...", "RDY8004")]
    [InlineData("webhookSecret", "whsec_", "your_webhook_signing_secret", "RDY8004")]
    [InlineData("secretKey", "sk_live_", "XXXXXXXXXXXXXXXXXXXXXXXX", "RDY8002")]
    [InlineData("secretKey", "rk_live_", "<your key>", "RDY8002")]
    [InlineData("publishableKey", "pk_live_", "placeholder", "RDY8002")]
    public void A_placeholder_behind_the_right_prefix_is_no_credential(string role, string prefix, string rest, string finding) =>
        Assert.Equal([$"{finding} error appsettings.Production.json(1,17)"], Judge(role, prefix + rest));

    [Fact]
    public void A_placeholder_is_called_one() =>
        Assert.StartsWith(
            "'Stripe:Hook' holds a placeholder that begins like a webhook secret (whsec_…) where the code needs a webhook signing secret",
            _shop.Publishes("""{ "Stripe:Hook": "whsec_xxx" }""").Reads("Stripe:Hook", "webhookSecret").OnlyMessage());

    [Theory]
    [InlineData("secretKey", "sk_live_")]
    [InlineData("secretKey", "rk_live_")]
    [InlineData("publishableKey", "pk_live_")]
    [InlineData("webhookSecret", "whsec_")]
    public void A_credential_of_real_shape_is_no_placeholder(string role, string prefix) =>
        Assert.DoesNotContain(Judge(role, StripeKeys.Make(prefix)), finding => !finding.StartsWith("RDY8006 ", StringComparison.Ordinal));

    [Theory]
    [InlineData("whsec_xxx")]
    [InlineData("whsec_your_webhook_signing_secret")]
    public void A_placeholder_may_stand_where_the_host_puts_the_secret(string value) =>
        Assert.Empty(_shop.Publishes($$"""{ "A": "{{value}}" }""").Reads("A", "webhookSecret").Says("""{ "deferred": { "A": "host" } }""").Findings());

    [Fact]
    public void An_organization_key_is_named_in_good_English() =>
        Assert.StartsWith("'A' holds an organization ", _shop.Publishes("""{ "A": "sk_org_x" }""").Reads("A", "publishableKey").OnlyMessage());

    private string[] Judge(string role, string value) =>
        _shop.Publishes($$"""{ "Stripe:Key": "{{value}}" }""").Reads("Stripe:Key", role).Findings();
}
