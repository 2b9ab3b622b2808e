using ReadinessAnalyzers.CodeFixes.Webhooks;
using Verify = ReadinessAnalyzers.Tests.CSharpCodeFixVerifier<ReadinessAnalyzers.EventTypeAnalyzer, ReadinessAnalyzers.CodeFixes.Webhooks.UnknownEventTypeFix>;

namespace ReadinessAnalyzers.Tests.Webhooks;

/// <summary>The near name takes the place of one that Stripe does not know.</summary>
public class UnknownEventTypeFixTests
{
    [Fact]
    public Task Literals_BecomeTheNearNames() => Verify.VerifyCodeFixAsync(
        """
        using Stripe;
        class Webhook
        {
            int Handle(Event e)
            {
                switch (e.Type)
                {
                    case [|"payment_intent.failed"|] /* declined */: return 1;
                    case "invoice.paid": return 2;
                }
                return e.Type is [|"checkout.completed"|] ? 3 : 0;
            }
        }
        """,
        """
        using Stripe;
        class Webhook
        {
            int Handle(Event e)
            {
                switch (e.Type)
                {
                    case "payment_intent.payment_failed" /* declined */: return 1;
                    case "invoice.paid": return 2;
                }
                return e.Type is "checkout.session.completed" ? 3 : 0;
            }
        }
        """);

    [Theory]
    [InlineData("e.Type.ToUpperInvariant() == {0}", "PAYMENT_INTENT.FAILED", "PAYMENT_INTENT.PAYMENT_FAILED")]
    [InlineData("e.Type?.Trim().ToUpper() is EventTypes.InvoicePaid or {0}", "PAYMENT_INTENT.FAILED", "PAYMENT_INTENT.PAYMENT_FAILED")]
    [InlineData("string.Equals(e.Type.ToUpperInvariant(), {0}, System.StringComparison.OrdinalIgnoreCase)", "Payment_Intent.Failed", "payment_intent.payment_failed")]
    [InlineData("e.Type.ToLowerInvariant() == {0}", "PAYMENT_INTENT.FAILED", "payment_intent.payment_failed")]
    public Task LettersAreInTheCaseInWhichTheyAreCompared(string comparison, string wrong, string right)
    {
        return Verify.VerifyCodeFixAsync(Source($"[|\"{wrong}\"|]"), Source($"\"{right}\""));

        string Source(string type) => $$"""
            using Stripe;
            class Webhook
            {
                bool A(Event e) => {{string.Format(System.Globalization.CultureInfo.InvariantCulture, comparison, type)}};
            }
            """;
    }

    [Fact]
    public Task AmongConstants_ItBecomesOne() => new CSharpCodeFixTest<EventTypeAnalyzer, UnknownEventTypeFix>
    {
        TestCode = """
            using Stripe;
            class Webhook
            {
                bool A(Event e) => e.Type == EventTypes.InvoicePaid || e.Type == [|"payment_intent.failed"|];
            }
            """,
        FixedCode = """
            using Stripe;
            class Webhook
            {
                bool A(Event e) => e.Type == EventTypes.InvoicePaid || e.Type == EventTypes.PaymentIntentPaymentFailed;
            }
            """,
        CodeActionTitle = "Write EventTypes.PaymentIntentPaymentFailed",
    }.RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public Task NameWithoutAConstant_StaysALiteralAmongConstants() => Verify.VerifyCodeFixAsync(
        """
        using Stripe;
        class Webhook
        {
            bool A(Event e) => e.Type is EventTypes.InvoicePaid or [|"apps.install.create"|];
        }
        """,
        """
        using Stripe;
        class Webhook
        {
            bool A(Event e) => e.Type is EventTypes.InvoicePaid or "apps.install.created";
        }
        """);

    [Theory]
    [InlineData("""case [|"payment_intent.failed"|]: return 1; case "payment_intent.payment_failed": return 2;""")] // two cases of one name
    [InlineData("""case [|"transfer.failed"|]: return 1;""")] // payouts carry another object
    [InlineData("""case [|Failed|]: return 1;""")] // others may use the constant
    [InlineData("""case [|"quantum.entangled"|]: return 1;""")]
    public Task WhereAPersonMustDecide_NoFixIsOffered(string label)
    {
        var source = $$"""
            using Stripe;
            class Webhook
            {
                const string Failed = "payment_intent.failed";
                int Handle(Event e) { switch (e.Type) { {{label}} default: return 0; } }
            }
            """;
        return Verify.VerifyCodeFixAsync(source, source);
    }
}
