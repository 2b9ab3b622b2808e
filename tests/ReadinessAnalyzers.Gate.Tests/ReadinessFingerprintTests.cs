namespace ReadinessAnalyzers.Gate.Tests;

/// <summary>A fingerprint is taken where the secrets are, and judged where nobody may see them.</summary>
public sealed class ReadinessFingerprintTests : IDisposable
{
    private const string Policy = """{ "sources": ["appsettings", { "fingerprint": "live.json" }], "prices": ["pro.monthly", "pro.yearly"] }""";

    private readonly List<string> _set = [];
    private readonly PublishedShop _shop = new();

    public void Dispose()
    {
        foreach (var name in _set)
            Environment.SetEnvironmentVariable(name, null);
        _shop.Dispose();
    }

    [Fact]
    public void What_is_there_is_told_by_kind_mode_and_length_and_no_more()
    {
        var key = StripeKeys.Make("sk_live_", length: 99);
        Read("Fingerprint1__Key", key);
        Read("Fingerprint1__Hook", StripeKeys.Make("whsec_"), "webhookSecret");
        Read("Fingerprint1__Text", "hunter2");
        Read("Fingerprint1__None", null);
        Read("FINGERPRINT1_VARIABLE", StripeKeys.Make("pk_test_"), "publishableKey", "environment");
        Assert.True(_shop.Run(new ReadinessFingerprint { FingerprintFile = "live.json" }), _shop.Engine.Everything);

        var written = File.ReadAllText(_shop.PathOf("live.json"));
        Assert.Equal(
            """
              "settings": {
                "Fingerprint1:Hook": { "kind": "webhookSecret", "length": "32-63" },
                "Fingerprint1:Key": { "kind": "secretKey", "mode": "live", "length": "64-127" },
                "Fingerprint1:None": { "present": false },
                "Fingerprint1:Text": { "kind": "text", "length": "1-7" },
                "FINGERPRINT1_VARIABLE": { "kind": "publishableKey", "mode": "test", "length": "32-63" }
              }
            }

            """,
            written[written.IndexOf("  \"settings\"", StringComparison.Ordinal)..], ignoreLineEndingDifferences: true);
        Assert.StartsWith("{\n  \"environment\": \"Production\",\n  \"salt\": \"", written);
        Assert.Contains("no value for 'Fingerprint1:None'", Assert.Single(_shop.Engine.Visible));
        Assert.DoesNotContain(key[9..20], written + _shop.Engine.Everything);
    }

    [Theory]
    [InlineData("sk_live_", "whsec_", "", true)]
    [InlineData("sk_test_", "whsec_", "RDY8002 live.json(6,5)", false)]
    [InlineData("sk_live_", "", "RDY8004 live.json(5,5)", false)]
    [InlineData("sk_live_", null, "RDY8001 Shop.csproj(1,1)", false)]
    public void The_gate_judges_it_as_if_it_saw_the_values(string key, string? hook, string error, bool passes)
    {
        _shop.Write("readiness.json", Policy);
        Read("Fingerprint2__Key", StripeKeys.Make(key));
        Read("Fingerprint2__Hook", hook is null ? null : StripeKeys.Make(hook), "webhookSecret");
        Set("Stripe__Prices__pro__monthly", StripeKeys.Make("price_", 1));
        Set("Stripe__Prices__pro__yearly", StripeKeys.Make("price_", 2));
        Assert.True(_shop.Run(new ReadinessFingerprint()), _shop.Engine.Everything);
        Unset();

        Assert.Equal(passes, _shop.Run(new ReadinessGate()));
        Assert.Equal(error, string.Join('|', _shop.Engine.Errors.Select(e => $"{e.Code} {Path.GetFileName(e.File)}({e.LineNumber},{e.ColumnNumber})")));
    }

    [Fact]
    public void Prices_that_are_the_same_have_the_same_hash()
    {
        _shop.Write("readiness.json", Policy);
        Set("Stripe__Prices__pro__monthly", StripeKeys.Make("price_"));
        Set("Stripe__Prices__pro__yearly", StripeKeys.Make("price_"));
        Assert.True(_shop.Run(new ReadinessFingerprint()), _shop.Engine.Everything);
        Unset();

        Assert.False(_shop.Run(new ReadinessGate()));
        Assert.Equal("RDY8005", Assert.Single(_shop.Engine.Errors).Code);
    }

    [Fact]
    public void A_fingerprint_of_another_environment_is_refused()
    {
        _shop.Write("readiness.json", """{ "sources": [{ "fingerprint": "live.json" }] }""");
        _shop.Write("live.json", "{\n  \"environment\": \"Staging\",\n  \"settings\": {} }");
        Assert.False(_shop.Run(new ReadinessGate()));
        Assert.Equal("The fingerprint was taken in another environment than 'Production'; take one there.", Assert.Single(_shop.Engine.Errors).Message);
    }

    [Theory]
    [InlineData("""{ "kinds": "text" }""", "The fingerprint of 'A' has no member 'kinds'; did you mean 'kind'?")]
    [InlineData("""{ "kind": "secretkey", "mode": "live" }""", "'secretkey' is no 'kind' of a fingerprint; did you mean 'secretKey'?")]
    [InlineData("""{ "kind": "webhookSecret", "mode": "live" }""", "The fingerprint of 'A' is of no kind and mode that exist; take it again.")]
    [InlineData("""{ "kind": "secretKey" }""", "The fingerprint of 'A' is of no kind and mode that exist; take it again.")]
    [InlineData("""{ "kind": "text", "length": "3" }""", "'3' is no 'length' of a fingerprint;")]
    [InlineData("[]", "The fingerprint of 'A' must be an object.")]
    public void A_fingerprint_that_was_edited_is_refused(string setting, string message)
    {
        _shop.Write("readiness.json", """{ "sources": [{ "fingerprint": "live.json" }] }""");
        _shop.Write("live.json", $$"""{ "environment": "Production", "settings": { "A": {{setting}} } }""");
        Assert.False(_shop.Run(new ReadinessGate()));
        Assert.StartsWith(message, _shop.Engine.Errors[0].Message);
    }

    [Fact]
    public void A_missing_log_stops_it()
    {
        Assert.False(new ReadinessFingerprint { BuildEngine = _shop.Engine, ProjectFile = _shop.ProjectFile }.Execute());
        Assert.False(File.Exists(_shop.PathOf("readiness.fingerprint.json")));
    }

    private void Read(string variable, string? value, string role = "secretKey", string source = "configuration")
    {
        _shop.Read(source == "environment" ? variable : variable.Replace("__", ":"), role, source);
        if (value is not null)
            Set(variable, value);
    }

    private void Set(string name, string value)
    {
        _set.Add(name);
        Environment.SetEnvironmentVariable(name, value);
    }

    private void Unset()
    {
        foreach (var name in _set)
            Environment.SetEnvironmentVariable(name, null);
    }
}
