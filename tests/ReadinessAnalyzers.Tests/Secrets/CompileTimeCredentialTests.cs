using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Verify = ReadinessAnalyzers.Tests.CSharpAnalyzerVerifier<ReadinessAnalyzers.CredentialAnalyzer>;

namespace ReadinessAnalyzers.Tests.Secrets;

/// <summary>RDY1002: a constant reaches a credential sink.</summary>
public class CompileTimeCredentialTests
{
    [Theory]
    [InlineData("StripeConfiguration.ApiKey = {|#0:\"placeholder\"|};", "StripeConfiguration.ApiKey")]
    [InlineData("_ = new StripeClientOptions { ApiKey = {|#0:\"placeholder\"|} };", "StripeClientOptions.ApiKey")]
    [InlineData("_ = new RequestOptions { IdempotencyKey = \"order\", ApiKey = {|#0:\"placeholder\"|} };", "RequestOptions.ApiKey")]
    [InlineData("var o = new RequestOptions(); o.ApiKey = {|#0:\"placeholder\"|};", "RequestOptions.ApiKey")]
    [InlineData("_ = new StripeClient({|#0:\"placeholder\"|});", "StripeClient(apiKey)")]
    [InlineData("_ = new StripeClient(clientId: \"ca\", apiKey: {|#0:\"placeholder\"|});", "StripeClient(apiKey)")]
    [InlineData("StripeClient c = new({|#0:\"placeholder\"|});", "StripeClient(apiKey)")]
    [InlineData("EventUtility.ConstructEvent(json, header, {|#0:\"placeholder\"|});", "EventUtility.ConstructEvent(secret)")]
    [InlineData("EventUtility.ConstructEvent(secret: {|#0:\"placeholder\"|}, json: json, stripeSignatureHeader: header, tolerance: 300);", "EventUtility.ConstructEvent(secret)")]
    [InlineData("EventUtility.ValidateSignature(json, header, {|#0:\"placeholder\"|});", "EventUtility.ValidateSignature(secret)")]
    [InlineData("client.ParseEventNotification(json, header, {|#0:\"placeholder\"|});", "StripeClient.ParseEventNotification(secret)")]
    public Task ConstantAtSink_IsReported(string statement, string sink) => Verify.VerifyAnalyzerAsync(
        InMethod(statement),
        Verify.Diagnostic("RDY1002").WithLocation(0).WithArguments(
            sink, "a constant", "which everyone with the code knows and only a release can change"));

    [Fact]
    public Task SetApiKeyWithConstant_IsReported() => Verify.VerifyAnalyzerAsync(InMethod(
        "#pragma warning disable CS0618, CS0612\nStripeConfiguration.SetApiKey([|\"placeholder\"|]);\n"));

    [Theory]
    [InlineData("StripeConfiguration.ApiKey = {|#0:\"\"|};", "StripeConfiguration.ApiKey", "which replaces any key configured before")]
    [InlineData("const string key = \"\"; StripeConfiguration.ApiKey = {|#0:key|};", "StripeConfiguration.ApiKey", "which replaces any key configured before")]
    [InlineData("_ = new StripeClientOptions { ApiKey = {|#0:string.Empty|} };", "StripeClientOptions.ApiKey", "which replaces any key configured before")]
    public Task EmptyString_IsReportedWithItsConsequence(string statement, string sink, string consequence) => Verify.VerifyAnalyzerAsync(
        InMethod(statement),
        Verify.Diagnostic("RDY1002").WithLocation(0).WithArguments(sink, "an empty string", consequence));

