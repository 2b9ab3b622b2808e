using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReadinessAnalyzers.Tests.Secrets;
using Verify = ReadinessAnalyzers.Tests.CSharpAnalyzerVerifier<ReadinessAnalyzers.FactAnalyzer>;

namespace ReadinessAnalyzers.Tests.Facts;

/// <summary>RDY0001: this line reads setting X as a Stripe credential.</summary>
public class StripeSettingFactTests
{
    [Fact]
    public Task IndexerInProgram_IsASecretKey() => Verify.VerifyAnalyzerAsync("""
        using Stripe;
        var builder = WebApplication.CreateBuilder(args);
        StripeConfiguration.ApiKey = {|#0:builder.Configuration["Stripe:SecretKey"]|};
        """,
        Verify.Diagnostic("RDY0001").WithLocation(0).WithMessage("'Stripe:SecretKey' is read as Stripe secret key"));

    [Fact]
    public Task WebhookController_ReadsItsSecretWhereItIsLookedUp() => Verify.VerifyAnalyzerAsync("""
        using Microsoft.AspNetCore.Mvc;
        using Stripe;
        [ApiController, Route("webhook")]
        public class WebhookController(IConfiguration config) : ControllerBase
        {
            private readonly string _secret = {|#0:config["Payment:Stripe:WebhookSecret"]|} ?? "";

            [HttpPost]
            public async Task<IActionResult> Post()
            {
                var json = await new StreamReader(Request.Body).ReadToEndAsync();
                EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], _secret);
                return Ok();
            }
        }
        """,
        Verify.Diagnostic("RDY0001").WithLocation(0).WithMessage("'Payment:Stripe:WebhookSecret' is read as Stripe webhook secret"));

    [Fact]
    public async Task KeyPastedWhereItsNameBelongs_IsInNoMessageAndNoProperty()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var key = "sk_live_" + Secrets.TestSecret.Body(99);
        var tree = CSharpSyntaxTree.ParseText(
            $$"""
            class C { void M(Microsoft.Extensions.Configuration.IConfiguration config) => Stripe.StripeConfiguration.ApiKey = config["{{key}}"] ?? config["B"]; }
            """,
            cancellationToken: cancellation);
        var compilation = CSharpCompilation.Create("Test", [tree], TestReferences.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        var facts = await compilation.WithAnalyzers([new FactAnalyzer()]).GetAnalyzerDiagnosticsAsync(cancellation);

        var fact = Assert.Single(facts, fact => fact.Id == "RDY0001");
        Assert.DoesNotContain(key[8..20], fact.GetMessage() + string.Concat(fact.Properties.Values), StringComparison.Ordinal);
    }

    [Fact]
    public Task ConfigurationThatAFrameworkInjectsIntoAProperty_IsTheWholeOne() => Verify.VerifyAnalyzerAsync("""
        using Stripe;
        class Page
        {
            [Inject] public IConfiguration Configuration { get; set; } = default!;
            void Start() => StripeConfiguration.ApiKey = {|#0:Configuration["Stripe:SecretKey"]|};
        }
        class InjectAttribute : Attribute;
        """,
        Verify.Diagnostic("RDY0001").WithLocation(0).WithMessage("'Stripe:SecretKey' is read as Stripe secret key"));

