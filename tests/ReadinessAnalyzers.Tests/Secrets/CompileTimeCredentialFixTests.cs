using Microsoft.CodeAnalysis.CSharp;
using ReadinessAnalyzers.CodeFixes.Secrets;
using Verify = ReadinessAnalyzers.Tests.CSharpCodeFixVerifier<ReadinessAnalyzers.CredentialAnalyzer, ReadinessAnalyzers.CodeFixes.Secrets.CompileTimeCredentialFix>;
using VerifySecret = ReadinessAnalyzers.Tests.CSharpCodeFixVerifier<ReadinessAnalyzers.SecretAnalyzer, ReadinessAnalyzers.CodeFixes.Secrets.CompileTimeCredentialFix>;

namespace ReadinessAnalyzers.Tests.Secrets;

/// <summary>A hard-coded credential becomes a read from the configuration that is in scope.</summary>
public sealed class CompileTimeCredentialFixTests
{
    private const string Key = "[\"Stripe:SecretKey\"] ?? throw new InvalidOperationException(\"Set Stripe:SecretKey.\")";
    private const string Secret = "[\"Stripe:WebhookSecret\"] ?? throw new InvalidOperationException(\"Set Stripe:WebhookSecret.\")";

    [Theory]
    [InlineData("class Shop { void Start(IConfiguration configuration) => StripeConfiguration.ApiKey = @; }", "configuration")]
    [InlineData("class Shop { void Start(IConfigurationRoot root) => StripeConfiguration.ApiKey = @; }", "root")]
    [InlineData("class Shop { void Start(ConfigurationManager manager) { StripeConfiguration.ApiKey = @; } }", "manager")]
    [InlineData("class Shop { void Start() { var built = new ConfigurationBuilder().Build(); StripeConfiguration.ApiKey = @; } }", "built")]
    [InlineData("class Shop(IConfiguration configuration) { StripeClient Client() => new(@); }", "configuration")]
    [InlineData("class Shop(IConfiguration configuration) { readonly StripeClient _client = new(@); StripeClient Client => _client; }", "configuration")]
    [InlineData("class Shop { readonly IConfiguration _configuration; Shop(IConfiguration given) => _configuration = given; StripeClient Client() => new(@); }", "_configuration")]
    [InlineData("class Shop { IConfiguration Settings { get; } Shop(IConfiguration given) => Settings = given; StripeClient Client() => new(@); }", "Settings")]
    [InlineData("class Page { [Injected] protected IConfiguration Configuration { get; set; } = default!; } class Injected : Attribute; class Shop : Page { StripeClient Client() => new(@); }", "Configuration")]
    [InlineData("static class Shop { static IConfiguration Settings { get; set; } = null!; static StripeClient Client() => new(@); }", "Settings")]
    [InlineData("static class Shop { static void AddBilling(this WebApplicationBuilder builder) => StripeConfiguration.ApiKey = @; }", "builder.Configuration")]
    [InlineData("static class Shop { static void AddBilling(this IHostApplicationBuilder host) => StripeConfiguration.ApiKey = @; }", "host.Configuration")]
    [InlineData("static class Shop { static void UseBilling(WebApplication app) => StripeConfiguration.ApiKey = @; }", "app.Configuration")]
    [InlineData("static class Shop { static void Add(IHostBuilder host) => host.ConfigureServices((context, services) => services.AddSingleton(new StripeClient(@))); }", "context.Configuration")]
    [InlineData("static class Shop { static void Add(IServiceCollection services) => services.AddSingleton(provider => { var found = provider.GetRequiredService<IConfiguration>(); return new StripeClient(@); }); }", "found")]
    public Task ConfigurationInScope_IsRead(string code, string configuration) => Verify.VerifyCodeFixAsync(
        Planted(code, "[|\"placeholder\"|]"),
        Planted(code, configuration + Key));

