using Microsoft.CodeAnalysis.Diagnostics;

namespace ReadinessAnalyzers.Tests.Secrets;

/// <summary>A secret that is written in the source and handed to Stripe is one mistake, whichever rules could speak of it.</summary>
public sealed class OneMistakeTests
{
    [Theory]
    [InlineData("void M() => StripeConfiguration.ApiKey = \"LIVE\";")]
    [InlineData("void M() => StripeConfiguration.ApiKey = \"SK_LIVE_\" + \"BODY\";")]
    [InlineData("void M() => StripeConfiguration.ApiKey = \"s\" + \"k_live_\" + \"BODY\";")]
    [InlineData("const string Body = \"BODY\"; void M() => StripeConfiguration.ApiKey = \"SK_LIVE_\" + Body;")]
    [InlineData("const string Body = \"BODY\"; void M() => StripeConfiguration.ApiKey = $\"SK_LIVE_{Body}\";")]
    [InlineData("const string Prefix = \"SK_LIVE_\", Body = \"BODY\"; void M() => StripeConfiguration.ApiKey = Prefix + Body;")]
    [InlineData("const string SecretKey = \"SK_LIVE_\" + \"BODY\"; void M() => StripeConfiguration.ApiKey = SecretKey;")]
    [InlineData("const string A = \"LIVE\", B = A; void M() => StripeConfiguration.ApiKey = B;")]
    [InlineData("static readonly string ApiKey = string.Concat(\"SK_LIVE_\", \"BODY\"); void M() => StripeConfiguration.ApiKey = ApiKey;")]
    [InlineData("void M() { const string secret = \"WHSEC_\" + \"BODYBODY\"; EventUtility.ConstructEvent(\"\", \"\", secret); }")]
    [InlineData("void M() => EventUtility.ConstructEvent(\"\", \"\", \"whsec\\u005fBODYBODY\");")]
    [InlineData("void M(IConfiguration c) => StripeConfiguration.ApiKey = c[\"Stripe:SecretKey\"] ?? \"SK_LIVE_\" + \"BODY\";")]
    public Task SecretThatIsPutTogether_IsReportedWhereItIsPutTogether(string member) => VerifyAsync(member, "RDY1001");

    // What has no secret's shape is no secret in source.
    [Theory]
    [InlineData("void M() => StripeConfiguration.ApiKey = \"SK_LIVE_\" + \"your_key\";")]
    [InlineData("const string A = \"placeholder\", B = A; void M() => StripeConfiguration.ApiKey = B;")]
    [InlineData("const string ApiKey = \"BODYBODY\"; void M() => StripeConfiguration.ApiKey = ApiKey;")]
    public Task OtherConstant_IsReportedWhereItIsHandedOver(string member) => VerifyAsync(member, "RDY1002");

    private static async Task VerifyAsync(string member, string rule)
    {
        var reported = await SourceCompilation.Of(TestSecret.Plant($"using Stripe;\nclass C\n{{\n    {member}\n}}"))
            .WithAnalyzers([new SecretAnalyzer(), new CredentialAnalyzer(), new ExposedCredentialAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Equal([rule], reported.Select(diagnostic => diagnostic.Id));
    }
}
