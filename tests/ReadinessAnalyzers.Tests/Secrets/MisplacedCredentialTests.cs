using Verify = ReadinessAnalyzers.Tests.CSharpAnalyzerVerifier<ReadinessAnalyzers.CredentialAnalyzer>;

namespace ReadinessAnalyzers.Tests.Secrets;

/// <summary>RDY1005: a credential of the wrong kind, or a setting that is never found.</summary>
public class MisplacedCredentialTests
{
    private const string NeedsSecretKey = "a secret key (sk_… or rk_…)";
    private const string NeedsSigningSecret = "the endpoint's signing secret (whsec_…)";
    private const string CallsFail = "Stripe refuses every call";
    private const string SignaturesFail = "no signature of Stripe's ever matches";

    [Theory]
    [InlineData("StripeConfiguration.ApiKey = {|#0:\"pk_test_1\"|};", "StripeConfiguration.ApiKey", "a test-mode publishable key (pk_test_…)", NeedsSecretKey, CallsFail)]
    [InlineData("StripeConfiguration.ApiKey = {|#0:config[\"Stripe:Key\"] ?? \"pk_live_1\"|};", "StripeConfiguration.ApiKey", "a live publishable key (pk_live_…)", NeedsSecretKey, CallsFail)]
    [InlineData("_ = new StripeClient({|#0:\"whsec_1\"|});", "StripeClient(apiKey)", "a webhook secret (whsec_…)", NeedsSecretKey, CallsFail)]
    [InlineData("EventUtility.ConstructEvent(json, header, {|#0:\"sk_test_1\"|});", "EventUtility.ConstructEvent(secret)", "a test-mode secret key (sk_test_…)", NeedsSigningSecret, SignaturesFail)]
    public Task KeyOfAnotherKind_IsReportedAlone(string statement, string sink, string given, string needed, string consequence) =>
        Verify.VerifyAnalyzerAsync(InMethod(statement), Verify.Diagnostic("RDY1005").WithLocation(0)
            .WithArguments(sink, given, $"but takes {needed}: {consequence}", $"Read {needed} from configuration"));

    [Fact]
    public Task PublishableKeySetting_AsSecretKey_IsReported() => Verify.VerifyAnalyzerAsync(
        InMethod("StripeConfiguration.ApiKey = {|#0:config[\"Stripe:PublishableKey\"]|};"),
        Verify.Diagnostic("RDY1005").WithLocation(0).WithArguments(
            "StripeConfiguration.ApiKey", "the setting 'Stripe:PublishableKey'", $"which holds a publishable key: {CallsFail}",
            $"Pass the setting that holds {NeedsSecretKey}"));

    [Fact]
    public Task ApiKeySetting_AsWebhookSecret_IsReportedThere() => Verify.VerifyAnalyzerAsync(
        InMethod("""
            StripeConfiguration.ApiKey = config["Stripe:Key"];
            EventUtility.ConstructEvent(json, header, {|#0:config["Stripe:Key"]|});
            """),
        Verify.Diagnostic("RDY1005").WithLocation(0).WithArguments(
            "EventUtility.ConstructEvent(secret)", "the setting 'Stripe:Key'", $"which holds the API key: {SignaturesFail}",
            $"Pass the setting that holds {NeedsSigningSecret}"));

    [Fact]
    public Task WebhookSecretSetting_AsApiKey_IsReportedThere() => Verify.VerifyAnalyzerAsync(
        InMethod("""
            var client = new StripeClient({|RDY1005:config["Stripe:WebhookSecret"]|});
            EventUtility.ConstructEvent(json, header, config["Stripe:WebhookSecret"]);
            """));