    [Theory]
    [InlineData("StripeConfiguration.ApiKey = [|config[\"Stripe:SecretKey\"] ?? \"placeholder\"|];")]
    [InlineData("StripeConfiguration.ApiKey = [|Environment.GetEnvironmentVariable(\"KEY\") ?? \"placeholder\"|];")]
    [InlineData("StripeConfiguration.ApiKey = [|config.GetValue(\"Stripe:SecretKey\", \"placeholder\")|];")]
    [InlineData("StripeConfiguration.ApiKey = [|config[\"Mode\"] switch { \"live\" => config[\"Stripe:SecretKey\"], _ => \"placeholder\" }|];")]
    [InlineData("var key = config[\"Mode\"] == \"live\" ? config[\"Stripe:SecretKey\"] : \"placeholder\"; StripeConfiguration.ApiKey = [|key|];")]
    [InlineData("var key = \"placeholder\"; if (config[\"Stripe:SecretKey\"] is { } found) key = found; StripeConfiguration.ApiKey = [|key|];")]
    [InlineData("StripeConfiguration.ApiKey = [|Key|];")]
    [InlineData("StripeConfiguration.ApiKey = [|Keys.Secret|];")]
    [InlineData("StripeConfiguration.ApiKey = [|new Keys().Default|];")]
    [InlineData("StripeConfiguration.ApiKey = [|Pick(config)|];")]
    [InlineData("Use(\"placeholder\"); void Use(string key) => StripeConfiguration.ApiKey = [|key|];")]
    public Task ConstantAmongOrigins_IsReported(string statement) => Verify.VerifyAnalyzerAsync(InMethod(statement));

