using Verify = ReadinessAnalyzers.Tests.CSharpAnalyzerVerifier<ReadinessAnalyzers.SignatureAnalyzer>;

namespace ReadinessAnalyzers.Tests.Webhooks;

/// <summary>RDY2007: a tolerance that leaves room for a replay.</summary>
public sealed class ReplayProtectionOffTests
{
    [Theory]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, {|RDY2007:601|});")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, {|RDY2007:3600|});")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, {|RDY2007:60 * 60 * 24|});")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, tolerance: {|RDY2007:long.MaxValue|});")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, tolerance: {|RDY2007:int.MaxValue|}, throwOnApiVersionMismatch: false);")]
    [InlineData("EventUtility.ConstructEvent(tolerance: {|RDY2007:86400|}, json: json, stripeSignatureHeader: header, secret: secret);")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, {|RDY2007:86400|}, false);")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, {|RDY2007:86400|}, now);")]
    [InlineData("EventUtility.ValidateSignature(json, header, secret, {|RDY2007:Day|});")]
    [InlineData("client.ParseEventNotification(json, header, secret, {|RDY2007:Day|});")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, {|RDY2007:(long)TimeSpan.FromHours(1).TotalSeconds|});")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, {|RDY2007:(long)TimeSpan.FromMinutes(2 * Ten).TotalSeconds|});")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, {|RDY2007:(long)TimeSpan.FromDays(3).TotalSeconds|});")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, {|RDY2007:(long)TimeSpan.MaxValue.TotalSeconds|});")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, {|RDY2007:(long)Window.TotalSeconds|});")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, {|RDY2007:Allowed|});")]
    [InlineData("var tolerance = 7200; EventUtility.ConstructEvent(json, header, secret, {|RDY2007:tolerance|});")]
    [InlineData("var window = TimeSpan.FromHours(2); EventUtility.ConstructEvent(json, header, secret, {|RDY2007:(long)window.TotalSeconds|});")]
    public Task LongTolerance_IsReported(string statements) => Verify.VerifyAnalyzerAsync(InMethod(statements));

    [Theory]
    [InlineData("EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, 300);")] // R11: three apps write it out
    [InlineData("EventUtility.ConstructEvent(json, header, secret, 300, false);")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, tolerance: 300, throwOnApiVersionMismatch: true);")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, EventUtility.DefaultTimeTolerance);")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, 600);")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, 5 * 60, now);")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, (long)TimeSpan.FromMinutes(10).TotalSeconds);")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, (long)TimeSpan.FromHours(1).TotalMinutes);")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, 0);")] // refuses more, not less
    [InlineData("EventUtility.ConstructEvent(json, header, secret, -1);")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, config.GetValue(\"Tolerance\", 86400L));")]
    [InlineData("var tolerance = 7200; tolerance = config.GetValue<int>(\"Tolerance\"); EventUtility.ConstructEvent(json, header, secret, tolerance);")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, _changing);")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, 300, utcNow: 1767225600);")]
    [InlineData("EventUtility.ParseEvent(json);")]
    [InlineData("Own.EventUtility.ConstructEvent(json, header, secret, 86400);")]
    [InlineData("if (environment.IsDevelopment()) EventUtility.ConstructEvent(json, header, secret, long.MaxValue);")]
    public Task ShortOrUnknownTolerance_IsSilent(string statements) => Verify.VerifyAnalyzerAsync(InMethod(statements));

    [Theory]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, 86400L * );")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, \"86400\");")]
    [InlineData("EventUtility.ConstructEvent(json, header, tolerance: 86400);")]
    [InlineData("var t = t; EventUtility.ConstructEvent(json, header, secret, t);")]
    public Task HalfTypedOrUnbound_IsSilent(string statement) =>
        new CSharpAnalyzerTest<SignatureAnalyzer> { TestCode = InMethod(statement), AllowCompileErrors = true }.RunAsync(TestContext.Current.CancellationToken);

    private static string InMethod(string statements) => $$"""
        using Stripe;
        class Shop
        {
            private const int Day = 24 * 60 * 60;
            private const int Ten = 10;
            private static readonly TimeSpan Window = TimeSpan.FromHours(12);
            private static readonly long Allowed = 1800;
            private static long _changing = 1800;
            void M(IConfiguration config, IHostEnvironment environment, StripeClient client, string json, string header, string secret, long now)
            {
                _changing++;
                {{statements}}
            }
        }
        namespace Own
        {
            static class EventUtility { public static void ConstructEvent(string json, string header, string secret, long tolerance) { } }
        }
        """;
}
