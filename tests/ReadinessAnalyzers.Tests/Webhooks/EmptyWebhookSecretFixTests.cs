using ReadinessAnalyzers.CodeFixes.Webhooks;
using Verify = ReadinessAnalyzers.Tests.CSharpCodeFixVerifier<ReadinessAnalyzers.SignatureAnalyzer, ReadinessAnalyzers.CodeFixes.Webhooks.EmptyWebhookSecretFix>;

namespace ReadinessAnalyzers.Tests.Webhooks;

/// <summary>The empty string becomes a throw.</summary>
public sealed class EmptyWebhookSecretFixTests
{
    [Theory]
    [InlineData("EventUtility.ConstructEvent(json, header, config[\"S\"] ?? [|\"\"|]);", "EventUtility.ConstructEvent(json, header, config[\"S\"] ?? @);")]
    [InlineData("EventUtility.ConstructEvent(json, header, config[\"S\"] ?? [|string.Empty|] /* why */);", "EventUtility.ConstructEvent(json, header, config[\"S\"] ?? @ /* why */);")]
    [InlineData("var secret = config[\"S\"] ?? [|\"\"|]; EventUtility.ConstructEvent(json, header, secret);", "var secret = config[\"S\"] ?? @; EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("var secret = (config[\"S\"] ?? [|\"\"|]).Trim(); EventUtility.ConstructEvent(json, header, secret);", "var secret = (config[\"S\"] ?? @).Trim(); EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("EventUtility.ConstructEvent(json, header, config.GetValue(\"S\", [|\"\"|]));", "EventUtility.ConstructEvent(json, header, config.GetValue<string>(\"S\") ?? @);")]
    [InlineData("var secret = config.GetValue<string>(\"S\", [|string.Empty|]); EventUtility.ConstructEvent(json, header, secret);", "var secret = config.GetValue<string>(\"S\") ?? @; EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("var secret = config.GetValue(\"S\", [|\"\"|]).Trim(); EventUtility.ConstructEvent(json, header, secret);", "var secret = (config.GetValue<string>(\"S\") ?? @).Trim(); EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("EventUtility.ConstructEvent(json, header, Environment.GetEnvironmentVariable(\"S\") ?? [|\"\"|]);", "EventUtility.ConstructEvent(json, header, Environment.GetEnvironmentVariable(\"S\") ?? @);")]
    public Task Fallback_BecomesAThrow(string statements, string fixedStatements) => Verify.VerifyCodeFixAsync(
        InMethod(statements),
        InMethod(fixedStatements.Replace("@", "throw new InvalidOperationException(\"Set S.\")", StringComparison.Ordinal)));

    [Theory]
    [InlineData("EventUtility.ConstructEvent(json, header, [|\"\"|]);", "EventUtility.ConstructEvent(json, header, config@);")]
    [InlineData("EventUtility.ConstructEvent(secret: [|\"\"|], json: json, stripeSignatureHeader: header);", "EventUtility.ConstructEvent(secret: config@, json: json, stripeSignatureHeader: header);")]
    [InlineData("EventUtility.ConstructEvent(json, header, [|string.Empty|]);", "EventUtility.ConstructEvent(json, header, config@);")]
    public Task OnlyValue_BecomesARead(string statements, string fixedStatements) => Verify.VerifyCodeFixAsync(
        InMethod(statements),
        InMethod(fixedStatements.Replace("@", "[\"Stripe:WebhookSecret\"] ?? throw new InvalidOperationException(\"Set Stripe:WebhookSecret.\")", StringComparison.Ordinal)));

    [Fact]
    public Task FallbackInTheConstructor_BecomesAThrow() => Verify.VerifyCodeFixAsync(Constructor("[|\"\"|]"), Constructor("throw new InvalidOperationException(\"Set Stripe:WebhookSecret.\")"));

    [Theory] // What should stand there the code does not tell, or no throw may stand there.
    [InlineData("var secret = config[\"S\"]; secret ??= [|\"\"|]; EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("var secret = [|\"\"|]; if (config[\"S\"] is { } found) secret = found; EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("EventUtility.ConstructEvent(json, header, config[\"Mode\"] == \"a\" ? config[\"S\"] ?? [|\"\"|] : config[\"T\"] ?? \"\");")]
    public Task WithoutACertainReplacement_NoneIsOffered(string statements) => Verify.VerifyCodeFixAsync(InMethod(statements), InMethod(statements));

    private static string Constructor(string fallback) => $$"""
        using Stripe;
        class Hook
        {
            private readonly string _secret;
            public Hook(IConfiguration configuration) => _secret = configuration["Stripe:WebhookSecret"] ?? {{fallback}};
            public Event Read(string json, string header) => EventUtility.ConstructEvent(json, header, _secret);
        }
        """;

    private static string InMethod(string statements) => $$"""
        using Stripe;
        class Shop
        {
            void M(IConfiguration config, string json, string header)
            {
                {{statements}}
            }
        }
        """;
}