    [Theory]
    [InlineData("StripeConfiguration.ApiKey = config[\"Stripe:SecretKey\"];")]
    [InlineData("StripeConfiguration.ApiKey = config[\"Stripe:SecretKey\"] ?? \"\";")]
    [InlineData("StripeConfiguration.ApiKey = config[\"Stripe:SecretKey\"] ?? throw new InvalidOperationException(\"Set Stripe:SecretKey.\");")]
    [InlineData("StripeConfiguration.ApiKey = null;")]
    [InlineData("StripeConfiguration.ApiKey = Environment.GetEnvironmentVariable(\"STRIPE_SECRET_KEY\");")]
    [InlineData("StripeConfiguration.ApiKey = File.ReadAllText(\"/run/secrets/stripe\").Trim();")]
    [InlineData("var key = \"placeholder\"; key = config[\"Stripe:SecretKey\"]; StripeConfiguration.ApiKey = key;")]
    [InlineData("var secret = config[\"Stripe:WebhookSecret\"] ?? \"\"; if (secret.Length == 0) return; EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("var secret = \"\"; secret = File.ReadAllText(\"secret\"); EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("EventUtility.ConstructEvent(json, header, \"\");")]
    [InlineData("_ = new StripeClient();")]
    [InlineData("_ = new StripeClient(config[\"Stripe:SecretKey\"], clientId: \"ca_placeholder\", apiBase: \"http://localhost\");")]
    [InlineData("_ = new StripeClient(new StripeClientOptions { ApiKey = config[\"Stripe:SecretKey\"], ApiBase = \"http://localhost\" });")]
    [InlineData("_ = new RequestOptions { StripeAccount = \"acct\", IdempotencyKey = \"order\" };")]
    [InlineData("_ = new Mailer { ApiKey = \"placeholder\" };")]
    [InlineData("_ = new Own.StripeClient(\"placeholder\");")]
    [InlineData("Own.EventUtility.ConstructEvent(json, header, \"placeholder\");")]
    [InlineData("EventUtility.ConstructEvent(\"{}\", \"t=1\", config[\"Stripe:WebhookSecret\"]);")]
    [InlineData("EventUtility.ParseEvent(\"{}\");")]
    [InlineData("StripeConfiguration.ClientId = \"ca_placeholder\";")]
    public Task NoConstantAtSink_IsSilent(string statement) => Verify.VerifyAnalyzerAsync(InMethod(statement));

    [Fact]
    public Task LiteralThatIsARealSecret_IsLeftToTheRuleAboutSecrets() => Verify.VerifyAnalyzerAsync(TestSecret.Plant("""
        using Stripe;
        class Billing
        {
            private const string Key = "LIVE";
            void Start() => StripeConfiguration.ApiKey = Key;
            StripeClient Client() => new("TEST");
        }
        """));

    [Fact]
    public async Task OptionsOfAReferencedProjectInAnEditor_AreSilentAndDoNotCrash()
    {
        // There the reference is another compilation, whose symbols have source that this one's models do not know.
        var library = CSharpCompilation.Create(
            "Library",
            [
                CSharpSyntaxTree.ParseText("""
                    public class StripeOptions { public string SecretKey { get; set; } = Default; public const string Default = "placeholder"; }
                    public static class Keys { public static string Secret() => Hidden(); static string Hidden() => "placeholder"; public static readonly string Old = "placeholder"; }
                    public class Gateway { public Gateway(string key) { } }
                    """, cancellationToken: TestContext.Current.CancellationToken),
            ],
            TestReferences.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var test = new CSharpAnalyzerTest<CredentialAnalyzer>
        {
            References = [.. TestReferences.All, library.ToMetadataReference()],
            TestCode = """
                using Microsoft.Extensions.Options;
                using Stripe;
                class Billing(IOptions<StripeOptions> options)
                {
                    StripeClient FromOptions() => new(options.Value.SecretKey);
                    StripeClient FromMethod() => new(Keys.Secret());
                    StripeClient FromField() => new(Keys.Old);
                    StripeClient FromConstant() => new([|StripeOptions.Default|]);
                }
                """,
        };
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task EmptyKeyInConstructor_IsReported() => Verify.VerifyAnalyzerAsync("""
        using Stripe;
        public class PaymentService
        {
            public PaymentService() => StripeConfiguration.ApiKey = [|""|];
        }
        """);

    [Fact]
    public Task OptionsDefaultWithBinding_IsSilent() => Verify.VerifyAnalyzerAsync("""
        using Stripe;
        using Microsoft.Extensions.Options;
        public class StripeSettings { public string SecretKey { get; set; } = ""; public string WebhookSecret { get; set; } = string.Empty; }
        public static class Startup
        {
            public static void Add(IServiceCollection services, IConfiguration config) =>
                services.Configure<StripeSettings>(config.GetSection("Stripe"));
        }
        public class Webhook(IOptions<StripeSettings> options)
        {
            private readonly StripeSettings _settings = options.Value;
            public Event Read(string json, string header) => EventUtility.ConstructEvent(json, header, _settings.WebhookSecret);
        }
        """);

    [Fact]
    public Task OptionsDefaultBoundElsewhere_IsSilent() => Verify.VerifyAnalyzerAsync("""
        using Stripe;
        using Microsoft.Extensions.Options;
        public class StripeSettings { public string SecretKey { get; set; } = "changeme"; }
        public class Payments(IOptions<StripeSettings> options)
        {
            public StripeClient Client() => new(options.Value.SecretKey);
        }
        """);

    [Theory]
    [InlineData("services.Configure<BillingOptions>(config.GetSection(\"Billing\"));")]
    [InlineData("services.AddBillingOptionsSomewhereElse();")]
    public Task ObjectThatTheOptionsSystemMakes_IsNotTheOneMadeForATest(string registration) => Verify.VerifyAnalyzerAsync($$"""
        using Microsoft.Extensions.Options;
        using Stripe;
        public class BillingOptions { public string? Key { get; set; } }
        class Gateway(IOptions<BillingOptions> options) { StripeClient Client() => new(options.Value.Key); }
        static class Fake { public static Gateway Gateway() => new(Options.Create(new BillingOptions { Key = "placeholder" })); }
        static class Registration
        {
            public static void Add(IServiceCollection services, IConfiguration config) { {{registration}} }
            private static void AddBillingOptionsSomewhereElse(this IServiceCollection services) { }
        }
        """);

    [Fact]
    public Task OptionsDefaultOfAnObjectMadeHere_IsReported() => Verify.VerifyAnalyzerAsync("""
        using Stripe;
        public class StripeSettings { public string SecretKey { get; set; } = "changeme"; }
        public class Payments
        {
            private readonly StripeSettings _settings = new StripeSettings();
            public StripeClient Client() => new([|_settings.SecretKey|]);
        }
        """);

    [Fact]
    public Task TenantKeyFromDatabase_IsSilent() => Verify.VerifyAnalyzerAsync("""
        using Stripe;
        public class Tenant { public int Id { get; set; } public string StripeKey { get; set; } = ""; }
        public interface ITenants { Task<Tenant> Find(int id); }
        public class Charges(ITenants tenants)
        {
            public async Task<RequestOptions> For(int id)
            {
                var tenant = await tenants.Find(id);
                return new RequestOptions { ApiKey = tenant.StripeKey };
            }
        }
        """);

    [Fact]
    public Task MinimalApiWithCapturedSecret_IsSilent() => Verify.VerifyAnalyzerAsync("""
        using Stripe;
        var builder = WebApplication.CreateBuilder(args);
        StripeConfiguration.ApiKey = builder.Configuration["Stripe:SecretKey"];
        var secret = builder.Configuration["Stripe:WebhookSecret"] ?? throw new InvalidOperationException();
        var app = builder.Build();
        app.MapPost("/webhook", async (HttpRequest request) =>
        {
            var json = await new StreamReader(request.Body).ReadToEndAsync();
            EventUtility.ConstructEvent(json, request.Headers["Stripe-Signature"], secret);
            return Results.Ok();
        });
        app.Run();
        """);

    [Fact]
    public async Task ConstantInAnotherFile_IsReportedAtTheSinkWithTheOriginBesideIt()
    {
        var compilation = SourceCompilation.Of(
            """class Pay { void M() => Stripe.StripeConfiguration.ApiKey = Keys.Secret; }""",
            """static class Keys { public const string Secret = "placeholder"; }""");
        var reported = Assert.Single(await ReportedFor(compilation));
        Assert.Equal("/0/Test0.cs", reported.Location.SourceTree!.FilePath);
        var origin = Assert.Single(reported.AdditionalLocations);
        Assert.Equal("/0/Test1.cs", origin.SourceTree!.FilePath);
        Assert.DoesNotContain("placeholder", reported.GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("StripeConfiguration.ApiKey = \"placeholder\";", "secretKey")]
    [InlineData("EventUtility.ConstructEvent(json, header, \"placeholder\");", "webhookSecret")]
    public async Task Property_NamesTheRole(string statement, string role)
    {
        var reported = Assert.Single(await ReportedFor(SourceCompilation.Of(InMethod(statement))));
        Assert.Equal(role, Assert.Single(reported.Properties, property => property.Key == "role").Value);
    }

    [Theory]
    [InlineData("sk_live_", true)]
    [InlineData("rk_live_", true)]
    [InlineData("sk_test_", false)]
    [InlineData("pk_live_", false)]
    [InlineData("", false)]
    public Task TestProject_IsSilentUnlessTheKeyIsLive(string prefix, bool isReported)
    {
        var value = isReported ? $"[|\"{prefix}something\"|]" : $"\"{prefix}something\"";
        var test = new CSharpAnalyzerTest<CredentialAnalyzer> { TestCode = InMethod($"StripeConfiguration.ApiKey = {value};") };
        test.GlobalOptions["build_property.IsTestProject"] = "true";
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("StripeConfiguration.ApiKey = ;")]
    [InlineData("StripeConfiguration.ApiKey = \"x")]
    [InlineData("new StripeClient(")]
    [InlineData("EventUtility.ConstructEvent(json, header, missing);")]
    [InlineData("EventUtility.ConstructEvent(json, \"placeholder\");")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret: \"placeholder\", nothing: 1);")]
    [InlineData("Unknown.StripeClient.ConstructEvent(\"placeholder\");")]
    [InlineData("_ = new RequestOptions { ApiKey = };")]
    public Task HalfTypedOrUnbound_IsSilent(string statement) =>
        new CSharpAnalyzerTest<CredentialAnalyzer> { TestCode = InMethod(statement), AllowCompileErrors = true }
            .RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public Task WithoutStripeNet_IsSilent() => new CSharpAnalyzerTest<CredentialAnalyzer>
    {
        TestCode = InMethod("StripeConfiguration.ApiKey = \"placeholder\";"),
        References = TestReferences.Framework,
        AllowCompileErrors = true,
    }.RunAsync(TestContext.Current.CancellationToken);

    private static async Task<IEnumerable<Diagnostic>> ReportedFor(Compilation compilation) => await compilation
        .WithAnalyzers([new CredentialAnalyzer()])
        .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

    private static string InMethod(string statement) => $$"""
        using Stripe;
        class Shop
        {
            private const string Key = "placeholder";
            private static string Pick(IConfiguration config) { if (config["Mode"] == "live") return config["Stripe:SecretKey"]!; return "placeholder"; }
            void M(IConfiguration config, StripeClient client, string json, string header)
            {
                {{statement}}
            }
        }
        class Keys
        {
            public static readonly string Secret = "place" + "holder";
            public string Default { get; } = "placeholder";
        }
        class Mailer { public string? ApiKey { get; set; } }
        namespace Own
        {
            class StripeClient(string apiKey) { public string Key => apiKey; }
            static class EventUtility { public static void ConstructEvent(string json, string header, string secret) { } }
        }
        """;
}
