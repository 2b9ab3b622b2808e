using System.Diagnostics;

namespace ReadinessAnalyzers.Gate.Tests.Checks;

/// <summary>RDY8012, and RDY8001 for what is missing: switches, texts, numbers, lists and relations that readiness.json asks for.</summary>
public sealed class SettingValueTests : IDisposable
{
    private const string Fault = "RDY8012 error appsettings.Production.json(1,8)";
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("false", "false")]
    [InlineData("false", "\"off\"")]
    [InlineData("false", "\"0\"")]
    [InlineData("false", "\" No \"")]
    [InlineData("false", "0")]
    [InlineData("false", "\"\"")] // not set
    [InlineData("false", "null")]
    [InlineData("true", "true")]
    [InlineData("true", "\"1\"")]
    [InlineData("true", "\"YES\"")]
    [InlineData("\"boolean\"", "false")]
    [InlineData("\"boolean\"", "\"on\"")]
    [InlineData("{ \"value\": true }", "true")]
    [InlineData("null", "null")]
    [InlineData("null", "\"\"")]
    [InlineData("null", "{}")]
    [InlineData("\"required\"", "\"x\"")]
    [InlineData("\"required\"", "{ \"y\": 1 }")]
    [InlineData("\"required\"", "[\"y\"]")]
    [InlineData("7", "7")]
    [InlineData("7", "\"7\"")]
    [InlineData("[\"live\", \"production\"]", "\"Live\"")]
    [InlineData("[\"bpc_*\"]", "\"bpc_x\"")]
    [InlineData("{ \"not\": [\"Fake*\", \"Null\"] }", "\"Smtp\"")]
    [InlineData("{ \"not\": \"Null\" }", "\"NullSafeMailer\"")]
    [InlineData("{ \"oneOf\": [\"a\", \"b\"] }", "[\"a\", \"b\"]")]
    [InlineData("\"integer\"", "-7")]
    [InlineData("{ \"min\": 60, \"max\": 3600 }", "60")]
    [InlineData("{ \"min\": 60, \"max\": 3600 }", "\"3600\"")]
    [InlineData("{ \"min\": 60 }", "99999")]
    [InlineData("{ \"contains\": [\"invoice.paid\"] }", "\"charge.refunded, invoice.paid\"")]
    [InlineData("{ \"contains\": [\"invoice.paid\"] }", "[\"invoice.paid\", \"b\"]")]
    [InlineData("{ \"contains\": [\"b\"] }", "\"[\\\"a\\\", \\\"b\\\"]\"")]
    [InlineData("{ \"equals\": [\"a\", \"b\"] }", "\"b;a\"")]
    [InlineData("\"stripePrice\"", "\"price_1\"")]
    public void What_is_as_it_must_be_is_no_finding(string demand, string value) => Assert.Empty(Judge(demand, value));

    [Theory]
    [InlineData("false", "true")]
    [InlineData("false", "\"1\"")]
    [InlineData("false", "1")]
    [InlineData("false", "\"yes\"")]
    [InlineData("false", "\"ON\"")]
    [InlineData("false", "\"enabled\"")]
    [InlineData("false", "\"-1\"")]
    [InlineData("false", "\"maybe\"")]
    [InlineData("true", "false")]
    [InlineData("true", "\"off\"")]
    [InlineData("\"boolean\"", "\"maybe\"")]
    [InlineData("null", "\"x\"")]
    [InlineData("null", "false")]
    [InlineData("7", "8")]
    [InlineData("[\"live\", \"production\"]", "\"test\"")]
    [InlineData("[\"bpc_?*\"]", "\"bpc_\"")]
    [InlineData("{ \"not\": [\"Fake*\", \"Null\"] }", "\"fakeMailer\"")]
    [InlineData("{ \"not\": [\"Trace\"] }", "\" Trace \"")]
    [InlineData("\"integer\"", "\"7s\"")]
    [InlineData("\"integer\"", "7.5")]
    [InlineData("{ \"min\": 60, \"max\": 3600 }", "59")]
    [InlineData("{ \"min\": 60, \"max\": 3600 }", "3601")]
    [InlineData("{ \"max\": 3600 }", "\"99999999999999999999\"")]
    [InlineData("{ \"contains\": [\"invoice.paid\"] }", "\"invoice.paid.x\"")]
    [InlineData("{ \"equals\": [\"a\"] }", "\"a,b\"")]
    [InlineData("\"stripePrice\"", "\"prod_1\"")]
    public void What_is_not_is_a_finding_at_the_value(string demand, string value) => Assert.Equal([Fault], Judge(demand, value));

    [Theory]
    [InlineData("true")]
    [InlineData("\"boolean\"")]
    [InlineData("\"https\"")]
    [InlineData("[\"a\"]")]
    [InlineData("{ \"min\": 1 }")]
    [InlineData("{ \"sameAs\": \"B\" }")]
    public void What_is_missing_is_RDY8001_at_the_line_that_asks_for_it(string demand) =>
        Assert.Equal(["RDY8001 error readiness.json(1,17)"], Judge(demand, "\" \""));

    [Theory]
    [InlineData("{ \"kind\": \"https\", \"optional\": true }")]
    [InlineData("{ \"optional\": true, \"min\": 1 }")]
    public void What_is_optional_may_be_missing(string demand) => Assert.Empty(Judge(demand, "null"));

    [Fact]
    public void Optional_or_not_what_is_set_is_judged() => Assert.Equal([Fault], Judge("{ \"optional\": true, \"min\": 1 }", "0"));

    [Fact]
    public void All_that_is_missing_is_one_finding()
    {
        _shop.Reads("Stripe:SecretKey").Says("{ \"settings\": {\n  \"A\": \"https\",\n  \"B__C\": true } }");
        Assert.Equal(["RDY8001 error Shop.csproj(1,1)"], _shop.Findings());
        Assert.Equal(
            "3 settings that the code reads or readiness.json requires have no production value: 'A' (readiness.json:2), 'B:C' (readiness.json:3), 'Stripe:SecretKey' (Program.cs:14). "
            + "If the host injects them, list each in readiness.json, \"deferred\": { \"A\": \"who sets it\" }; otherwise set them.",
            _shop.OnlyMessage());
    }

    [Theory]
    [InlineData("\"${X}\"", "{}")]
    [InlineData("\"maybe\"", """{ "X": "set by the host" }""")]
    [InlineData("null", """{ "X": "set by the host" }""")]
    public void What_is_deferred_is_counted_and_not_judged(string value, string deferred)
    {
        _shop.Publishes($$"""{ "X": {{value}} }""").Says($$"""{ "settings": { "X": true }, "deferred": {{deferred}} }""");
        var result = _shop.Judge();
        Assert.Empty(result.Findings);
        Assert.Equal("X", Assert.Single(result.Deferred).Name);
    }

    [Theory]
    [InlineData("true", 1)]
    [InlineData("\"secret\"", 1)]
    [InlineData("\"required\"", 0)]
    [InlineData("\"stripeSecretKey\"", 0)]
    public void What_only_a_fingerprint_tells_is_deferred_unless_that_is_enough(string demand, int deferred)
    {
        var result = _shop.Sets("X", StripeKeys.Make("sk_live_"), isStandIn: true).Says($$"""{ "settings": { "X": {{demand}} } }""").Judge();
        Assert.Empty(result.Findings);
        Assert.Equal(deferred, result.Deferred.Count);
    }

    [Fact]
    public void Strict_wants_to_see_what_readiness_json_asks_for_too()
    {
        _shop.Strict = true;
        Assert.Contains("'X'", _shop.Publishes("""{ "X": "${X}" }""").Says("""{ "settings": { "X": true } }""").OnlyMessage());
    }

    [Theory]
    [InlineData("""{ "Logging": { "LogLevel": { "Default": "Warning", "Shop": "Information" } } }""", 0)]
    [InlineData("""{ "Logging": { "LogLevel": { "Default": "Debug", "Shop": "trace" } } }""", 2)]
    [InlineData("""{ "Logging": { "Level": "Debug" } }""", 0)]
    [InlineData("{}", 0)]
    public void A_pattern_means_every_setting_that_matches(string json, int findings) =>
        Assert.Equal(findings, _shop.Publishes(json).Says("""{ "settings": { "Logging:LogLevel:*": { "not": ["Trace", "Debug"] } } }""").Findings().Length);

    [Fact]
    public void A_pattern_may_be_absent() =>
        Assert.Equal(
            ["RDY8012 error appsettings.Production.json(1,17)"],
            _shop.Publishes("""{ "Fake:Clock": "x", "Clock": "x" }""").Says("""{ "settings": { "Fake:*": null } }""").Findings());

    [Theory]
    [InlineData("{ \"sameAs\": \"B\" }", "\"1\"", "\"1\"", true)]
    [InlineData("{ \"sameAs\": \"B\" }", "\"1\"", "\"2\"", false)]
    [InlineData("{ \"sameAs\": \"B\" }", "\"1\"", "\"${B}\"", true)]
    [InlineData("{ \"sameAs\": \"B\" }", "\"1\"", "null", true)] // what B must be, B's own entry says
    [InlineData("{ \"differsFrom\": \"B\" }", "\"1\"", "\"2\"", true)]
    [InlineData("{ \"differsFrom\": [\"C\", \"B\"] }", "\"1\"", "\"1\"", false)]
    [InlineData("{ \"greaterThan\": \"B\" }", "900", "420", true)]
    [InlineData("{ \"greaterThan\": \"B\" }", "420", "420", false)]
    [InlineData("{ \"greaterThan\": \"B\" }", "900", "\"x\"", true)]
    [InlineData("{ \"lessThan\": \"B\" }", "420", "900", true)]
    [InlineData("{ \"lessThan\": \"B\" }", "901", "900", false)]
    public void Two_settings_are_compared(string demand, string value, string other, bool isRight) =>
        Assert.Equal(
            isRight ? [] : [Fault],
            _shop.Publishes($$"""{ "X": {{value}}, "B": {{other}} }""").Says($$"""{ "settings": { "X": {{demand}} } }""").Findings());

    [Fact]
    public void An_item_out_of_sight_may_be_the_one() =>
        Assert.Empty(Judge("{ \"contains\": [\"a\"] }", "[\"b\", \"${C}\"]"));

    [Fact]
    public void The_finding_stands_at_the_value_that_wins_and_does_not_tell_it()
    {
        _shop.Publishes("appsettings.json", """{ "Auth": { "Disabled": "yes" } }""").Publishes("""{ "Other": 1 }""").Says("""{ "settings": { "Auth__Disabled": false } }""");
        Assert.Equal(["RDY8012 error appsettings.json(1,25)"], _shop.Findings());
        Assert.Equal("'Auth:Disabled' is on, and readiness.json says that production needs it off. Set it to false or remove it.", _shop.OnlyMessage());
    }

    [Fact]
    public void Names_and_texts_that_nearly_match_take_no_long_time()
    {
        var clock = Stopwatch.StartNew();
        var keys = string.Join(", ", Enumerable.Range(0, 5_000).Select(i => $"\"{i}{new string('a', 190)}\": \"{new string('a', 190)}\""));
        var pattern = string.Concat(Enumerable.Repeat("*a", 90));
        var demands = string.Join(", ", Enumerable.Range(0, 30).Select(i => $"\"{pattern}{i}b\": null, \"L{i}\": {{ \"not\": [\"{pattern}b\"] }}"));
        _shop.Publishes($$"""{ {{keys}}, "L0": "{{new string('a', 900)}}" }""").Says($$"""{ "settings": { {{demands}} } }""");
        Assert.Equal(["RDY8001 error readiness.json(1,605)"], _shop.Findings());
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }

    private string[] Judge(string demand, string value) => _shop.Publishes($$"""{ "X": {{value}} }""").Says($$"""{ "settings": { "X": {{demand}} } }""").Findings();
}