    [Fact]
    public Task OptionsInAnotherFile_AreReadAtTheProperty()
    {
        var test = new CSharpAnalyzerTest<FactAnalyzer>
        {
            Sources =
            {
                ("/0/Options.cs", "sealed class StripeOptions { public const string Section = \"StripeSettings\"; public string WhSecret { get; set; } = \"\"; }"),
                ("/0/Startup.cs", """
                    static class Startup
                    {
                        public static void Add(this IServiceCollection services, IConfiguration config) =>
                            services.AddOptions<StripeOptions>().Bind(config.GetSection(StripeOptions.Section)).ValidateOnStart();
                    }
                    """),
                ("/0/Webhook.cs", """
                    using Microsoft.Extensions.Options;
                    class Webhook(IOptionsMonitor<StripeOptions> options)
                    {
                        Stripe.Event Read(string json, string header) =>
                            Stripe.EventUtility.ConstructEvent(json, header, {|#0:options.CurrentValue.WhSecret|});
                    }
                    """),
            },
        };
        test.ExpectedDiagnostics.Add(Verify.Diagnostic("RDY0001").WithLocation(0).WithMessage("'StripeSettings:WhSecret' is read as Stripe webhook secret"));
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("config[\"Stripe:SecretKey\"]", "Stripe:SecretKey", "configuration", "none")]
    [InlineData("config[\"Stripe:SecretKey\"] ?? \"\"", "Stripe:SecretKey", "configuration", "empty")]
    [InlineData("config[\"Stripe:SecretKey\"] ?? \"placeholder\"", "Stripe:SecretKey", "configuration", "other")]
    [InlineData("config[\"Stripe:SecretKey\"] ?? throw new Exception()", "Stripe:SecretKey", "configuration", "none")]
    [InlineData("Environment.GetEnvironmentVariable(\"STRIPE_SECRET_KEY\")", "STRIPE_SECRET_KEY", "environment", "none")]
    public async Task Properties_AreTheContract(string expression, string setting, string source, string fallback)
    {
        var fact = Assert.Single(await FactsOf($"class C {{ void M(IConfiguration config) => Stripe.StripeConfiguration.ApiKey = {expression}; }}"));
        Assert.Equal(setting, fact.Properties["setting"]);
        Assert.Equal("secretKey", fact.Properties["role"]);
        Assert.Equal(source, fact.Properties["source"]);
        Assert.Equal(fallback, fact.Properties["fallback"]);
        Assert.Equal(4, fact.Properties.Count);
    }

    [Fact]
    public async Task OneReadForManySinks_IsOneFact()
    {
        var fact = Assert.Single(await FactsOf("""
            class C(IConfiguration config)
            {
                readonly string? _key = config["Stripe:SecretKey"];
                void A() => Stripe.StripeConfiguration.ApiKey = _key ?? "";
                void B() => Stripe.StripeConfiguration.ApiKey = _key;
            }
            """));
        Assert.Equal("none", fact.Properties["fallback"]);
    }

    [Fact]
    public async Task OneSettingInTwoRoles_IsTwoFacts() => Assert.Equal(["secretKey", "webhookSecret"], (await FactsOf("""
        class C(IConfiguration config)
        {
            readonly string? _key = config["Stripe:SecretKey"];
            void A() => Stripe.StripeConfiguration.ApiKey = _key;
            void B(string json, string header) => Stripe.EventUtility.ConstructEvent(json, header, _key);
        }
        """)).Select(fact => fact.Properties["role"]));

    [Fact]
    public async Task Facts_AreSortedByPathAndPosition() => Assert.Equal(["A", "B", "C", "D"], (await FactsOf(
        """class C1 { void M(IConfiguration config) { Stripe.StripeConfiguration.ApiKey = config["A"]; _ = new Stripe.StripeClient(config["B"]); } }""",
        """class C2 { void M(IConfiguration config) { _ = new Stripe.StripeClient(config["C"] ?? config["D"]); } }"""))
        .Select(fact => fact.Properties["setting"]));

    [Theory]
    [InlineData("config[\"Stripe:PublishableKey\"]", "Stripe:PublishableKey")]
    [InlineData("config.GetSection(\"Stripe\")[\"publishable_key\"]", "Stripe:publishable_key")]
    [InlineData("config.GetSection(\"Stripe\").GetValue<string>(\"PublishableKey\")", "Stripe:PublishableKey")]
    [InlineData("config.GetSection(\"Stripe:PublishableKey\").Value", "Stripe:PublishableKey")]
    [InlineData("Environment.GetEnvironmentVariable(\"STRIPE_PUBLISHABLE_KEY\")", "STRIPE_PUBLISHABLE_KEY")]
    [InlineData("options.Value.PublishableKey", "Stripe:PublishableKey")]
    [InlineData("Json(new { publishableKey = options.Value.PublishableKey })", "Stripe:PublishableKey")]
    public async Task PublishableKey_IsToldByItsName(string expression, string setting)
    {
        var fact = Assert.Single(await FactsOf(PublishableKeyIn(expression)));
        Assert.Equal(setting, fact.Properties["setting"]);
        Assert.Equal("publishableKey", fact.Properties["role"]);
    }

    [Theory]
    [InlineData("config[\"Clerk:PublishableKey\"]")]
    [InlineData("config[\"Stripe:PublicKey\"]")]
    [InlineData("\"Stripe:PublishableKey\"")]
    [InlineData("new StripeOptions { PublishableKey = \"x\" }")]
    [InlineData("nameof(StripeOptions.PublishableKey)")]
    [InlineData("new StripeOptions().ToString() // Stripe PublishableKey")]
    public async Task OtherPublishableThings_AreNoFacts(string expression) => Assert.Empty(await FactsOf(PublishableKeyIn(expression + "\n")));

