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
    public void Outside_of_production_secrets_have_a_hash_by_which_production_knows_them()
    {
        var (secret, hook) = (StripeKeys.Make("", 1, 40), StripeKeys.Make("whsec_"));
        _shop.Write("readiness.json", """{ "sources": ["appsettings", "environment"], "nonProduction": ["staging.json"], "settings": { "Fingerprint4:Auth": "secret", "Fingerprint4:Weak": "secret" } }""");
        Set("Fingerprint4__Auth", secret);
        Set("Fingerprint4__Weak", "changeme");
        Read("Fingerprint4__Hook", hook, "webhookSecret");
        Assert.True(_shop.Run(new ReadinessFingerprint { FingerprintFile = "staging.json", EnvironmentName = "Staging" }), _shop.Engine.Everything);

        var lines = File.ReadAllLines(_shop.PathOf("staging.json"));
        Assert.Equal(["Auth", "Hook"], lines.Where(line => line.Contains("\"hash\"")).Select(line => line.Split(':', '"')[2]));
        Assert.False(_shop.Run(new ReadinessGate()));
        Assert.Equal(["RDY8003", "RDY8016", "RDY8016"], _shop.Engine.Errors.Select(e => e.Code).Order());
        Assert.Contains("'Fingerprint4:Hook' holds the webhook secret that 'Fingerprint4:Hook' holds in Staging, as staging.json tells", _shop.Engine.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(secret[5..20], string.Concat(lines) + _shop.Engine.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain(hook[9..20], string.Concat(lines) + _shop.Engine.Everything, StringComparison.Ordinal);

        Assert.False(_shop.Run(new ReadinessFingerprint { FingerprintFile = "live.json" })); // where the build sees no more than it tells
        Assert.False(File.Exists(_shop.PathOf("live.json")));

        Set("Fingerprint4__Auth", StripeKeys.Make("", 2, 40));
        Set("Fingerprint4__Weak", StripeKeys.Make("", 3, 40));
        Set("Fingerprint4__Hook", StripeKeys.Make("whsec_", 4));
        Assert.True(_shop.Run(new ReadinessGate()), _shop.Engine.Everything);
    }

    [Theory]
    [InlineData("""{ "environment": "Production", "salt": "AAAA", "settings": {} }""", "RDY8009", "The fingerprint was taken in 'Production', for which the app is published; 'nonProduction' names those of other environments.")]
    [InlineData("""{ "environment": "Staging", "salt": "%", "settings": {} }""", "RDY8009", "The 'salt' of the fingerprint is missing or damaged; take it again.")]
    [InlineData("""{ "salt": "AAAA" }""", "RDY8009", "The fingerprint does not say in which 'environment' it was taken.")]
    [InlineData("""{ "environment": "Staging", "salts": "AAAA" }""", "RDY8009", "A fingerprint has no member 'salts'; did you mean 'salt'?")]
    [InlineData("[", "RDY8009", "The fingerprint is no valid JSON: expected a value")]
    [InlineData(null, "RDY8009", "'staging.json' is not there; correct the path.")]
    public void What_is_known_of_another_environment_can_be_read(string? fingerprint, string code, string message)
    {
        _shop.Write("readiness.json", """{ "nonProduction": ["staging.json"] }""");
        if (fingerprint is not null)
            _shop.Write("staging.json", fingerprint);
        Assert.False(_shop.Run(new ReadinessGate()));
        Assert.Equal(code, Assert.Single(_shop.Engine.Errors).Code);
        Assert.StartsWith(message, _shop.Engine.Errors[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_without_any_hash_proves_nothing()
    {
        _shop.Write("readiness.json", """{ "nonProduction": ["staging.json"] }""");
        _shop.Write("staging.json", """{ "environment": "Staging", "salt": "AAAA", "settings": { "A": { "kind": "text", "length": "1-7" } } }""");
        Assert.True(_shop.Run(new ReadinessGate()));
        Assert.Contains("No setting of this fingerprint has a hash", _shop.Engine.Everything, StringComparison.Ordinal);
        Assert.True(_shop.Run(new ReadinessGate { EnvironmentName = "Staging" })); // which it is of
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
