using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReadinessAnalyzers.Rules.Secrets;
using Verify = ReadinessAnalyzers.Tests.CSharpAnalyzerVerifier<ReadinessAnalyzers.SecretAnalyzer>;

namespace ReadinessAnalyzers.Tests.Secrets;

public sealed class StripeSecretInSourceTests
{
    [Theory]
    [InlineData("""class C { string key = "[|LIVE|]"; }""")]
    [InlineData("""class C { const string Key = @"[|TEST|]"; }""")]
    [InlineData("""class C { string key = "[|RESTRICTED|]"; }""")]
    [InlineData("""class C { string secret = "[|WEBHOOK|]"; }""")]
    [InlineData("""class C { System.ReadOnlySpan<byte> Key => "[|LIVE|]"u8; }""")]
    [InlineData("""class C { void M(string key = "[|LIVE|]") { } }""")]
    [InlineData("""[System.Obsolete("[|LIVE|]")] class C { }""")]
    [InlineData("""class C { string M(bool live) => live ? "[|LIVE|]" : "[|TEST|]"; }""")]
    [InlineData("""class C { string M(string name) => $"Bearer [|LIVE|] {name}"; }""")]
    [InlineData("""class C { string url = "https://[|LIVE|]:@api.stripe.com"; }""")]
    [InlineData("""class C { string json = "{ \"key\": \"[|LIVE|]\" }"; }""")]
    [InlineData("""class C { /* was [|LIVE|] */ }""")]
    [InlineData("""class C { } // [|TEST|]""")]
    public Task SecretInOnePiece_IsReportedAtItsOwnSpan(string source) => Verify.VerifyAnalyzerAsync(TestSecret.Plant(source));

    [Theory]
    [InlineData("""class C { string key = [|"sk_live_" + "BODY"|]; }""")]
    [InlineData("""class C { string key = [|"sk_" + "live_" + "BODY"|]; }""")]
    [InlineData("""class C { string key = [|"s" + "k_live_BODY"|]; }""")]
    [InlineData("""class C { const string Body = "BODY"; const string Key = [|"sk_live_" + Body|]; }""")]
    [InlineData("""class C { const string Prefix = "rk_test_"; const string Key = [|$"{Prefix}BODY"|]; }""")]
    [InlineData("""class C { string key = [|"sk\u005flive_BODY"|]; }""")]
    public Task SecretThatTheCompilerPutsTogether_IsReportedAtTheWholeExpression(string source) =>
        Verify.VerifyAnalyzerAsync(TestSecret.Plant(source));

