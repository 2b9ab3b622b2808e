using System.Text;
using Verify = ReadinessAnalyzers.Tests.CSharpAnalyzerVerifier<ReadinessAnalyzers.SecretAnalyzer>;

namespace ReadinessAnalyzers.Tests.Secrets;

/// <summary>The shapes in which people hide, split and encode a secret, each with a body of its own; and what only looks like one.</summary>
public sealed class StripeSecretShapesTests
{
    // In pieces of 16 characters at least, as the rule's page promises.
    private const string Split = """
        static class Prefixes { public const string Live = "sk_live_"; internal static readonly string Test = "sk_test_"; }
        static class Bodies { public const string Const = "BODY"; public static readonly string Field = "BODY"; public static string Property => "BODY"; }
        """;

    public static TheoryData<string> WholeShapes =>
    [
        """class C { void M() => System.Console.WriteLine("[|LIVE|]"); }""", // S01
        """class C { const string Setting = "[|LIVE|]"; }""",
        """class C { static readonly string Setting = "[|LIVE|]"; }""",
        """class C { void M() { var apiKey = "[|LIVE|]"; } }""",
        """"class C { string s = """[|LIVE|]"""; }"""", // S08
        """class C { System.ReadOnlySpan<byte> S => "[|LIVE|]"u8; }""",
        """[System.Obsolete("[|LIVE|]")] class C { }""", // S11
        """class C { void M(string s = "[|LIVE|]") { } }""",
        """class C { string M(int i) => i switch { 0 => "[|LIVE|]", _ => "" }; }""",
        """class C { string s = @"[|LIVE|]"; }""",
        """class C { string S { get; set; } = "[|LIVE|]"; }""",
        """class C { string S => "[|LIVE|]"; }""",
        """class C { Dictionary<string, string> d = new() { ["k"] = "[|LIVE|]" }; }""", // S17
        """class C { } // [|LIVE|]""", // S21
        """/// <summary>[|LIVE|]</summary> class C { }""",
        """class C { string s = "[|RESTRICTED|]"; }""",
        """class C { string s = "[|TEST|]"; }""",
        """class C { string s = "[|WEBHOOK|]"; }""",
        """class C { List<string> l = ["[|LIVE|]"]; }""", // S31
        """class C { string s = Environment.GetEnvironmentVariable("KEY") ?? "[|LIVE|]"; }""",
        """class C { string M(string id) => $"Bearer [|LIVE|] for {id}"; }""",
        """class C { string s = "https://[|LIVE|]:@api.stripe.com"; }""",
        """"class C { string s = """{ "stripe": { "key": "[|LIVE|]" } }"""; }"""",
        """
        class C
        {
        #if NEVER
            string s = "[|LIVE|]";
        #endif
        }
        """,
        """class C { string M(bool b) => b ? "" : "[|LIVE|]"; }""", // S38
        """class C { bool M(string s) => s is "[|LIVE|]"; }""",
        """class C { string s = "a=[|LIVE|]&b=[|TEST|]@x#y"; }""",
        """class C { string a = "[|LIVE|]"; string b = "[|LIVE|]"; }""",
        """class C { byte[] s = System.Convert.FromBase64String("[|ENCODED|]"); }""", // S20
        """class C { string s = "Authorization: Basic [|ENCODED|]=="; }""",
    ];

