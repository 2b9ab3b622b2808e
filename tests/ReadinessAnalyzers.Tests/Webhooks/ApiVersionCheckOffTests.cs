namespace ReadinessAnalyzers.Tests.Webhooks;

/// <summary>RDY2013: the version of the API is not compared.</summary>
public sealed class ApiVersionCheckOffTests
{
    [Theory]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, throwOnApiVersionMismatch: {|RDY2013:false|});")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, 300, {|RDY2013:false|});")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, 300, now, {|RDY2013:false|});")]
    [InlineData("EventUtility.ConstructEvent(json, throwOnApiVersionMismatch: {|RDY2013:false|}, secret: secret, stripeSignatureHeader: header);")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, throwOnApiVersionMismatch: {|RDY2013:Never|});")]
    [InlineData("EventUtility.ParseEvent(json, {|RDY2013:false|});")]
    [InlineData("EventUtility.ParseEvent(json, throwOnApiVersionMismatch: {|RDY2013:false|});")]
    public Task CheckThatIsOff_IsReported(string statement) => VerifyAsync(statement);

    [Theory]
    [InlineData("EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, 300);")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, 300, now);")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, throwOnApiVersionMismatch: true);")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, throwOnApiVersionMismatch: options.Checks);")] // R12
    [InlineData("EventUtility.ConstructEvent(json, header, secret, throwOnApiVersionMismatch: now > 0);")]
    [InlineData("EventUtility.ParseEvent(json);")]
    [InlineData("EventUtility.ParseEvent(json, true);")]
    [InlineData("Own.EventUtility.ParseEvent(json, throwOnApiVersionMismatch: false);")]
    public Task CheckThatMayBeOn_IsSilent(string statement) => VerifyAsync(statement);

    [Theory]
    [InlineData("EventUtility.ConstructEvent(json, Missing.Headers[\"Stripe-Signature\"], secret, 300, {|RDY2013:false|});")]
    [InlineData("EventUtility.ConstructEvent(Missing.Body, header, secret, throwOnApiVersionMismatch: {|RDY2013:false|});")]
    [InlineData("EventUtility.ConstructEvent(json, Missing.Headers[\"Stripe-Signature\"], secret, 300, true);")]
    [InlineData("EventUtility.ConstructEvent(json, Missing.Headers[\"Stripe-Signature\"], false);")]
    [InlineData("Missing.ConstructEvent(json, header, secret, 300, false);")]
    [InlineData("Own.EventUtility.ParseEvent(Missing.Body, Missing.Header, throwOnApiVersionMismatch: false);")]
    public Task CallThatDoesNotBind_IsTakenAtItsConstant(string statement) =>
        new CSharpAnalyzerTest<SignatureAnalyzer> { TestCode = InMethod(statement), EnabledDiagnostics = { "RDY2013" }, AllowCompileErrors = true }
            .RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task UnlessAProjectAsks_NothingIsSaid() =>
        await new CSharpAnalyzerTest<SignatureAnalyzer> { TestCode = InMethod("EventUtility.ParseEvent(json, false);") }
            .RunAsync(TestContext.Current.CancellationToken);

    private static Task VerifyAsync(string statement) =>
        new CSharpAnalyzerTest<SignatureAnalyzer> { TestCode = InMethod(statement), EnabledDiagnostics = { "RDY2013" } }
            .RunAsync(TestContext.Current.CancellationToken);

    private static string InMethod(string statement) => $$"""
        using Stripe;
        class Options { public bool Checks { get; set; } = true; }
        class Shop
        {
            private const bool Never = false;
            void M(Options options, string json, string header, string secret, long now)
            {
                {{statement}}
            }
        }
        namespace Own
        {
            static class EventUtility { public static void ParseEvent(string json, bool throwOnApiVersionMismatch) { } }
        }
        """;
}