    [Fact]
    public Task SettingOfAnotherFile_IsCompared()
    {
        var test = new CSharpAnalyzerTest<CredentialAnalyzer>
        {
            Sources =
            {
                ("/0/Start.cs", "static class Start { static void Up(IConfiguration config) => Stripe.StripeConfiguration.ApiKey = config[\"Stripe:ApiKey\"]; }"),
                ("/0/Hooks.cs", """
                    using Stripe;
                    class Hooks(IConfiguration config)
                    {
                        private readonly string? _secret = config["stripe:apikey"];
                        Event Read(string json, string header) => EventUtility.ConstructEvent(json, header, {|RDY1005:_secret|});
                    }
                    """),
            },
        };
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("StripeConfiguration.ApiKey = {|#0:config[\"Stripe: SecretKey\"]|};", "Stripe: SecretKey", "Stripe:SecretKey")]
    [InlineData("StripeConfiguration.ApiKey = {|#0:config.GetSection(\"Stripe \")[\"SecretKey\"]|};", "Stripe :SecretKey", "Stripe:SecretKey")]
    [InlineData("StripeConfiguration.ApiKey = {|#0:config.GetValue<string>(\" Stripe:SecretKey\")|};", " Stripe:SecretKey", "Stripe:SecretKey")]
    public Task NameWithAStrayBlank_IsReported(string statement, string name, string meant) => Verify.VerifyAnalyzerAsync(
        InMethod(statement),
        Verify.Diagnostic("RDY1005").WithLocation(0).WithArguments(
            "StripeConfiguration.ApiKey", $"the setting '{name}'", "whose name begins or ends with a blank, so it is never found", $"Write '{meant}'"));

    [Theory]
    [InlineData("StripeConfiguration.ApiKey = config[\"Stripe:SecretKey\"];")]
    [InlineData("StripeConfiguration.ApiKey = config[\"Stripe:RestrictedKey\"];")]
    [InlineData("StripeConfiguration.ApiKey = config[\"My Shop:Stripe Key\"];")] // a blank inside a word is a name like any other
    [InlineData("EventUtility.ConstructEvent(json, header, config[\"Stripe:SecretKey\"]);")] // nothing else reads it: only a name
    [InlineData("StripeConfiguration.ApiKey = config[\"Stripe:Webhook\"];")]
    [InlineData("StripeConfiguration.ApiKey = config[\"Stripe:A\"]; EventUtility.ConstructEvent(json, header, config[\"Stripe:B\"]);")]
    [InlineData("var publishable = config[\"Stripe:PublishableKey\"]; StripeConfiguration.ApiKey = config[\"Stripe:SecretKey\"];")]
    [InlineData("StripeConfiguration.ClientId = \"ca_1\";")]
    [InlineData("StripeConfiguration.ApiKey = config[\"Stripe:SecretKey\"] ?? throw new InvalidOperationException(\"pk_test_1 is no secret key\");")]
    [InlineData("var page = $\"<script>Stripe('{\"pk_test_1\"}')</script>\";")]
    public Task RightKindOrInDoubt_IsSilent(string statement) => Verify.VerifyAnalyzerAsync(InMethod(statement));

    [Fact]
    public Task OneHelperForBothSecrets_DoesNotMixThem() => Verify.VerifyAnalyzerAsync(InMethod("""
        string? Read(string name) => config[$"Stripe:{name}"];
        StripeConfiguration.ApiKey = Read("SecretKey");
        EventUtility.ConstructEvent(json, header, Read("WebhookSecret"));
        """));

    [Fact]
    public Task OneVariableForBothSecrets_IsNotJudged() => Verify.VerifyAnalyzerAsync(InMethod("""
        string? value = null;
        foreach (var name in new[] { "SecretKey", "WebhookSecret" })
        {
            value = name == "SecretKey" ? config["Stripe:SecretKey"] : config["Stripe:WebhookSecret"];
            if (name == "SecretKey") StripeConfiguration.ApiKey = value;
            else EventUtility.ConstructEvent(json, header, value);
        }
        """));

    [Fact]
    public Task TestProject_MayPassWhatItLikes()
    {
        var test = new CSharpAnalyzerTest<CredentialAnalyzer>
        {
            TestCode = InMethod("StripeConfiguration.ApiKey = \"pk_test_1\";"),
            GlobalOptions = { ["build_property.IsTestProject"] = "true" },
        };
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static string InMethod(string statement) => $$"""
        using Stripe;
        class Shop
        {
            void M(IConfiguration config, string json, string header)
            {
                {{statement}}
            }
        }
        """;
}