    public static TheoryData<string> ComposedShapes =>
    [
        """class C { string s = [|"sk_" + "live_" + "BODY"|]; }""", // S05
        """class C { const string P = "sk_live_"; const string B = "BODY"; const string K = [|P + B|]; }""",
        """class C { const string P = "sk_live_"; const string B = "BODY"; const string K = [|$"{P}{B}"|]; }""",
        """class C { char[] s = [|{ CHARS }|]; }""", // S10
        """class C { char[] s = [|[CHARS]|]; }""",
        """class C { string s = new string(new[] [|{ CHARS }|]); }""",
        """class C { string s = [|string.Concat("sk_live_", "BODY")|]; }""", // S18
        """class C { string s = [|new System.Text.StringBuilder().Append("sk_live_").Append("BODY")|].ToString(); }""",
        """class C { string s = [|"sk\u005flive_BODY"|]; }""", // S27
        """class C { string s = [|"sk_\u006civ\x65_BODY"|]; }""",
        """class C { string s = [|string.Join("_", "sk", "live", "BODY")|]; }""",
        """class C { string s = [|string.Format("sk_{0}_{1}", "live", "BODY")|]; }""",
        """class C { byte[] s = [|{ HEX }|]; }""", // S30
        """class C { byte[] s = [|{ DECIMAL }|]; }""",
        """class C { byte[] s = [|{ CASTS }|]; }""",
        """class C { string s = System.Text.Encoding.UTF8.GetString([|[DECIMAL]|]); }""",
        """class C { System.ReadOnlySpan<byte> S => [|"sk_live_"u8 + "BODY"u8|]; }""",
        """class C { const string P = "sk_live_"; static readonly string B = "BODY"; static string K => [|P + B|]; }""", // S37
        """class C { const string P = "sk_live_"; static readonly string B = "BODY"; string M(string id) => [|$"Bearer {P}{B} {id}"|]; }""",
        """class C { string M(string id) => id + "|" + ([|"sk_live_" + "BODY"|]) + id; }""",
        """class C { string s = string.Concat(new[] { "Bearer ", [|"sk_live_" + "BODY"|] }); }""",
        """class C { string s = string.Concat([|["sk_live_", "BODY"]|]); }""",
        """class C { static readonly string[] Parts = ["sk", "live", "BODY"]; string s = [|string.Join("_", Parts)|]; }""",
        """[System.Obsolete([|"sk_live_" + B|])] class C { const string B = "BODY"; }""",
        """class C { const string B = "BODY"; void M(string s = [|"sk_live_" + B|]) { } }""",
        """class C { const string B = "BODY"; bool M(string s) => s is [|"sk_live_" + B|]; }""",
        """class C { string M() { var body = "BODY"; return [|"sk_live_" + body|]; } }""",
        """class C { string M() { var key = "sk_live_"; key += [|"BODY"|]; return key; } }""",
        """class C { string M() { var b = new System.Text.StringBuilder("sk_"); b.Append("live_"); b.Append([|"BODY"|]); return b.ToString(); } }""",
        """var b = new System.Text.StringBuilder("sk_"); b.Append("live_").Append([|"BODY"|]); Console.WriteLine(b);""",
        """class C { System.Text.StringBuilder M(System.Text.StringBuilder b, string x) => [|b.Append("sk_live_").Append("BODY")|].Append(x); }""",
        """class C { const string P = "sk_live_"; void M(System.Text.StringBuilder b, string x) => b.Append([|$"{P}BODY"|]).Append($"{x}"); }""",
        """class C { const string Rest = Half + "BODY"; const string Half = "BODY"; const string K = [|"sk_live_" + Rest|]; }""",
        """class C { string s = [|"whsec_" + "BODY"|]; string t = [|"sk_org_" + "BODY"|]; string u = [|"e" + "k_live_BODY"|]; }""",
    ];

    public static TheoryData<string> Fakes =>
    [
        "SK_LIVE_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", // N01
        "SK_TEST_your_stripe_secret_key",
        "WHSEC_...",
        "STRIPE_SECRET_KEY",
        "Set STRIPE_SECRET_KEY to your sk_live_ key",
        "^(sk|rk)_(live|test)_[0-9a-zA-Z]{24,}$", // N07
        "pk_live_BODY",
        "SK_LIVE_****************************",
        "SK_LIVE_51Hx........................",
        "Stripe-Signature",
        "0f8fad5b-d9cb-469f-a165-70867728950e", // N11
        "sha256-BODY+/BODY=",
        "postgres://app:app@localhost:5432/app",
        "Host={0};Password={1}",
        "Stripe:WebhookSecret",
        "price_BODY", // N17
        "acct_BODY",
        "cus_BODY",
        "SK_TEST_123",
        "SK_TEST_StripeSecretApiKey",
        "SK_LIVE_correcthorsebatterystaplecorrecthorse", // N19
        "SK_LIVE_abcdefghijklmnopqrstuvwxyz0123456789",
        "SK_LIVE_0123456789012345678901234567890123",
        "xSK_LIVE_BODY",
        "disk_live_BODY",
        "task_test_BODY",
        "risk_live_BODY",
        "week_live_BODY",
        "{{STRIPE_SECRET_KEY}}",
        "SK_LIVE_${STRIPE_SECRET_KEY_FROM_THE_VAULT}",
        "SK_LIVE_#{Stripe.SecretKey.From.Octopus}#",
        "SK_LIVE_%STRIPE_SECRET_KEY_OF_THE_HOST%",
        "SK_LIVE_<insert-the-secret-key-from-the-vault>",
        "WHSEC_test_secret_for_the_local_cli_only",
        "aspnet-Shop-BODY",
        "Shop, Version=1.0.0.0, PublicKeyToken=b77a5c561934e089",
        "kv-billing-production",
        "X-CSRF-TOKEN",
        "keyboard",
        "author",
        "SELECT * FROM Keys WHERE Id = @id",
        "5f1d7a84db00d2fce00b31a7fc73224f5ee46e19",
        "c2tfbGl2ZV94eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4", // a run of x behind a live prefix
    ];