    [Fact]
    public async Task KeyWhereTheNameOfItsSettingBelongs_IsNoFact() => Assert.Empty(await FactsOf(TestSecret.Plant("""
        class C(IConfiguration config) { void M() => Stripe.StripeConfiguration.ApiKey = config["LIVE"] ?? config["Stripe:" + "WEBHOOK"]; }
        """)));

    [Fact]
    public async Task GeneratedCode_IsReadAsWell() => Assert.Single(await FactsOf("""
        // <auto-generated/>
        class C { void M(Microsoft.Extensions.Configuration.IConfiguration config) => Stripe.StripeConfiguration.ApiKey = config["Stripe:SecretKey"]; }
        """));

    [Fact]
    public async Task AppSettingsOfDotNetFramework_AreASource()
    {
        var library = SourceCompilation.Of(TestReferences.Framework, """
            namespace System.Configuration
            {
                public static class ConfigurationManager
                {
                    public static System.Collections.Specialized.NameValueCollection AppSettings { get; } = new();
                }
            }
            """);
        var compilation = SourceCompilation.Of(
            [.. TestReferences.All, library.ToMetadataReference()],
            """class C { void M() => Stripe.StripeConfiguration.ApiKey = (System.Configuration.ConfigurationManager.AppSettings["StripeApiKey"] ?? "").Trim(); }""");
        var fact = Assert.Single(await FactsOf(compilation));
        Assert.Equal("StripeApiKey", fact.Properties["setting"]);
        Assert.Equal("appSettings", fact.Properties["source"]);
        Assert.Equal("empty", fact.Properties["fallback"]);
    }

    [Theory]
    [InlineData("StripeConfiguration.ApiKey = File.ReadAllText(\"key\");")]
    [InlineData("StripeConfiguration.ApiKey = \"placeholder\";")]
    [InlineData("StripeConfiguration.ApiKey = config[Guid.NewGuid().ToString()];")]
    [InlineData("StripeConfiguration.MaxNetworkRetries = int.Parse(config[\"Stripe:Retries\"]!);")]
    [InlineData("EventUtility.ConstructEvent(json: config[\"Json\"], stripeSignatureHeader: config[\"Header\"], secret: null);")]
    public Task NoSettingAsCredential_IsNoFact(string statement) => Verify.VerifyAnalyzerAsync($$"""
        using Stripe;
        class C { void M(IConfiguration config) { {{statement}} } }
        """);

    [Fact]
    public Task HalfTypedCode_IsNoFact() => new CSharpAnalyzerTest<FactAnalyzer>
    {
        TestCode = """
            using Stripe;
            class C { void M(IConfiguration config) { StripeConfiguration.ApiKey = config[; EventUtility.ConstructEvent(json, config["Stripe:WebhookSecret" } }
            """,
        AllowCompileErrors = true,
    }.RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public Task WithoutStripeNet_IsSilent() => new CSharpAnalyzerTest<FactAnalyzer>
    {
        TestCode = """class C { void M(IConfiguration config) => Stripe.StripeConfiguration.ApiKey = config["Stripe:SecretKey"]; }""",
        References = TestReferences.Framework,
        AllowCompileErrors = true,
    }.RunAsync(TestContext.Current.CancellationToken);

    private static string PublishableKeyIn(string expression) => $$"""
        using Microsoft.Extensions.Options;
        class StripeOptions { public string? PublishableKey { get; set; } }
        class Startup { void Add(IServiceCollection s, IConfiguration c) => s.Configure<StripeOptions>(c.GetSection("Stripe")); }
        class C
        {
            static object? Json(object value) => value;
            object? M(IConfiguration config, IOptions<StripeOptions> options) => {{expression}};
        }
        """;

    private static Task<IReadOnlyList<Diagnostic>> FactsOf(params string[] sources) => FactsOf(SourceCompilation.Of(sources));

    private static async Task<IReadOnlyList<Diagnostic>> FactsOf(Compilation compilation)
    {
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(found => found.Severity == DiagnosticSeverity.Error));
        return [.. (await compilation.WithAnalyzers([new FactAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken)).Where(fact => fact.Id is not ("RDY0000" or "RDY0002"))];
    }
}
