using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ReadinessAnalyzers.Facts.Credentials;
using Verify = ReadinessAnalyzers.Tests.CSharpAnalyzerVerifier<ReadinessAnalyzers.ExposedCredentialAnalyzer>;

namespace ReadinessAnalyzers.Tests.Secrets;

/// <summary>RDY1004: credentials of other issuers than Stripe, by their shape and by where they go.</summary>
public sealed class OtherCredentialTests
{
    [Theory]
    [InlineData("{|RDY1004:GITHUB|}")]
    [InlineData("{|RDY1004:GITHUBAPP|}")]
    [InlineData("{|RDY1004:GITHUBPAT|}")]
    [InlineData("{|RDY1004:GITLAB|}")]
    [InlineData("{|RDY1004:NPM|}")]
    [InlineData("{|RDY1004:NUGET|}")]
    [InlineData("{|RDY1004:SLACK|}")]
    [InlineData("https://{|RDY1004:SLACKHOOK|}")]
    [InlineData("https://{|RDY1004:DISCORDHOOK|}")]
    [InlineData("https://api.telegram.org/bot {|RDY1004:TELEGRAM|}")]
    [InlineData("{|RDY1004:SENDGRID|}")]
    [InlineData("{|RDY1004:BREVO|}")]
    [InlineData("{|RDY1004:SENTRYORG|}")]
    [InlineData("{|RDY1004:SENTRYUSER|}")]
    [InlineData("{|RDY1004:GOOGLE|}")]
    [InlineData("{|RDY1004:OPENAI|}")]
    [InlineData("Bearer {|RDY1004:ANTHROPIC|}")]
    [InlineData("{|RDY1004:SHOPIFY|}")]
    [InlineData("{|RDY1004:SQUARE|}")]
    [InlineData("{|RDY1004:DIGITALOCEAN|}")]
    [InlineData("{|RDY1004:ENTRA|}")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=shop;AccountKey={|RDY1004:STORAGEKEY|};EndpointSuffix=core.windows.net")]
    [InlineData("Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey={|RDY1004:BUSKEY|}")]
    [InlineData("Server=tcp:shop.database.windows.net,1433;User Id=shop;Password={|RDY1004:PASSWORD|};Encrypt=true")]
    [InlineData("Data Source=sql.shop.com;uid=shop;pwd={|RDY1004:PASSWORD|}")]
    [InlineData("Password={|RDY1004:PASSWORD|};Host=10.2.3.4;Username=shop")]
    [InlineData("Password={|RDY1004:PASSWORD|};Host=203.0.113.4;Username=shop")]
    [InlineData("Password={|RDY1004:PASSWORD|};Host=172.15.0.1;Username=shop")]
    [InlineData("Password={|RDY1004:PASSWORD|};Host=172.32.0.1;Username=shop")]
    [InlineData("Password={|RDY1004:PASSWORD|};Host=192.169.1.10;Username=shop")]
    [InlineData("Password={|RDY1004:PASSWORD|};Host=10.shop.com.au;Username=shop")]
    [InlineData("User Id=shop;Password={|RDY1004:PASSWORD|};Data Source=(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=ora.shop.com)(PORT=1521)))")]
    [InlineData("shop.redis.cache.windows.net:6380,password={|RDY1004:BUSKEY|},ssl=True")]
    [InlineData("postgres://shop:{|RDY1004:PASSWORD|}@db.shop.com:5432/shop")]
    [InlineData("mongodb+srv://shop:{|RDY1004:PASSWORD|}@cluster0.ab1cd.mongodb.net/shop")]
    [InlineData("rediss://:{|RDY1004:PASSWORD|}@cache.shop.com:6380")]
    [InlineData("cloudinary://482915736482915:{|RDY1004:PASSWORD|}@shop")]
    [InlineData("https://HEX:{|RDY1004:HEX|}@o12345.ingest.sentry.io/42")]
    [InlineData("{|RDY1004:PKCS|}")]
    public Task KnownShape_IsReportedAtItsOwnSpan(string text) => Verify.VerifyAnalyzerAsync(
        TestCredential.Plant($$"""class C { string text = "{{text}}"; }"""));

    [Theory]
    [InlineData("""class C { /* {|RDY1004:GITHUB|} */ }""")]
    [InlineData("""class C { } // {|RDY1004:GITHUB|}""")]
    [InlineData("/// <summary>{|RDY1004:GITHUB|}</summary>\nclass C { }")]
    [InlineData("#if NEVER\nvar token = \"{|RDY1004:GITHUB|}\";\n#endif")]
    [InlineData(""""class C { string json = """{ "token": "{|RDY1004:GITHUB|}" }"""; }"""")]
    [InlineData("""class C { string M(string name) => $"token {|RDY1004:GITHUB|} of {name}"; }""")]
    [InlineData("""class C { System.ReadOnlySpan<byte> Token => "{|RDY1004:GITHUB|}"u8; }""")]
    [InlineData("""[System.Obsolete("{|RDY1004:GITHUB|}")] class C { }""")]
    [InlineData("""class C { const string Sql = @"Server=db.shop.com\INST;User Id=a;Password={|RDY1004:PASSWORD|}"; }""")]
    [InlineData("class C { string key = @\"{|RDY1004:BEGIN_KEY\nPEMBODY|}\nEND_KEY\"; }")]
    public Task KnownShape_IsFoundWhereverTextStands(string source) => Verify.VerifyAnalyzerAsync(TestCredential.Plant(source));

    [Theory]
    [InlineData("class C { string id = \"AWSID\"; string secret = \"{|RDY1004:AWSSECRET|}\"; }")]
    [InlineData("class C { object M() => (\"TWILIOSID\", \"{|RDY1004:HEX|}\"); }")]
    public Task SecretBesideItsId_IsReported(string source) => Verify.VerifyAnalyzerAsync(TestCredential.Plant(source));

    [Theory]
    // names, ids and hashes
    [InlineData("AWSID")]
    [InlineData("AWSSECRET")]
    [InlineData("TWILIOSID")]
    [InlineData("HEX")]
    [InlineData("STORAGEKEY")]
    [InlineData("ACTIONS_RUNNER_TOKEN")]
    [InlineData("ghp_")]
    [InlineData("^ghp_[0-9A-Za-z]{36}$")]
    [InlineData("Set GH_TOKEN to your ghp_ token")]
    [InlineData("task-oriented-and-very-long-name-of-something-here")]
    [InlineData("AIzaSyLONGPASSWORD")] // a Google key that browsers see
    [InlineData("https://HEX@o12345.ingest.sentry.io/42")] // a DSN of one part
    [InlineData("sha512-STORAGEKEY")]
    // placeholders, masks and templates
    [InlineData("ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("ghp_abcdefghijklmnopqrstuvwxyz0123456789")]
    [InlineData("SG.xxxxxxxxxxxxxxxxxxxxxx.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("GOCSPX-your-google-client-secret")]
    [InlineData("xoxb-your-slack-bot-token-goes-right-here-please")]
    [InlineData("AccountName=shop;AccountKey=<key>")]
    [InlineData("AccountKey=your-storage-key==")]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    [InlineData("-----BEGIN PRIVATE KEY----- ... -----END PRIVATE KEY-----")]
    [InlineData("-----BEGIN PUBLIC KEY-----PEMBODY")]
    [InlineData("-----BEGIN ENCRYPTED PRIVATE KEY-----PEMBODY")]
    [InlineData("Server=db.shop.com;User Id=shop;Password={password}")]
    [InlineData("Server=db.shop.com;User Id=shop;Password=${DB_PASSWORD}")]
    [InlineData("Server=db.shop.com;User Id=shop;Password=#{DbPassword}#")]
    [InlineData("Server=db.shop.com;User Id=shop;Password=__DbPassword__")]
    [InlineData("Server=db.shop.com;User Id=shop;Password=%DB_PASSWORD%")]
    [InlineData("Server=db.shop.com;User Id=shop;Password=$(DbPassword)")]
    [InlineData("Server=db.shop.com;User Id=shop;Password=<password>")]
    [InlineData("Server=db.shop.com;User Id=shop;Password=********")]
    [InlineData("Server=db.shop.com;User Id=shop;Password=yourStrong(!)Password")]
    [InlineData("Server=db.shop.com;User Id=shop;Password=P@ssw0rd1")]
    [InlineData("Server=db.shop.com;User Id=shop;Password=changeme")]
    [InlineData("Server=db.shop.com;User Id=shop;Password=")]
    [InlineData("Server=db.shop.com;User Id=shop;Password=;Encrypt=true")]
    [InlineData("Server=your-server.database.windows.net;User Id=shop;Password=PASSWORD")]
    [InlineData("Server=db.example.com;User Id=shop;Password=PASSWORD")]
    [InlineData("postgres://user:pass@db.shop.com/shop")]
    [InlineData("postgres://{user}:{password}@db.shop.com/shop")]
    [InlineData("mongodb+srv://shop:<password>@cluster0.ab1cd.mongodb.net/shop")]
    // servers of this machine
    [InlineData("Server=localhost;User Id=sa;Password=PASSWORD")]
    [InlineData("Server=127.0.0.1,1433;User Id=sa;Password=PASSWORD")]
    [InlineData("Server=192.168.1.10;User Id=sa;Password=PASSWORD")]
    [InlineData("Server=tcp:192.168.1.10,1433;User Id=sa;Password=PASSWORD")]
    [InlineData("Host=172.17.0.1:5432;Username=shop;Password=PASSWORD")]
    [InlineData("Host=169.254.1.1;Username=shop;Password=PASSWORD")]
    [InlineData("Server=.;User Id=sa;Password=PASSWORD")]
    [InlineData(@"Server=.\\SQLEXPRESS;User Id=sa;Password=PASSWORD")]
    [InlineData(@"Server=(localdb)\\mssqllocaldb;User Id=sa;Password=PASSWORD")]
    [InlineData("Host=db;Username=shop;Password=PASSWORD")]
    [InlineData("Server=host.docker.internal;User Id=sa;Password=PASSWORD")]
    [InlineData("localhost:6379,password=PASSWORD")]
    [InlineData("redis://:PASSWORD@redis:6379")]
    [InlineData("amqp://guest:guest@localhost:5672")]
    [InlineData("amqp://guest:guest@mq.shop.com:5672")]
    [InlineData("Server=db.shop.com;Integrated Security=true")]
    // other texts
    [InlineData("Host={host}, Username={user}, Password={hasPassword}")]
    [InlineData("https://user:password@shop.com/feed")]
    [InlineData("https://shop.com/reset?newPassword=PASSWORD&host=shop.com")]
    [InlineData("UserPassword=PASSWORD;Server=db.shop.com")]
    [InlineData("http://localhost:8080/@vite/client")]
    public Task WhatOpensNothing_IsSilent(string text) => Verify.VerifyAnalyzerAsync(
        TestCredential.Plant($$"""class C { string text = "{{text}}"; }"""));

    [Theory]
    [InlineData("Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6", "IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==")]
    [InlineData("C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2n", "Q9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==")]
    public Task KeyOfAnEmulator_IsSilent(string first, string second) => Verify.VerifyAnalyzerAsync(
        $$"""class C { string text = "AccountEndpoint=https://localhost:8081/;AccountKey={{first + second}}"; }""");

    [Fact]
    public Task TokenWithAWrongChecksum_IsSilent() => Verify.VerifyAnalyzerAsync(
        $$"""class C { string text = "ghp_{{TestSecret.Body(36)}}"; }""");

    [Fact]
    public Task StripeSecret_IsLeftToTheRuleAboutIt() => Verify.VerifyAnalyzerAsync(TestSecret.Plant("""class C { string key = "LIVE"; }"""));

    [Fact]
    public Task CodeThatReadsLikeAConnectionString_IsSilent() => Verify.VerifyAnalyzerAsync("""
        class Login
        {
            public string? Server, Password;
            // was: Server=settings.Host; Password = settings.Secret1;
            Login Make(Login other) => new() { Server= other.Server, Password= other.Password };
        }
        """);

    [Fact]
    public Task Message_NamesTheKindAndNothingElseOfTheValue() => Verify.VerifyAnalyzerAsync(
        TestCredential.Plant("""class C { string token = "{|#0:GITHUB|}"; }"""),
        Verify.Diagnostic("RDY1004").WithLocation(0).WithMessage(
            "Credential in source: GitHub token (ghp_…). Whoever reads the repository can use it. Revoke it, and let user secrets or the host supply the new one."));

    [Fact]
    public async Task TestProject_KeepsWhatItMadeUpAndNoIssuersToken()
    {
        var test = new CSharpAnalyzerTest<ExposedCredentialAnalyzer>
        {
            TestCode = TestCredential.Plant("""
                class C
                {
                    string database = "Server=db.shop.com;User Id=shop;Password=PASSWORD";
                    string token = "{|RDY1004:GITHUB|}";
                    object login = new System.Net.NetworkCredential("shop", "corner-Lamp-42");
                }
                """),
        };
        test.GlobalOptions["build_property.IsTestProject"] = "true";
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("""_ = new System.Net.NetworkCredential("shop", {|RDY1004:"corner-Lamp-42"|});""")]
    [InlineData("""_ = new System.Net.NetworkCredential(password: {|RDY1004:"corner-Lamp-42"|}, userName: "shop");""")]
    [InlineData("""_ = new System.Net.NetworkCredential { Password = {|RDY1004:"corner-Lamp-42"|} };""")]
    [InlineData("""System.Net.NetworkCredential c = new("shop", {|RDY1004:"corner-Lamp-42"|});""")]
    [InlineData("""const string p = "corner-Lamp-42"; _ = new System.Net.NetworkCredential("shop", {|RDY1004:p|});""")]
    [InlineData("""_ = new System.Net.NetworkCredential("shop", {|RDY1004:config["Mail:Password"] ?? "corner-Lamp-42"|});""")]
    [InlineData("""_ = new SymmetricSecurityKey({|RDY1004:System.Text.Encoding.UTF8.GetBytes("this is my secret key")|});""")]
    [InlineData("""var key = System.Text.Encoding.ASCII.GetBytes("secret"); _ = new SymmetricSecurityKey({|RDY1004:key|});""")]
    [InlineData("""_ = new SymmetricSecurityKey({|RDY1004:"this is my secret key"u8.ToArray()|});""")]
    [InlineData("""_ = new SymmetricSecurityKey({|RDY1004:Convert.FromBase64String("c2VjcmV0")|});""")]
    [InlineData("""_ = new SymmetricSecurityKey({|RDY1004:System.Text.Encoding.UTF8.GetBytes(config["Jwt:Key"] ?? "fallback")|});""")]
    [InlineData("""builder.AddOAuth("x", options => options.ClientSecret = {|RDY1004:"anything"|});""")]
    [InlineData("""_ = new SqlConnection({|RDY1004:"Server=db.shop.com;" + "User Id=shop;Password=corner-Lamp-42"|});""")]
    public Task ConstantWhereACredentialGoes_IsReported(string statement) => VerifyInMethodAsync(statement);

    [Theory]
    [InlineData("""_ = new System.Net.NetworkCredential("shop", config["Mail:Password"]);""")]
    [InlineData("""_ = new System.Net.NetworkCredential("shop", config["Mail:Password"] ?? "");""")]
    [InlineData("""_ = new System.Net.NetworkCredential("guest", "guest");""")]
    [InlineData("""_ = new System.Net.NetworkCredential("user", "your-password");""")]
    [InlineData("""_ = new System.Net.NetworkCredential("anonymous", string.Empty);""")]
    [InlineData("""if (env.IsDevelopment()) _ = new System.Net.NetworkCredential("shop", "corner-Lamp-42");""")]
    [InlineData("""_ = new SymmetricSecurityKey(System.Text.Encoding.UTF8.GetBytes(config["Jwt:Key"]!));""")]
    [InlineData("""_ = new SymmetricSecurityKey(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));""")]
    [InlineData("""builder.AddOAuth("x", options => options.ClientSecret = config["X:ClientSecret"] ?? throw new InvalidOperationException());""")]
    [InlineData("""_ = new Mine { ClientSecret = "anything" };""")]
    [InlineData("""_ = new System.Net.NetworkCredential("shop", new Store().Find("password").Value);""")]
    [InlineData("""_ = new SqlConnection("Server=localhost;User Id=sa;Password=corner-Lamp-42");""")]
    [InlineData("""_ = new SqlConnection("Server=db.shop.com;Integrated Security=true");""")]
    public Task WhatIsNoConstantOrNoCredential_IsSilent(string statement) => VerifyInMethodAsync(statement);

    [Fact]
    public Task ConnectionStringThatTheCompilerPutsTogether_IsReportedWhereItGoes() => VerifyInMethodAsync(
        """_ = new SqlConnection({|RDY1004:"Server=db.shop.com;User Id=shop;Password=" + "corner-Lamp-42"|});""");

    [Fact]
    public Task ConnectionStringInOnePiece_IsReportedOnce() => VerifyInMethodAsync(
        """_ = new SqlConnection("Server=db.shop.com;User Id=shop;Password={|RDY1004:corner-Lamp-42|}");""");

    [Fact]
    public Task Sink_IsNamedInTheMessage() => Verify.VerifyAnalyzerAsync(
        """class C { object login = new System.Net.NetworkCredential("shop", {|#0:"corner-Lamp-42"|}); }""",
        Verify.Diagnostic("RDY1004").WithLocation(0).WithMessage(
            "'NetworkCredential(password)' is given a constant, which everyone with the code knows and only a release can change. "
            + "Read it from configuration, and fail at start-up when it is missing."));

    [Theory]
    [InlineData("readiness.RDY1004.patterns", "Acme key:acme_live_:24")]
    [InlineData("readiness.RDY1004.patterns", "Other:oth-:16, Acme key : acme_live_ : 24")]
    [InlineData("build_property.ReadinessRDY1004Patterns", "Acme key:acme_live_:24")]
    public async Task OwnPattern_IsFoundFromItsLengthOn(string option, string patterns)
    {
        var test = new CSharpAnalyzerTest<ExposedCredentialAnalyzer>
        {
            TestCode = $$"""
                class C
                {
                    string real = "{|#0:acme_live_{{TestSecret.Body(24)}}|}";
                    string tooShort = "acme_live_{{TestSecret.Body(23)}}";
                    string fake = "acme_live_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";
                }
                """,
        };
        test.GlobalOptions[option] = patterns;
        test.ExpectedDiagnostics.Add(Verify.Diagnostic("RDY1004").WithLocation(0).WithArguments(
            "Credential in source: Acme key (acme_live_…)", "Whoever reads the repository can use it. Revoke it, and let user secrets or the host supply the new one."));
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("acme_live_", 1)]
    [InlineData("Acme:acme_live_", 1)]
    [InlineData("Acme:acme_live_:0", 1)]
    [InlineData("Acme:acme_live_:many", 1)]
    [InlineData("Acme::24", 1)]
    [InlineData(":acme_live_:24", 1)]
    [InlineData("Acme:clé_:24", 1)]
    [InlineData("Acme:a b:24", 1)]
    [InlineData("Acme:acme_live_:24,^sk_[a-z]+$", 2)]
    [InlineData("Acme:acme_live_:24,,", 2, 3)]
    public async Task MisreadPattern_IsReportedOnceAndNotQuoted(string patterns, params int[] entries)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var options = new InMemoryOptions(new Dictionary<string, string> { ["readiness.RDY1004.patterns"] = patterns });
        var reported = await SourceCompilation.Of("class A { }", "class B { }")
            .WithAnalyzers([new ExposedCredentialAnalyzer()], new AnalyzerOptions([], options))
            .GetAnalyzerDiagnosticsAsync(cancellation);

        Assert.Equal(
            entries.Select(entry => $"Entry {entry} of 'readiness.RDY1004.patterns' is not written as name:prefix:minLength, so it is not looked for. Write for example 'Acme key:acme_live_:24'."),
            reported.Select(diagnostic => diagnostic.GetMessage()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void RandomCredentials_AreAlwaysFound_AndNeverInAnothersPlace()
    {
        // Where the secret needs its neighbours, they are there.
        Dictionary<string, string> around = new()
        {
            ["STORAGEKEY"] = "AccountKey={0};", ["BUSKEY"] = "SharedAccessKey={0};", ["PASSWORD"] = "Server=db.shop.com;Password={0};",
            ["LONGPASSWORD"] = "https://a:{0}@shop.com", ["BASESIXTYFOUR"] = "ClientSecret={0}", ["AWSSECRET"] = TestCredential.Make("AWSID") + " {0}", ["HEX"] = TestCredential.Make("TWILIOSID") + " {0}",
            ["PEMBODY"] = "-----BEGIN RSA PRIVATE KEY-----{0}",
        };
        var scanner = new CredentialScanner(CredentialPatterns.Parse(""));
        foreach (var kind in TestCredential.Names.Where(kind => kind is not ("AWSID" or "TWILIOSID")))
        {
            for (var seed = 1; seed <= 500; seed++)
            {
                var secret = TestCredential.Make(kind, seed);
                var text = $"key: {string.Format(null, around.GetValueOrDefault(kind, "{0}"), secret)} and more";
                var found = scanner.FindAll(text);
                Assert.True(found.Count == 1 && found[0].End >= text.IndexOf(secret, StringComparison.Ordinal) + secret.Length, $"{kind}, seed {seed}: {found.Count}");
            }
        }
    }

    private static Task VerifyInMethodAsync(string statement)
    {
        var test = new CSharpAnalyzerTest<ExposedCredentialAnalyzer>
        {
            TestCode = $$"""
                using Microsoft.AspNetCore.Authentication;
                using Microsoft.Data.SqlClient;
                using Microsoft.IdentityModel.Tokens;

                class C
                {
                    void M(IConfiguration config, IHostEnvironment env, AuthenticationBuilder builder)
                    {
                        {{statement}}
                    }
                }
                class Mine { public string? ClientSecret { get; set; } }
                class Entry { public string? Value; }
                class Store
                {
                    readonly Dictionary<string, Entry> _entries = [];
                    public Entry Find(string name) => _entries[name];
                    public void Enable() => Find("feature").Value = "switched-on";
                    public void Take(string name, string value) => Find(name).Value = value;
                }
                """,
        };
        test.References = [.. test.References, Libraries];
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The constructors of two packages, which are not referenced here.</summary>
    internal static MetadataReference Libraries { get; } = CSharpCompilation.Create(
        "Libraries",
        [
            CSharpSyntaxTree.ParseText("""
                namespace Microsoft.IdentityModel.Tokens { public class SymmetricSecurityKey { public SymmetricSecurityKey(byte[] key) { } } }
                namespace Microsoft.Data.SqlClient { public class SqlConnection { public SqlConnection(string connectionString) { } } }
                """),
        ],
        TestReferences.Framework,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();
}