    [Theory]
    [MemberData(nameof(WholeShapes))]
    [MemberData(nameof(ComposedShapes))]
    public async Task Secret_IsReportedOnce(string shape)
    {
        for (var seed = 1; seed <= 2; seed++)
        {
            var test = new CSharpAnalyzerTest<SecretAnalyzer>();
            test.Sources.Add(($"/0/Seed{seed}.cs", Plant(shape, seed)));
            await test.RunAsync(TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [MemberData(nameof(Fakes))]
    public Task Fake_IsSilent_WholeAndInPieces(string text)
    {
        var fake = TestSecret.Plant(text);
        return Verify.VerifyAnalyzerAsync($$"""
            class C // {{fake}}
            {
                const string Whole = @"{{fake}}";
                const string Split = @"{{fake[..3]}}" + @"{{fake[3..]}}";
                string joined = string.Concat(@"{{fake[..^2]}}", "{{fake[^2..]}}");
                string M(string other) => $@"{{fake.Replace("{", "{{").Replace("}", "}}")}} {other}";
            }
            """);
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(9, false)]
    [InlineData(23, false)]
    [InlineData(24, true)]
    [InlineData(32, true)]
    [InlineData(99, true)]
    [InlineData(107, true)]
    [InlineData(120, true)]
    [InlineData(140, true)]
    public Task Length_Decides(int length, bool isSecret)
    {
        var key = "sk_live_51" + TestSecret.Body(length - 2, length);
        return Verify.VerifyAnalyzerAsync($$"""class C { string s = "{{(isSecret ? $"[|{key}|]" : key)}}"; }""");
    }

    [Theory]
    [InlineData("sk_live_", 99, null)]
    [InlineData("sk_test_", 24, null)]
    [InlineData("rk_live_", 34, null)]
    [InlineData("rk_test_", 42, null)]
    [InlineData("sk_org_", 48, null)]
    [InlineData("sk_org_live_", 107, null)]
    [InlineData("sk_org_test_", 107, null)]
    [InlineData("ek_live_", 60, null)]
    [InlineData("ek_test_", 60, null)]
    [InlineData("whsec_", 32, null)]
    [InlineData("whsec_", 64, "0123456789abcdef")]
    [InlineData("whsec_", 43, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")]
    public Task EveryKind_IsReported(string prefix, int length, string? alphabet)
    {
        var body = alphabet is null ? TestSecret.Body(length, length) : TestSecret.Body(length, length, alphabet);
        var padding = alphabet?.Contains('/') == true ? "=" : "";
        return Verify.VerifyAnalyzerAsync($$"""
            class C
            {
                string whole = "[|{{prefix}}{{body}}{{padding}}|]";
                string split = [|"{{prefix[..2]}}" + "{{prefix[2..]}}" + "{{body[..8]}}" + "{{body[8..]}}{{padding}}"|];
            }
            """);
    }

    [Theory]
    [InlineData("""class C { const string K = [|Prefixes.Live + Bodies.Const|]; }""")]
    [InlineData("""class C { string s = [|"sk_live_" + Bodies.Field|]; }""")]
    [InlineData("""class C { string s = [|Prefixes.Test + Bodies.Property|]; }""")]
    [InlineData("""using static Bodies; class C { string M(string id) => [|$"{Prefixes.Live}{Field}:{id}"|]; }""")]
    [InlineData("""class C { string s = [|string.Join("", Prefixes.Live, Bodies.Const)|]; }""")]
    [InlineData("""class C { void M(System.Text.StringBuilder b) => [|b.Append(Prefixes.Live).Append(Bodies.Const)|].Clear(); }""")]
    public async Task PiecesOfOtherFiles_AreReportedWhereTheyAreJoined(string source)
    {
        var test = new CSharpAnalyzerTest<SecretAnalyzer>();
        foreach (var (file, index) in Split.Split('\n').Append(source).Select((file, index) => (file, index)))
            test.Sources.Add(($"/0/File{index}.cs", Plant(file, 7)));
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("""class C { bool M(string s) => s.StartsWith("sk_live_") || s == "BODY"; }""")]
    [InlineData("""class C { string[] known = { "sk_live_", "BODY" }; }""")]
    [InlineData("""class C { string M(string id) => "sk_live_" + id + "BODY"; }""")]
    [InlineData("""class C { string M(string id) => $"sk_live_{id}BODY"; }""")]
    [InlineData("""class C { string s = string.Join(", ", "sk_live_", "BODY"); }""")]
    [InlineData("""class C { string s = string.Format("sk_live_ {0}", "BODY"); }""")]
    [InlineData("""class C { string M() { var s = "sk_live_"; s = "BODY"; return s; } }""")]
    [InlineData("""class C { const string Hash = "BODY"; string s = "pk_live_" + Hash; string t = "price_" + Hash; }""")]
    [InlineData("""class C { const string Key = "{|RDY1001:LIVE|}"; const string Hash = "BODY"; string s = Key + ":" + Hash; }""")]
    [InlineData("""class C { byte[] table = { 95, 107, 95, 0x5F, 1, 2, 3 }; char[] separators = { '_', '-' }; }""")]
    [InlineData("""class C { string s = "\x1b[31m\u00e9\u0041BC"; string t = @"[\x41-\x5A]"; }""")]
    public Task PiecesThatStayApart_AreSilent(string source) => Verify.VerifyAnalyzerAsync(Plant(source, 11));

    [Fact]
    public Task LongSum_IsJudgedOnceAndToItsEnd()
    {
        var before = string.Join(" + ", Enumerable.Range(0, 5_000).Select(term => $"\"{term}\""));
        return Verify.VerifyAnalyzerAsync(TestSecret.Plant($$"""class C { string s = [|{{before}} + "|sk_live_" + "BODY"|]; }"""));
    }

    /// <summary>CHARS, HEX, DECIMAL and CASTS become the characters of a key, ENCODED its base64.</summary>
    private static string Plant(string source, int seed)
    {
        var key = "sk_live_" + TestSecret.Body(32, seed);
        return TestSecret.Plant(source
            .Replace("CHARS", string.Join(", ", key.Select(c => $"'{c}'")), StringComparison.Ordinal)
            .Replace("HEX", string.Join(", ", key.Select(c => $"0x{(int)c:X2}")), StringComparison.Ordinal)
            .Replace("CASTS", string.Join(",\r\n", key.Select(c => $"(byte)'{c}'")), StringComparison.Ordinal)
            .Replace("DECIMAL", string.Join(", ", key.Select(c => (int)c)), StringComparison.Ordinal)
            .Replace("ENCODED", Convert.ToBase64String(Encoding.ASCII.GetBytes(key)).TrimEnd('='), StringComparison.Ordinal), seed);
    }

    [Fact]
    public Task RandomSecrets_InRandomShapes_AreAlwaysFound()
    {
        var source = new StringBuilder();
        for (var seed = 0; seed < 600; seed++)
        {
            var random = new Random(seed);
            source.AppendLine($"class C{seed} {{ {RandomShape.Of(RandomShape.Secret(random), random, seed)} }}");
        }
        return Verify.VerifyAnalyzerAsync(source.ToString());
    }

    [Fact]
    public Task RandomFakes_InRandomShapes_AreNeverReported()
    {
        var source = new StringBuilder();
        for (var seed = 0; seed < 600; seed++)
        {
            var random = new Random(seed);
            var shape = RandomShape.Of(RandomShape.Fake(random), random, seed);
            source.AppendLine($"class C{seed} {{ {shape.Replace("[|", "").Replace("|]", "")} }}");
        }
        return Verify.VerifyAnalyzerAsync(source.ToString());
    }
}