    [Theory]
    [InlineData("void M(IConfiguration config, WebApplicationBuilder builder) => StripeConfiguration.ApiKey = @;", "config")]
    [InlineData("readonly IConfiguration _field = null!; void M(WebApplicationBuilder builder) => StripeConfiguration.ApiKey = @;", "_field")]
    [InlineData("readonly IConfiguration _field = null!; void M(IConfiguration config) => StripeConfiguration.ApiKey = @;", "config")]
    [InlineData("void M(IConfiguration outer) { Action<IConfiguration> start = inner => StripeConfiguration.ApiKey = @; start(outer); }", "inner")]
    [InlineData("void M(IConfiguration outer) { Action<WebApplication> start = static app => StripeConfiguration.ApiKey = @; }", "app.Configuration")]
    [InlineData("readonly IConfiguration _field = null!; static void M(WebApplicationBuilder builder) => StripeConfiguration.ApiKey = @;", "builder.Configuration")]
    [InlineData("void M(IConfigurationSection section, IConfiguration config) => StripeConfiguration.ApiKey = @;", "config")]
    public Task NearestConfigurationThatWillDo_IsRead(string member, string configuration) => Verify.VerifyCodeFixAsync(
        Planted($"class Shop {{ {member} }}", "[|\"placeholder\"|]"),
        Planted($"class Shop {{ {member} }}", configuration + Key));

    [Fact]
    public Task NameThatIsAKeyword_IsPassedOver() => Verify.VerifyCodeFixAsync(
        "class Shop { void M(IConfiguration config, IConfiguration @event) => Stripe.StripeConfiguration.ApiKey = [|\"placeholder\"|]; }",
        $"class Shop {{ void M(IConfiguration config, IConfiguration @event) => Stripe.StripeConfiguration.ApiKey = config{Key}; }}");

    [Fact]
    public Task ParameterThatFillsAField_IsNotCapturedASecondTime() => Verify.VerifyCodeFixAsync(
        """
        using Stripe;
        class Shop(IConfiguration configuration)
        {
            private readonly IConfiguration _configuration = configuration;
            public StripeClient Client() => _configuration["Mode"] is null ? new([|"placeholder"|]) : new();
        }
        """,
        $$"""
        using Stripe;
        class Shop(IConfiguration configuration)
        {
            private readonly IConfiguration _configuration = configuration;
            public StripeClient Client() => _configuration["Mode"] is null ? new(_configuration{{Key}}) : new();
        }
        """);

    [Fact]
    public Task TopLevelStatements_ReadTheBuildersConfigurationOrTheApps() => Verify.VerifyCodeFixAsync(
        """
        using Stripe;
        var builder = WebApplication.CreateBuilder(args);
        StripeConfiguration.ApiKey = [|"placeholder"|]; // the shop's own account
        var app = builder.Build();
        app.MapPost("/webhook", async (HttpRequest request) =>
        {
            var json = await new StreamReader(request.Body).ReadToEndAsync();
            EventUtility.ConstructEvent(
                json,
                request.Headers["Stripe-Signature"],
                [|"placeholder"|]); // from the Dashboard
            return Results.Ok();
        });
        app.Run();
        """,
        $$"""
        using Stripe;
        var builder = WebApplication.CreateBuilder(args);
        StripeConfiguration.ApiKey = builder.Configuration{{Key}}; // the shop's own account
        var app = builder.Build();
        app.MapPost("/webhook", async (HttpRequest request) =>
        {
            var json = await new StreamReader(request.Body).ReadToEndAsync();
            EventUtility.ConstructEvent(
                json,
                request.Headers["Stripe-Signature"],
                app.Configuration{{Secret}}); // from the Dashboard
            return Results.Ok();
        });
        app.Run();
        """);

