using ReadinessAnalyzers.CodeFixes.Webhooks;
using Verify = ReadinessAnalyzers.Tests.CSharpCodeFixVerifier<ReadinessAnalyzers.SignatureAnalyzer, ReadinessAnalyzers.CodeFixes.Webhooks.ReplayProtectionOffFix>;

namespace ReadinessAnalyzers.Tests.Webhooks;

/// <summary>The tolerance is left out, or becomes the default where it must be given.</summary>
public sealed class ReplayProtectionOffFixTests
{
    [Theory]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, {|RDY2007:86400|});", "EventUtility.ConstructEvent(json, header, secret);")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, tolerance: {|RDY2007:long.MaxValue|}, throwOnApiVersionMismatch: true);", "EventUtility.ConstructEvent(json, header, secret, throwOnApiVersionMismatch: true);")]
    [InlineData("EventUtility.ConstructEvent(tolerance: {|RDY2007:86400|}, json: json, stripeSignatureHeader: header, secret: secret);", "EventUtility.ConstructEvent(json: json, stripeSignatureHeader: header, secret: secret);")]
    [InlineData("EventUtility.ConstructEvent(json, header, secret, {|RDY2007:86400|}, true);", "EventUtility.ConstructEvent(json, header, secret, EventUtility.DefaultTimeTolerance, true);")]
    [InlineData("Stripe.EventUtility.ConstructEvent(json, header, secret, {|RDY2007:86400|}, now);", "Stripe.EventUtility.ConstructEvent(json, header, secret, Stripe.EventUtility.DefaultTimeTolerance, now);")]
    [InlineData("EventUtility.ValidateSignature(json, header, secret, tolerance: {|RDY2007:86400|}, utcNow: now);", "EventUtility.ValidateSignature(json, header, secret, tolerance: EventUtility.DefaultTimeTolerance, utcNow: now);")]
    [InlineData("client.ParseEventNotification(json, header, secret, {|RDY2007:86400|});", "client.ParseEventNotification(json, header, secret);")]
    [InlineData("client.ParseEventNotification(json, header, secret, /* a day */ {|RDY2007:86400|});", "client.ParseEventNotification(json, header, secret, /* a day */ 300);")]
    [InlineData("EventUtility.ConstructEvent(\n    json,\n    header,\n    secret,\n    tolerance: {|RDY2007:86400|} // a day\n    );", "EventUtility.ConstructEvent(\n    json,\n    header,\n    secret // a day\n    );")]
    public Task LongTolerance_BecomesTheDefault(string statement, string fixedStatement) =>
        Verify.VerifyCodeFixAsync(InMethod(statement), InMethod(fixedStatement));

    private static string InMethod(string statement) => $$"""
        using Stripe;
        class Shop
        {
            void M(StripeClient client, string json, string header, string secret, long now)
            {
                {{statement}}
            }
        }
        """;
}