    [Theory]
    [InlineData("SK_LIVE_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("SK_TEST_your_secret_key_goes_here_please")]
    [InlineData("SK_TEST_YourStripeSecretKeyGoesHereNow")]
    [InlineData("SK_TEST_abcdefghijklmnopqrstuvwxyz0123456789")]
    [InlineData("SK_LIVE_12345678901234567890123456789012")]
    [InlineData("SK_LIVE_thisisnotarealkeyatallsorryaboutthat")]
    [InlineData("SK_LIVE_************************")]
    [InlineData("SK_LIVE_...")]
    [InlineData("SK_LIVE_a1b2c3d4e5f6g7h8i9j0k1l2m3n4")]
    [InlineData("SK_LIVE_AbCdEfGhIjKlMnOpQrStUvWx")]
    [InlineData("SK_LIVE_qwertyuiopasdfghjklzxcvbnm123")]
    [InlineData("SK_LIVE_abc123def456ghi789jkl012mno")]
    [InlineData("SK_TEST_NotARealKeyJustForDocs12345")]
    [InlineData("WHSEC_xxx")]
    [InlineData("WHSEC_test_secret_for_local_development_only")]
    [InlineData("SK_LIVE_")]
    [InlineData("^(sk|rk)_(live|test)_[0-9a-zA-Z]{24,}$")]
    [InlineData("disk_live_BODY")]
    [InlineData("task_test_BODY")]
    [InlineData("pk_live_BODY")]
    [InlineData("price_BODY")]
    [InlineData("BODY")]
    [InlineData("Set STRIPE_SECRET_KEY to your sk_live_ key")]
    public Task PlaceholderOrOtherText_IsSilent(string text) =>
        Verify.VerifyAnalyzerAsync(TestSecret.Plant($$"""class C { string text = "{{text}}"; }"""));

    [Fact]
    public Task ShortBody_IsSilent() =>
        Verify.VerifyAnalyzerAsync($$"""class C { string text = "sk_live_{{TestSecret.Body(23)}}"; }""");

    [Fact]
    public Task KeyThatStripeDocuments_IsSilent()
    {
        // Put together here as well: even a public key would stop a push.
        var documented = "sk_test_" + "4eC39HqLyjWD" + "arjtT1zdp7dc";
        return Verify.VerifyAnalyzerAsync($$"""class C { string text = "{{documented}}"; }""");
    }

    [Fact]
    public Task PrefixTestAndBodyOfSomethingElse_IsSilent() => Verify.VerifyAnalyzerAsync(TestSecret.Plant("""
        class C
        {
            const string Commit = "BODY";
            bool IsLive(string key) => key.StartsWith("sk_live_") || key == Commit;
        }
        """));

    [Fact]
    public Task SecretUsedTwice_IsReportedOnceWhereItIsPutTogether() => Verify.VerifyAnalyzerAsync(TestSecret.Plant("""
        class C
        {
            const string Body = "BODY";
            const string Key = [|"sk_live_" + Body|];
            string A() => Key;
            string B() => Key + "!";
        }
        """));

    [Fact]
    public Task CertificateInManyPieces_IsJudgedOnce() => Verify.VerifyAnalyzerAsync(
        $"class C {{ const string Certificate = {string.Join(" +\n", Enumerable.Range(0, 1500).Select(piece => $"\"{TestSecret.Body(40, piece)}\""))}; }}");

    [Fact]
    public async Task GeneratedCode_IsRead()
    {
        var test = new CSharpAnalyzerTest<SecretAnalyzer>();
        test.Sources.Add(("/0/Client.g.cs", TestSecret.Plant("""class C { string key = "[|LIVE|]"; }""")));
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task Message_NamesKindAndModeAndNothingElseOfTheKey() => Verify.VerifyAnalyzerAsync(
        TestSecret.Plant("""class C { string key = "{|#0:LIVE|}"; }"""),
        Verify.Diagnostic("RDY1001").WithLocation(0).WithMessage(
            "A live secret key (sk_live_…) is written in the source, so everyone who can read the code can use it. Roll it, then read the new one from configuration."));

    [Theory]
    [InlineData("LIVE", "report", 1)]
    [InlineData("TEST", "report", 1)]
    [InlineData("LIVE", "ignore", 1)]
    [InlineData("TEST", "ignore", 0)]
    [InlineData("WEBHOOK", "ignore", 1)]
    public async Task TestKeys_AreIgnoredOnDemand(string key, string option, int expected)
    {
        var reported = await ReportedAsync(key, ("readiness.RDY1001.test_keys", option));
        Assert.Equal(expected, reported.Length);
    }

    [Theory]
    [InlineData("LIVE", "true", DiagnosticSeverity.Warning)]
    [InlineData("WEBHOOK", "true", DiagnosticSeverity.Warning)]
    [InlineData("TEST", "true", DiagnosticSeverity.Info)]
    [InlineData("TEST", "false", DiagnosticSeverity.Warning)]
    public async Task TestKeyInTestProject_IsASuggestion(string key, string isTestProject, DiagnosticSeverity expected)
    {
        var reported = await ReportedAsync(key, ("build_property.IsTestProject", isTestProject));
        Assert.Equal(expected, Assert.Single(reported).Severity);
    }

    [Theory]
    [InlineData("LIVE", "Live")]
    [InlineData("TEST", "Test")]
    [InlineData("WEBHOOK", "Unknown")]
    public async Task Property_TellsTheMode(string key, string mode) =>
        Assert.Equal(mode, Assert.Single(await ReportedAsync(key)).Properties[StripeSecretInSource.ModeProperty]);

    [Fact]
    public void RandomKeys_AreAlwaysFound()
    {
        string[] prefixes = ["sk_live_", "sk_test_", "rk_live_", "rk_test_", "sk_org_live_", "whsec_"];
        for (var seed = 0; seed < 20_000; seed++)
        {
            var key = prefixes[seed % prefixes.Length] + TestSecret.Body(24 + seed % 84, seed);
            Assert.True(StripeSecret.FindAll($"key = {key};").Any(), $"seed {seed}");
        }
    }

    private static Task<ImmutableArray<Diagnostic>> ReportedAsync(string key, params (string Name, string Value)[] options) => SourceCompilation
        .Of(TestSecret.Plant($$"""class C { string key = "{{key}}"; }"""))
        .WithAnalyzers([new SecretAnalyzer()], new AnalyzerOptions([], new InMemoryOptions(options.ToDictionary(option => option.Name, option => option.Value))))
        .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
}