    [Theory]
    [InlineData("StripeConfiguration.ApiKey = [|\"placeholder\"|];", "StripeConfiguration.ApiKey = config@;")]
    [InlineData("StripeConfiguration.ApiKey = /* why */ [|\"placeholder\"|] /* not */ ;", "StripeConfiguration.ApiKey = /* why */ config@ /* not */ ;")]
    [InlineData("StripeConfiguration.ApiKey = [|\"\"|];", "StripeConfiguration.ApiKey = config@;")]
    [InlineData("StripeConfiguration.ApiKey = [|string.Empty|];", "StripeConfiguration.ApiKey = config@;")]
    [InlineData("StripeConfiguration.ApiKey = [|Key|];", "StripeConfiguration.ApiKey = config@;")]
    [InlineData("StripeConfiguration.ApiKey = [|\"place\" + $\"holder\"|];", "StripeConfiguration.ApiKey = config@;")]
    [InlineData("StripeConfiguration.ApiKey = ([|\"placeholder\"|]);", "StripeConfiguration.ApiKey = (config@);")]
    [InlineData("_ = new StripeClient([|\"placeholder\"|]);", "_ = new StripeClient(config@);")]
    [InlineData("_ = new StripeClient(clientId: \"ca\", apiKey: [|\"placeholder\"|]);", "_ = new StripeClient(clientId: \"ca\", apiKey: config@);")]
    [InlineData("StripeClient c = new([|\"placeholder\"|]);", "StripeClient c = new(config@);")]
    [InlineData("_ = new StripeClientOptions { ApiKey = [|\"placeholder\"|] };", "_ = new StripeClientOptions { ApiKey = config@ };")]
    [InlineData("StripeClientOptions o = new() { ApiKey = [|\"placeholder\"|], ClientId = \"ca\" };", "StripeClientOptions o = new() { ApiKey = config@, ClientId = \"ca\" };")]
    [InlineData("_ = new RequestOptions { IdempotencyKey = \"order\", ApiKey = [|\"placeholder\"|] };", "_ = new RequestOptions { IdempotencyKey = \"order\", ApiKey = config@ };")]
    [InlineData("StripeConfiguration.ApiKey = [|args.Length > 0 ? args[0] : \"placeholder\"|];", "StripeConfiguration.ApiKey = args.Length > 0 ? args[0] : config@;")]
    [InlineData("StripeConfiguration.ApiKey = [|args.Length switch { 0 => \"placeholder\", _ => args[0] }|];", "StripeConfiguration.ApiKey = args.Length switch { 0 => config@, _ => args[0] };")]
    [InlineData("StripeConfiguration.ApiKey = [|args.FirstOrDefault() ?? \"placeholder\"|];", "StripeConfiguration.ApiKey = args.FirstOrDefault() ?? config@;")]
    [InlineData("var key = \"placeholder\"; StripeConfiguration.ApiKey = [|key|];", "var key = config@; StripeConfiguration.ApiKey = key;")]
    [InlineData("var key = \"placeholder\"; StripeConfiguration.ApiKey = [|key|]; _ = new StripeClient([|key|]);", "var key = config@; StripeConfiguration.ApiKey = key; _ = new StripeClient(key);")]
    [InlineData("Use(\"placeholder\"); void Use(string key) => StripeConfiguration.ApiKey = [|key|];", "Use(config@); void Use(string key) => StripeConfiguration.ApiKey = key;")]
    public Task SecretKey_IsReadWhereTheConstantStood(string statement, string fixedStatement) => Verify.VerifyCodeFixAsync(
        InMethod(statement),
        InMethod(fixedStatement.Replace("@", Key, StringComparison.Ordinal)));

    [Theory]
    [InlineData("EventUtility.ConstructEvent(json, header, [|\"placeholder\"|]);", "EventUtility.ConstructEvent(json, header, config@);")]
    [InlineData("EventUtility.ValidateSignature(json, header, [|\"placeholder\"|]);", "EventUtility.ValidateSignature(json, header, config@);")]
    [InlineData("client.ParseEventNotification(json, header, [|\"placeholder\"|]);", "client.ParseEventNotification(json, header, config@);")]
    public Task WebhookSecret_HasASettingOfItsOwn(string statement, string fixedStatement) => Verify.VerifyCodeFixAsync(
        InMethod(statement),
        InMethod(fixedStatement.Replace("@", Secret, StringComparison.Ordinal)));

