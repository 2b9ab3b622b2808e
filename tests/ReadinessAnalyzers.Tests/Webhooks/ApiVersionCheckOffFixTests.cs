using ReadinessAnalyzers.CodeFixes.Webhooks;

namespace ReadinessAnalyzers.Tests.Webhooks;

/// <summary>The argument that switches the check off is left out.</summary>
public sealed class ApiVersionCheckOffFixTests
{
    [Theory]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, throwOnApiVersionMismatch: {|RDY2013:false|});", "EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, 300, {|RDY2013:false|});", "EventUtility.ConstructEvent(json, header, secret, 300);")]
    [InlineData("EventUtility.ConstructEvent(json, throwOnApiVersionMismatch: {|RDY2013:false|}, secret: secret, stripeSignatureHeader: header);", "EventUtility.ConstructEvent(json, secret: secret, stripeSignatureHeader: header);")]
    [InlineData("EventUtility.ConstructEvent(\n    json,\n    header,\n    secret,\n    throwOnApiVersionMismatch: {|RDY2013:false|}\n    );", "EventUtility.ConstructEvent(\n    json,\n    header,\n    secret\n    );")]
    [InlineData("EventUtility.ParseEvent(json, {|RDY2013:false|});", "EventUtility.ParseEvent(json);")]
    public Task Argument_IsLeftOut(string statement, string fixedStatement) => VerifyAsync(statement, fixedStatement);

    [Fact]
    public Task ArgumentWithARemark_IsLeftToAPerson() => VerifyAsync(
        "EventUtility.ParseEvent(json, /* old endpoint */ {|RDY2013:false|});",
        "EventUtility.ParseEvent(json, /* old endpoint */ {|RDY2013:false|});");

    private static Task VerifyAsync(string statement, string fixedStatement) =>
        new CSharpCodeFixTest<SignatureAnalyzer, ApiVersionCheckOffFix>
        {
            TestCode = InMethod(statement),
            FixedCode = InMethod(fixedStatement),
            EnabledDiagnostics = { "RDY2013" },
        }.RunAsync(TestContext.Current.CancellationToken);

    private static string InMethod(string statement) => $$"""
        using Stripe;
        class Shop
        {
            void M(string json, string header, string secret)
            {
                {{statement}}
            }
        }
        """;
}