    [Theory]
    [InlineData("StripeConfiguration.ApiKey = [|config[\"Billing:Key\"] ?? \"placeholder\"|];", "StripeConfiguration.ApiKey = config[\"Billing:Key\"] ?? @;", "Billing:Key")]
    [InlineData("StripeConfiguration.ApiKey = ([|config[\"Billing:Key\"] ?? \"placeholder\"|]);", "StripeConfiguration.ApiKey = (config[\"Billing:Key\"] ?? @);", "Billing:Key")]
    [InlineData("StripeConfiguration.ApiKey = [|Environment.GetEnvironmentVariable(\"KEY\") ?? \"placeholder\"|];", "StripeConfiguration.ApiKey = Environment.GetEnvironmentVariable(\"KEY\") ?? @;", "KEY")]
    [InlineData("StripeConfiguration.ApiKey = [|config[\"A\"] ?? config[\"B\"] ?? \"placeholder\"|];", "StripeConfiguration.ApiKey = config[\"A\"] ?? config[\"B\"] ?? @;", "A or B")]
    [InlineData("StripeConfiguration.ApiKey = [|config[\"A\"] ?? (config[\"B\"] ?? \"placeholder\")|];", "StripeConfiguration.ApiKey = config[\"A\"] ?? (config[\"B\"] ?? @);", "A or B")]
    [InlineData("EventUtility.ConstructEvent(json, header, [|config.GetSection(\"Stripe\")[\"Hook\"] ?? \"placeholder\"|]);", "EventUtility.ConstructEvent(json, header, config.GetSection(\"Stripe\")[\"Hook\"] ?? @);", "Stripe:Hook")]
    [InlineData("var key = config[\"A\"] ?? \"placeholder\"; StripeConfiguration.ApiKey = [|key|];", "var key = config[\"A\"] ?? @; StripeConfiguration.ApiKey = key;", "A")]
    [InlineData("StripeConfiguration.ApiKey = [|config.GetValue(\"A\", \"placeholder\")|];", "StripeConfiguration.ApiKey = config.GetValue<string>(\"A\") ?? @;", "A")]
    public Task ConstantThatStandsInForASetting_BecomesTheThrowAlone(string statement, string fixedStatement, string settings)
    {
        var test = new CSharpCodeFixTest<CredentialAnalyzer, CompileTimeCredentialFix>
        {
            TestCode = InMethod(statement),
            FixedCode = InMethod(fixedStatement.Replace("@", $"throw new InvalidOperationException(\"Set {settings}.\")", StringComparison.Ordinal)),
            CodeActionTitle = "Fail when the setting is missing (roll the exposed key)",
        };
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task StandInThatReachesStripeThroughAField_BecomesAThrow() => Verify.VerifyCodeFixAsync(
        """
        using Stripe;
        public class PaymentService
        {
            private readonly string _key;
            public PaymentService(IConfiguration configuration)
            {
                _key = configuration["Stripe:SecretKey"] ?? "sk_placeholder";
                StripeConfiguration.ApiKey = [|_key|];
            }
        }
        """,
        """
        using Stripe;
        public class PaymentService
        {
            private readonly string _key;
            public PaymentService(IConfiguration configuration)
            {
                _key = configuration["Stripe:SecretKey"] ?? throw new InvalidOperationException("Set Stripe:SecretKey.");
                StripeConfiguration.ApiKey = _key;
            }
        }
        """);

    [Theory]
    [InlineData("IOptions<StripeOptions> options", "StripeConfiguration.ApiKey = @;", "options.Value.SecretKey")]
    [InlineData("IOptionsSnapshot<StripeOptions> snapshot", "StripeConfiguration.ApiKey = @;", "snapshot.Value.SecretKey")]
    [InlineData("IOptionsMonitor<StripeOptions> monitor, IConfiguration config", "EventUtility.ConstructEvent(json, header, @);", "monitor.CurrentValue.WebhookSecret")]
    public Task OptionsAtHand_AreRead(string parameter, string statement, string expression)
    {
        string Shop(string value) => $$"""
            using Microsoft.Extensions.Options;
            using Stripe;
            class StripeOptions { public required string SecretKey { get; set; } public required string WebhookSecret { get; set; } }
            class Startup { void Add(IServiceCollection s, IConfiguration c) => s.Configure<StripeOptions>(c.GetSection("Stripe")); }
            class Shop { void M({{parameter}}, string json, string header) { {{statement.Replace("@", value, StringComparison.Ordinal)}} } }
            """;
        return new CSharpCodeFixTest<CredentialAnalyzer, CompileTimeCredentialFix>
        {
            TestCode = Shop("[|\"placeholder\"|]"),
            FixedCode = Shop(expression),
            CodeActionTitle = "Read from the options (roll the exposed key)",
        }.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task OptionsThatNobodyBinds_AreNoSource() => Verify.VerifyCodeFixAsync(
        """
        using Microsoft.Extensions.Options;
        using Stripe;
        class StripeOptions { public required string SecretKey { get; set; } }
        class Shop { void M(IOptions<StripeOptions> options, IConfiguration config) => StripeConfiguration.ApiKey = [|"placeholder"|]; }
        """,
        """
        using Microsoft.Extensions.Options;
        using Stripe;
        class StripeOptions { public required string SecretKey { get; set; } }
        class Shop { void M(IOptions<StripeOptions> options, IConfiguration config) => StripeConfiguration.ApiKey = config["Stripe:SecretKey"] ?? throw new InvalidOperationException("Set Stripe:SecretKey."); }
        """);

    [Theory]
    [InlineData("StripeConfiguration.ApiKey = @;", "STRIPE_SECRET_KEY")]
    [InlineData("EventUtility.ConstructEvent(json, header, @);", "STRIPE_WEBHOOK_SECRET")]
    public Task ProjectWithoutConfiguration_ReadsTheEnvironment(string statement, string variable)
    {
        string Tool(string value) =>
            $"using System; using Stripe; class Tool {{ void M(string json, string header) {{ {statement.Replace("@", value, StringComparison.Ordinal)} }} }}";
        return new CSharpCodeFixTest<CredentialAnalyzer, CompileTimeCredentialFix>
        {
            References = [.. TestReferences.All.Where(reference => !reference.Display!.Contains("Microsoft.Extensions", StringComparison.Ordinal) && !reference.Display!.Contains("Microsoft.AspNetCore", StringComparison.Ordinal))],
            HasImplicitUsings = false,
            TestCode = Tool("[|\"placeholder\"|]"),
            FixedCode = Tool($"Environment.GetEnvironmentVariable(\"{variable}\") ?? throw new InvalidOperationException(\"Set {variable}.\")"),
            CodeActionTitle = "Read from the environment (roll the exposed key)",
        }.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task RealSecret_IsReplacedWhereItIsOnItsWayToStripe()
    {
        var test = new CSharpCodeFixTest<SecretAnalyzer, CompileTimeCredentialFix>
        {
            TestCode = TestSecret.Plant("""
                using Stripe;
                class Shop(IConfiguration configuration)
                {
                    void Start() => StripeConfiguration.ApiKey = "[|LIVE|]";
                    StripeClient Client() => new([|"sk_live_" + "BODY"|]);
                    Event Read(string json, string header) => EventUtility.ConstructEvent(json, header, secret: @"[|WEBHOOK|]");
                    void Locally() { var key = "[|TEST|]"; _ = new RequestOptions { ApiKey = key }; }
                }
                """),
            FixedCode = $$"""
                using Stripe;
                class Shop(IConfiguration configuration)
                {
                    void Start() => StripeConfiguration.ApiKey = configuration{{Key}};
                    StripeClient Client() => new(configuration{{Key}});
                    Event Read(string json, string header) => EventUtility.ConstructEvent(json, header, secret: configuration{{Secret}});
                    void Locally() { var key = configuration{{Key}}; _ = new RequestOptions { ApiKey = key }; }
                }
                """,
            CodeActionTitle = "Read from configuration (roll the exposed key)",
        };
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task SeveralFiles_AreFixedAtOnce()
    {
        var test = new CSharpCodeFixTest<CredentialAnalyzer, CompileTimeCredentialFix>
        {
            TestCode = InMethod("StripeConfiguration.ApiKey = [|\"placeholder\"|]; _ = new StripeClient([|\"placeholder\"|]);"),
            FixedCode = InMethod($"StripeConfiguration.ApiKey = config{Key}; _ = new StripeClient(config{Key});"),
        };
        const string other = "using Stripe; class Other { void A(IConfiguration a) => StripeConfiguration.ApiKey = @; void B() => StripeConfiguration.ApiKey = [|\"placeholder\"|]; }";
        test.TestCode = other.Replace("@", "[|\"placeholder\"|]", StringComparison.Ordinal);
        test.FixedCode = other.Replace("@", "a" + Key, StringComparison.Ordinal);
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task WithoutUsingSystem_TheExceptionIsNamedInFull()
    {
        var test = new CSharpCodeFixTest<CredentialAnalyzer, CompileTimeCredentialFix> { HasImplicitUsings = false };
        const string code = "class Shop { void Start(Microsoft.Extensions.Configuration.IConfiguration config) => Stripe.StripeConfiguration.ApiKey = @; }";
        test.TestCode = code.Replace("@", "[|\"placeholder\"|]", StringComparison.Ordinal);
        test.FixedCode = code.Replace(
            "@", "config[\"Stripe:SecretKey\"] ?? throw new System.InvalidOperationException(\"Set Stripe:SecretKey.\")", StringComparison.Ordinal);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    // No configuration is in scope, or none that can be reached.
    [InlineData("class Shop { void M() => StripeConfiguration.ApiKey = [|\"placeholder\"|]; }")]
    [InlineData("class Shop { readonly IConfiguration _config = null!; static void M() => StripeConfiguration.ApiKey = [|\"placeholder\"|]; }")]
    [InlineData("class Shop { readonly IConfiguration _config = null!; readonly StripeClient _client = new([|\"placeholder\"|]); }")]
    [InlineData("class Shop(IConfiguration config) { static void M() => StripeConfiguration.ApiKey = [|\"placeholder\"|]; bool Has => config[\"A\"] is null; }")]
    [InlineData("class Shop { void M(IConfiguration config) { Action start = static () => StripeConfiguration.ApiKey = [|\"placeholder\"|]; } }")]
    [InlineData("class Shop { void M(IConfiguration config) { Start(); static void Start() => StripeConfiguration.ApiKey = [|\"placeholder\"|]; } }")]
    [InlineData("class Shop { void M() { StripeConfiguration.ApiKey = [|\"placeholder\"|]; IConfiguration config = new ConfigurationBuilder().Build(); _ = config[\"A\"]; } }")]
    [InlineData("class Shop { void M() { IConfiguration config; StripeConfiguration.ApiKey = [|\"placeholder\"|]; config = null!; _ = config[\"A\"]; } }")]
    [InlineData("class Base { private IConfiguration Configuration { get; } = null!; bool Has => Configuration[\"A\"] is null; } class Shop : Base { void M() => StripeConfiguration.ApiKey = [|\"placeholder\"|]; }")]
    [InlineData("class Settings { public string? this[string key] => key; } class Shop { void M(Settings configuration) => StripeConfiguration.ApiKey = [|\"placeholder\"|]; }")]
    [InlineData("class App { public object Configuration { get; } = new(); } class Shop { void M(App app) => StripeConfiguration.ApiKey = [|\"placeholder\"|]; }")]
    [InlineData("class App { public static IConfiguration Configuration { get; } = null!; } class Shop { void M(App app) => StripeConfiguration.ApiKey = [|\"placeholder\"|]; }")]
    [InlineData("class Shop { readonly IConfiguration _config = null!; static Shop() => StripeConfiguration.ApiKey = [|\"placeholder\"|]; bool Has => _config[\"A\"] is null; }")]
    [InlineData("class Shop { IConfiguration Settings { get; } = null!; static StripeClient Client { get; } = new([|\"placeholder\"|]); }")]
    [InlineData("class Shop { readonly IConfiguration _config = null!; class Inner { void M() => StripeConfiguration.ApiKey = [|\"placeholder\"|]; } }")]
    [InlineData("class Shop { IConfiguration Configuration() => null!; void M() => StripeConfiguration.ApiKey = [|\"placeholder\"|]; }")]
    [InlineData("class Shop { IConfiguration this[int index] => null!; void M() => StripeConfiguration.ApiKey = [|\"placeholder\"|]; }")]
    [InlineData("class Shop { IConfiguration Settings { set { } } void M() => StripeConfiguration.ApiKey = [|\"placeholder\"|]; }")]
    [InlineData("class Shop { void M() { { IConfiguration config = new ConfigurationBuilder().Build(); _ = config[\"A\"]; } StripeConfiguration.ApiKey = [|\"placeholder\"|]; } }")]
    [InlineData("class Shop { void M() { Action<IConfiguration> other = config => { }; StripeConfiguration.ApiKey = [|\"placeholder\"|]; } }")]
    [InlineData("class Shop { void M(object given) { if (given is IConfiguration config) _ = config[\"A\"]; StripeConfiguration.ApiKey = [|\"placeholder\"|]; } }")]
    [InlineData("class Shop { Func<StripeClient> M(in IConfiguration config) => () => new([|\"placeholder\"|]); }")]
    [InlineData("struct Shop(IConfiguration config) { Func<StripeClient> Client() => () => new([|\"placeholder\"|]); bool Has => config[\"A\"] is null; }")]
    [InlineData("class Shop { void M(IConfiguration[] configuration) => StripeConfiguration.ApiKey = [|\"placeholder\"|]; }")]
    [InlineData("class Shop { void M(Func<IConfiguration> configuration) => StripeConfiguration.ApiKey = [|\"placeholder\"|]; }")]
    [InlineData("class Shop { void M(IConfigurationBuilder configuration) => StripeConfiguration.ApiKey = [|\"placeholder\"|]; }")]
    [InlineData("class Shop { void M(IServiceProvider services) => StripeConfiguration.ApiKey = [|\"placeholder\"|]; }")]
    [InlineData("class Shop { void M(dynamic configuration) => StripeConfiguration.ApiKey = [|\"placeholder\"|]; }")]
    // In a section the setting would be looked for in the wrong place.
    [InlineData("class Shop { void M(IConfigurationSection section) => StripeConfiguration.ApiKey = [|\"placeholder\"|]; }")]
    [InlineData("class Shop { void M() { IConfiguration stripe = Root().GetSection(\"Stripe\"); StripeConfiguration.ApiKey = [|\"placeholder\"|]; _ = stripe[\"A\"]; } static IConfiguration Root() => new ConfigurationBuilder().Build(); }")]
    [InlineData("class Shop { readonly IConfiguration _stripe; Shop(IConfiguration all) => _stripe = all.GetSection(\"Stripe\"); void M() => StripeConfiguration.ApiKey = [|\"placeholder\"|]; }")]
    [InlineData("class Shop { void Start(IConfiguration all) => Use(all.GetSection(\"Stripe\")); private static void Use(IConfiguration stripe) => StripeConfiguration.ApiKey = [|\"placeholder\"|]; }")]
    // It may be null.
    [InlineData("class Shop { void M(IConfiguration? config = null) => StripeConfiguration.ApiKey = [|\"placeholder\"|]; }")]
    [InlineData("class Shop { void M(WebApplicationBuilder? builder) => StripeConfiguration.ApiKey = [|\"placeholder\"|]; }")]
    // The language wants a constant, or does not want a throw.
    [InlineData("class Shop { const string Key = \"placeholder\"; void M(IConfiguration config) { var key = Key; StripeConfiguration.ApiKey = [|key|]; } }")]
    [InlineData("class Shop { void M(IConfiguration config) { const string key = \"placeholder\"; StripeConfiguration.ApiKey = [|key|]; } }")]
    [InlineData("class Shop { static readonly string Key = \"placeholder\"; void M(IConfiguration config) => StripeConfiguration.ApiKey = [|Key|]; }")]
    [InlineData("class Shop { System.Linq.Expressions.Expression<Func<object>> M(IConfiguration config) => () => new RequestOptions { ApiKey = [|\"placeholder\"|] }; }")]
    [InlineData("class Shop { void M(IConfiguration config) { var key = config[\"A\"]; key ??= \"placeholder\"; StripeConfiguration.ApiKey = [|key|]; } }")]
    // Which setting is which, or whether one is needed, only a person knows.
    [InlineData("class Shop { void M(IConfiguration config, bool live) => StripeConfiguration.ApiKey = [|live ? \"placeholder\" : \"other\"|]; }")]
    [InlineData("class Shop { void M(IConfiguration config, bool live) { var key = \"placeholder\"; if (live) key = \"other\"; StripeConfiguration.ApiKey = [|key|]; } }")]
    [InlineData("class Shop { void M(IConfiguration config, string? given) { var key = \"placeholder\"; if (given is not null) key = given; StripeConfiguration.ApiKey = [|key|]; } }")]
    [InlineData("class Shop { void M(IConfiguration config) => StripeConfiguration.ApiKey = [|Pick(config)|]; string Pick(IConfiguration c) => c[\"Mode\"] is null ? \"placeholder\" : c[\"Key\"]!; }")]
    [InlineData("class Shop { void M(IConfiguration config, int n) => StripeConfiguration.ApiKey = [|n switch { 0 => \"placeholder\", 1 => \"other\", _ => config[\"A\"] }|]; }")]
    [InlineData("class Shop { void M(IConfiguration config, bool live) => StripeConfiguration.ApiKey = [|config[live ? \"A\" : \"B\"] ?? (live ? \"placeholder\" : \"other\")|]; }")]
    // A remark would be lost.
    [InlineData("class Shop { void M(IConfiguration config) => StripeConfiguration.ApiKey = [|\"place\" /* why */ + \"holder\"|]; }")]
    public Task WhereNoReadWillDo_NoneIsOffered(string code) => Verify.VerifyCodeFixAsync(Planted(code), Planted(code));

    [Theory]
    [InlineData("const string Key = \"[|LIVE|]\"; void M(IConfiguration config) => StripeConfiguration.ApiKey = Key;")]
    [InlineData("static readonly string Key = \"[|LIVE|]\"; void M(IConfiguration config) => StripeConfiguration.ApiKey = Key;")]
    [InlineData("void M(IConfiguration config, string key = \"[|LIVE|]\") => StripeConfiguration.ApiKey = key;")]
    [InlineData("[Obsolete(\"[|LIVE|]\")] void M(IConfiguration config) => StripeConfiguration.ApiKey = config[\"Stripe:SecretKey\"];")]
    [InlineData("void M(IConfiguration config) => Console.WriteLine(\"[|LIVE|]\");")]
    [InlineData("void M(IConfiguration config) { var key = \"[|LIVE|]\"; Console.WriteLine(key); }")]
    [InlineData("void M(IConfiguration config) => StripeConfiguration.ApiKey = Decode(\"[|LIVE|]\"); static string Decode(string text) => new(text.Reverse().ToArray());")]
    [InlineData("void M(IConfiguration config) => StripeConfiguration.ApiKey = config[\"Stripe:SecretKey\"]; // [|LIVE|]")]
    [InlineData("void M(IConfiguration config) => StripeConfiguration.ApiKey = /* [|LIVE|] */ config[\"Stripe:SecretKey\"];")]
    [InlineData("void M(IConfiguration config, bool live) => StripeConfiguration.ApiKey = live ? \"[|LIVE|]\" : \"[|TEST|]\";")]
    [InlineData("void M(IConfiguration config) => StripeConfiguration.ClientId = \"[|LIVE|]\";")]
    [InlineData("void M() => StripeConfiguration.ApiKey = \"[|LIVE|]\";")]
    [InlineData("void M(IConfiguration config, string key) { if (key is \"[|LIVE|]\") StripeConfiguration.ApiKey = config[\"A\"]; }")]
    [InlineData("void M(IConfiguration config) => StripeConfiguration.ApiKey = new[] { \"[|LIVE|]\" }[0];")]
    [InlineData("void M(HttpRequestMessage request, IConfiguration config) => request.Headers.Add(\"Authorization\", $\"Bearer [|LIVE|] {config[\"A\"]}\");")]
    [InlineData("void M(IConfiguration config) { var page = config[\"Stripe:PublishableKey\"] ?? \"[|LIVE|]\"; Console.WriteLine(page); }")]
    public Task SecretThatIsNotTheCredentialItself_IsLeftToAPerson(string members)
    {
        var source = TestSecret.Plant(Planted($"class Shop {{ {members}\n}}"));
        return VerifySecret.VerifyCodeFixAsync(source, source);
    }

    [Fact]
    public Task OldLanguageVersion_GetsNoThrowExpression()
    {
        var source = Planted("class Shop { void M(IConfiguration config) { StripeConfiguration.ApiKey = [|\"placeholder\"|]; } }");
        var test = new CSharpCodeFixTest<CredentialAnalyzer, CompileTimeCredentialFix>
        {
            LanguageVersion = LanguageVersion.CSharp6,
            AllowCompileErrors = true, // The test's own global usings are too new.
            TestCode = source,
            FixedCode = source,
        };
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task CodeBrokenElsewhere_IsFixedAllTheSame()
    {
        const string code = "using Stripe; class Shop { void M(IConfiguration config) => StripeConfiguration.ApiKey = @; void Other() => Missing(); }";
        return new CSharpCodeFixTest<CredentialAnalyzer, CompileTimeCredentialFix>
        {
            AllowCompileErrors = true,
            TestCode = code.Replace("@", "[|\"placeholder\"|]", StringComparison.Ordinal),
            FixedCode = code.Replace("@", "config" + Key, StringComparison.Ordinal),
        }.RunAsync(TestContext.Current.CancellationToken);
    }

    private static string Planted(string code, string value = "") => "using Stripe;\n" + (value.Length > 0 ? code.Replace("@", value, StringComparison.Ordinal) : code);

    private static string InMethod(string statement) => $$"""
        using Stripe;
        class Shop
        {
            private const string Key = "placeholder";
            void M(IConfiguration config, StripeClient client, string[] args, string json, string header)
            {
                {{statement}}
            }
        }
        """;
}
