using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Verify = ReadinessAnalyzers.Tests.CSharpAnalyzerVerifier<ReadinessAnalyzers.EventTypeAnalyzer>;

namespace ReadinessAnalyzers.Tests.Webhooks;

/// <summary>RDY2009: Stripe sends no event of that type.</summary>
public class UnknownEventTypeTests
{
    // ---- what is said

    [Fact]
    public Task NearName_IsNamed() => Verify.VerifyAnalyzerAsync("""
        using Stripe;
        class Webhook
        {
            bool IsFailure(Event e) => e.Type == {|#0:"payment_intent.failed"|};
        }
        """,
        Verify.Diagnostic("RDY2009").WithLocation(0).WithMessage(
            "'payment_intent.failed' is no event type of Stripe, so what waits for it never runs. Write 'payment_intent.payment_failed'."));

    [Fact]
    public Task OldName_IsToldItsSuccessor() => Verify.VerifyAnalyzerAsync("""
        using Stripe;
        class Webhook
        {
            bool IsPaidOut(Event e) => e.Type == {|#0:"transfer.paid"|};
        }
        """,
        Verify.Diagnostic("RDY2009").WithLocation(0).WithMessage(
            "'transfer.paid' is no event type of Stripe, so what waits for it never runs. Write 'payout.paid'."));

    [Fact]
    public async Task NameThatIsNearNone_IsASuggestion()
    {
        var compilation = SourceCompilation.Of("""
            using Stripe;
            class Webhook
            {
                bool IsNew(Event e) => e.Type == "quantum.entangled";
            }
            """);
        var diagnostics = await compilation.WithAnalyzers([new EventTypeAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        var found = Assert.Single(diagnostics);
        Assert.Equal(("RDY2009", DiagnosticSeverity.Info), (found.Id, found.Severity));
        Assert.Equal(
            "'quantum.entangled' is not among the event types of Stripe.net 52.2.0, so what waits for it may never run. Check the name, unless it is newer.",
            found.GetMessage());
    }

    [Theory]
    [InlineData("payment_intent.failed", "payment_intent.payment_failed")]
    [InlineData("payment_intent.cancelled", "payment_intent.canceled")]
    [InlineData("payment_intents.succeeded", "payment_intent.succeeded")]
    [InlineData("payment_intent.success", "payment_intent.succeeded")]
    [InlineData("PaymentIntentFailed", "payment_intent.payment_failed")]
    [InlineData("Invoice.Paid", "invoice.paid")]
    [InlineData("invoice.payed", "invoice.paid")]
    [InlineData("invoice_paid", "invoice.paid")]
    [InlineData("invoice.payment.succeeded", "invoice.payment_succeeded")]
    [InlineData("customer.invoice.paid", "invoice.paid")]
    [InlineData("subscription.deleted", "customer.subscription.deleted")]
    [InlineData("customer.subscription.cancelled", "customer.subscription.deleted")]
    [InlineData("customer-subscription-updated", "customer.subscription.updated")]
    [InlineData("checkout.completed", "checkout.session.completed")]
    [InlineData("session.completed", "checkout.session.completed")]
    [InlineData("checkout_session.completed", "checkout.session.completed")]
    [InlineData("completed.checkout.session", "checkout.session.completed")]
    [InlineData("dispute.created", "charge.dispute.created")]
    [InlineData("charge.refund", "charge.refunded")]
    [InlineData("transfer.failed", "payout.failed")]
    public void Nearest_IsTheOneThatWasMeant(string written, string meant) => Assert.Equal(meant, NearestEventType.To(written));

    [Theory]
    [InlineData("checkout.session")] // an object, and the end of the name might be anything
    [InlineData("customer.discount.source.coupon")] // a path to expand
    [InlineData("subscription.started")] // analytics of one's own
    [InlineData("session.minutes")]
    [InlineData("refund.success")] // Paystack's
    [InlineData("order.created")] // of an old API; another one is nearer to climate.order.created than to the truth
    [InlineData("invoiceitem.updated")]
    [InlineData("invoice.payment_intent.succeeded")]
    [InlineData("apps.uninstalled")]
    [InlineData("")]
    [InlineData("...")]
    public void Nearest_IsNotGuessed(string written) => Assert.Null(NearestEventType.To(written));

    [Fact]
    public void List_HoldsEveryConstantOfStripeNet()
    {
        var constants = SourceCompilation.Of("").GetTypeByMetadataName("Stripe.EventTypes")!.GetMembers().OfType<IFieldSymbol>()
            .Select(field => (string)field.ConstantValue!).ToList();
        Assert.Empty(constants.Except(StripeEventTypes.All));
        Assert.All(StripeEventTypes.All.Except(constants), name => Assert.StartsWith("apps.install.", name, StringComparison.Ordinal));
    }

    // ---- where it is compared

    [Theory]
    [InlineData("""switch (e.Type) { case [|"payment_intent.failed"|]: break; case "invoice.paid": break; }""")]
    [InlineData("""switch (e.Type) { case [|"payment_intent.failed"|] when e.Livemode: break; }""")]
    [InlineData("""switch (e.Type) { case [|"payment_intent.failed"|] or "invoice.paid": break; }""")]
    [InlineData("""switch (e) { case { Type: [|"payment_intent.failed"|], Livemode: true }: break; }""")]
    [InlineData("""switch (e.Type, e.Livemode) { case ([|"payment_intent.failed"|], true): break; case ("invoice.paid" or [|"invoice.failed"|], _): break; }""")]
    [InlineData("""var x = e.Type switch { [|"payment_intent.failed"|] => 1, "invoice.paid" => 2, _ => 0 };""")]
    [InlineData("""var x = (e.Type, e.Livemode) switch { ([|"payment_intent.failed"|], true) => 1, _ => 0 };""")]
    [InlineData("""var x = e is { Type: [|"payment_intent.failed"|] };""")]
    [InlineData("""var x = e.Type is "invoice.paid" or [|"payment_intent.failed"|];""")]
    [InlineData("""var x = e.Type is not ("invoice.paid" or [|"payment_intent.failed"|]);""")]
    [InlineData("""var x = e.Type is [|"payment_intent.failed"|];""")]
    [InlineData("""var x = e.Type != [|"payment_intent.failed"|];""")]
    [InlineData("""var x = [|"payment_intent.failed"|] == (e.Type);""")]
    [InlineData("""var x = e?.Type == [|"payment_intent.failed"|];""")]
    [InlineData("""var x = (e?.Type ?? "") == [|"payment_intent.failed"|];""")]
    [InlineData("""var x = e!.Type!.ToLowerInvariant() == [|"payment_intent.failed"|];""")]
    [InlineData("""var x = e.Type.Equals([|"payment_intent.failed"|]);""")]
    [InlineData("""var x = e?.Type?.Equals([|"payment_intent.failed"|], StringComparison.Ordinal);""")]
    [InlineData("""var x = [|"payment_intent.failed"|].Equals(e.Type);""")]
    [InlineData("""var x = string.Equals(e.Type, [|"payment_intent.failed"|], StringComparison.OrdinalIgnoreCase);""")]
    [InlineData("""var x = StringComparer.Ordinal.Equals([|"payment_intent.failed"|], e.Type);""")]
    [InlineData("""var x = string.Compare(e.Type, [|"payment_intent.failed"|], StringComparison.Ordinal) == 0;""")]
    [InlineData("""var type = e.Type; if (type == [|"payment_intent.failed"|]) return;""")]
    [InlineData("""string? type = null; if (e.Livemode) { type = e.Type; } if (type is [|"payment_intent.failed"|]) return;""")]
    [InlineData("""var a = e.Type; var b = a.Trim(); Action act = () => { if (b == [|"payment_intent.failed"|]) { } };""")]
    [InlineData("""var x = new[] { "invoice.paid", [|"payment_intent.failed"|] }.Contains(e.Type);""")]
    [InlineData("""string[] known = ["invoice.paid", [|"payment_intent.failed"|]]; var x = known.Contains(e.Type);""")]
    [InlineData("""string[] known = { "invoice.paid", [|"payment_intent.failed"|] }; var x = Array.IndexOf(known, e.Type) >= 0;""")]
    [InlineData("""var known = new HashSet<string>(new[] { [|"payment_intent.failed"|] }, StringComparer.Ordinal); var x = known.Contains(e.Type);""")]
    [InlineData("""var known = System.Collections.Immutable.ImmutableHashSet.Create("invoice.paid", [|"payment_intent.failed"|]); var x = known.Contains(e.Type);""")]
    [InlineData("""var known = new Dictionary<string, int> { { [|"payment_intent.failed"|], 1 }, { "invoice.paid", 2 } }; var x = known[e.Type];""")]
    [InlineData("""var known = new Dictionary<string, int> { [[|"payment_intent.failed"|]] = 1 }; known.TryGetValue(e.Type, out var x);""")]
    [InlineData("""var known = new Dictionary<string, int>(); known[[|"payment_intent.failed"|]] = 1; known.Add([|"invoice.failed"|], 2); known.TryGetValue(e.Type, out var x);""")]
    public Task Comparison_IsSeenInEveryForm(string statement) => Verify.VerifyAnalyzerAsync($$"""
        using Stripe;
        class Webhook
        {
            void Handle(Event e) { {{statement}} }
        }
        """);

    [Theory]
    [InlineData("""private static readonly HashSet<string> Known = ["invoice.paid", [|"payment_intent.failed"|]];""")]
    [InlineData("""private static readonly string[] Known = { "invoice.paid", [|"payment_intent.failed"|] };""")]
    [InlineData("""private static IReadOnlyList<string> Known => new[] { "invoice.paid", [|"payment_intent.failed"|] };""")]
    [InlineData("""private static IReadOnlyList<string> Known { get; } = new List<string> { "invoice.paid", [|"payment_intent.failed"|] }.AsReadOnly();""")]
    [InlineData("""private readonly List<string> Known; public Webhook() => Known = new() { [|"payment_intent.failed"|] };""")]
    public Task ElementsOfAMember_AreCompared(string member) => Verify.VerifyAnalyzerAsync($$"""
        using Stripe;
        class Webhook
        {
            {{member}}
            bool Knows(Event e) => Known.Contains(e.Type);
        }
        """);

    [Fact]
    public Task HandlersInAnotherFile_AreReportedThere() => new CSharpAnalyzerTest<EventTypeAnalyzer>
    {
        Sources =
        {
            ("/0/Webhook.cs", """
                using Stripe;
                class Webhook(Handlers handlers)
                {
                    void Handle(Event e)
                    {
                        if (handlers.ByType.TryGetValue(e.Type, out var handler))
                            handler();
                    }
                }
                """),
            ("/0/Handlers.cs", """
                class Handlers
                {
                    public Dictionary<string, Action> ByType { get; } = new()
                    {
                        ["checkout.session.completed"] = () => { },
                        [[|"checkout.session.finished"|]] = () => { },
                        [[|"checkout_session.expired"|]] = () => { },
                    };
                }
                """),
        },
    }.RunAsync(TestContext.Current.CancellationToken);

    // savchenkoaddev/TraffiLearn.WebApi: the switch is in a helper that knows no Stripe.
    [Fact]
    public Task HelperThatIsHandedTheType_IsRead() => new CSharpAnalyzerTest<EventTypeAnalyzer>
    {
        Sources =
        {
            ("/0/Webhook.cs", """
                using Stripe;
                class Webhook
                {
                    void Handle(Event stripeEvent)
                    {
                        var kind = TypeHelper.Parse(stripeEvent.Type);
                        var same = stripeEvent.Type.ToKind();
                    }
                }
                """),
            ("/0/TypeHelper.cs", """
                enum Kind { Completed, Failed, Unknown }
                static class TypeHelper
                {
                    public static Kind Parse(string type) => type switch
                    {
                        "checkout.session.completed" => Kind.Completed,
                        [|"payment_intent.failed"|] => Kind.Failed,
                        _ => Kind.Unknown,
                    };

                    public static Kind ToKind(this string value)
                    {
                        if (value == [|"invoice.failed"|]) return Kind.Failed;
                        return Kind.Unknown;
                    }
                }
                """),
        },
    }.RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public Task HelperBehindAnInterface_IsRead() => Verify.VerifyAnalyzerAsync("""
        using Stripe;
        interface IDispatcher { void Dispatch(string json, string type); }
        class Dispatcher : IDispatcher
        {
            public void Dispatch(string json, string type)
            {
                switch (type) { case [|"payment_intent.failed"|]: break; }
            }
        }
        class Webhook(IDispatcher dispatcher)
        {
            void Handle(Event e, string json) => dispatcher.Dispatch(type: e.Type, json: json);
        }
        """);

    [Theory]
    [InlineData("""const string Failed = "payment_intent.failed";""")]
    [InlineData("""static readonly string Failed = "payment_intent.failed";""")]
    [InlineData("""const string Failed = "payment_intent" + ".failed";""")]
    public Task OwnConstants_AreJudgedByTheirValue(string member) => Verify.VerifyAnalyzerAsync($$"""
        using Stripe;
        class Webhook
        {
            {{member}}
            bool IsFailure(Event e) => e.Type == [|Failed|];
        }
        """);

    [Fact]
    public Task ConstantsInPatterns_AreJudgedByTheirValue() => Verify.VerifyAnalyzerAsync("""
        using Stripe;
        static class Names { public const string Failed = "payment_intent.failed"; public const string Paid = "invoice.paid"; }
        class Webhook
        {
            bool A(Event e) => e.Type is [|Names.Failed|];
            bool B(Event e) => e.Type is Names.Paid or [|Names.Failed|];
            bool C(Event e) => e.Type is EventTypes.InvoicePaid;
        }
        """);

    // ---- near-misses

    [Theory]
    [InlineData("""var x = e.Type == "invoice.paid";""")]
    [InlineData("""var x = e.Type == EventTypes.PaymentIntentPaymentFailed;""")]
    [InlineData("""var x = e.Type == "ping";""")]
    [InlineData("""var x = e.Type == "";""")]
    [InlineData("""var x = e.Type == null || e.Type == "*" || e.Type == "unknown";""")]
    [InlineData("""var x = e.Type == "apps.install.created";""")] // newer than Stripe.net 52.2.0
    [InlineData("""var x = e.Type == "v1.billing.meter.error_report_triggered";""")] // the other list
    [InlineData("""var x = string.Equals(e.Type, "Invoice.Paid", StringComparison.OrdinalIgnoreCase);""")]
    [InlineData("""var x = e.Type.ToUpperInvariant() == "INVOICE.PAID";""")]
    [InlineData("""var x = IsPaid(e.Type.ToUpperInvariant()); static bool IsPaid(string type) => type == "INVOICE.PAID";""")]
    [InlineData("""var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "Invoice.Paid" }; var x = known.Contains(e.Type);""")]
    [InlineData("""var x = e.Type.StartsWith("payment_intent.failed");""")]
    [InlineData("""var x = e.Type.Contains("payment_intent.failed");""")]
    [InlineData("""var x = "payment_intent.failed,invoice.paid".Contains(e.Type);""")]
    [InlineData("""var x = e.Account == "payment_intent.failed" || e.Object == "checkout.session";""")]
    [InlineData("""Console.WriteLine(e.Type + "payment_intent.failed"); Console.WriteLine("{0}", "payment_intent.failed");""")]
    [InlineData("""var type = e.Type; var other = "payment_intent.failed"; if (other == "payment_intent.failed") type = other;""")]
    [InlineData("""var options = new SubscriptionUpdateOptions(); options.AddExpand("customer.discount.source.coupon");""")]
    [InlineData("""string[] expand = ["checkout.session"]; var x = expand.Contains(e.Account);""")]
    public Task OtherTexts_AreLeftAlone(string statement) => Verify.VerifyAnalyzerAsync($$"""
        using Stripe;
        class Webhook
        {
            void Handle(Event e) { {{statement}} }
        }
        """);

    // libionmclear/project-kronoscript: an analytics event beside a Stripe webhook.
    [Fact]
    public Task OwnAnalyticsEvents_AreNotStripes() => Verify.VerifyAnalyzerAsync("""
        using Stripe;
        class AnalyticsEvent { public string Type { get; set; } = ""; }
        class Admin
        {
            int Count(IEnumerable<AnalyticsEvent> events) =>
                events.Count(e => e.Type == "subscription.started") + events.Count(e => e.Type == "session.minutes");
            bool IsPaid(Event stripeEvent) => stripeEvent.Type == "invoice.paid";
        }
        """);

    [Fact]
    public Task OwnTypeCalledEvent_IsNotStripes() => Verify.VerifyAnalyzerAsync("""
        namespace Shop
        {
            class Event { public string Type { get; set; } = ""; }
            class Stripe { bool IsFailure(Event e) => e.Type == "payment_intent.failed"; }
        }
        """);

    // Paystack's names beside Stripe's, in one method for both.
    [Fact]
    public Task MethodForSeveralProviders_IsLeftAlone() => Verify.VerifyAnalyzerAsync("""
        using Stripe;
        class PaystackEvent { public string Type { get; set; } = ""; }
        class Webhook
        {
            void FromStripe(Event e) => Handle(e.Type);
            void FromPaystack(PaystackEvent e) => Handle(e.Type);
            void Handle(string type)
            {
                switch (type)
                {
                    case "charge.success":
                    case "transfer.failed":
                    case "charge.succeeded":
                        break;
                }
            }
        }
        """);

    [Fact]
    public Task MethodThatIsHandedOutAsADelegate_IsLeftAlone() => Verify.VerifyAnalyzerAsync("""
        using Stripe;
        class Webhook
        {
            Action<string> Handler => Handle;
            void FromStripe(Event e) => Handle(e.Type);
            void Handle(string type) { if (type == "charge.success") { } }
        }
        """);

    [Fact]
    public Task VariableThatHoldsOtherTextsToo_IsLeftAlone() => Verify.VerifyAnalyzerAsync("""
        using Stripe;
        class Webhook
        {
            void Handle(Event? e, string paystack)
            {
                var type = paystack;
                if (e is not null)
                    type = e.Type;
                if (type == "charge.success") { }
            }
        }
        """);

    [Fact]
    public Task ThinEvents_HaveNamesOfTheirOwn() => Verify.VerifyAnalyzerAsync("""
        using Stripe.V2.Core;
        class Webhook
        {
            bool IsMeter(EventNotification e) => e.Type == "v1.billing.meter.error_report_triggered" || e.Type == "payment_intent.failed";
            bool IsOf(Event e) => e.Type is "v2.core.account.created" or "v2.core.accounts.created";
        }
        """);

    [Fact]
    public Task TestProject_IsNotAsked() => new CSharpAnalyzerTest<EventTypeAnalyzer>
    {
        TestCode = """
            using Stripe;
            class Tests { bool Unknown(Event e) => e.Type == "payment_intent.failed"; }
            """,
        GlobalOptions = { ["build_property.IsTestProject"] = "true" },
    }.RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public Task ConstantOfTheReferencedVersion_IsKnown() => new CSharpAnalyzerTest<EventTypeAnalyzer>
    {
        TestCode = """
            using Stripe;
            class Webhook
            {
                bool A(Event e) => e.Type == "future.arrived";
                bool B(Event e) => e.Type == EventTypes.FutureArrived;
                bool C(Event e) => e.Type == [|"invoice.payed"|];
            }
            """,
        References = [.. TestReferences.Framework, FutureStripe()],
    }.RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public Task HalfTypedCode_IsBorne() => new CSharpAnalyzerTest<EventTypeAnalyzer>
    {
        TestCode = """
            using Stripe;
            class Webhook
            {
                void Handle(Event e)
                {
                    switch (e.Type) { case : case "invoice.paid": case EventTypes.: break; }
                    var x = e.Type == ;
                    var y = e.Type is ;
                    var z = (e.Type, ) switch { ("invoice.paid") => 1, (, ) => };
                    missing[e.Type].Go(e.Type); Missing(e.Type); e.Type.Missing("payment_intent.failed");
                    var { Type } = e; e?.Type?
                }
            }
            """,
        AllowCompileErrors = true,
    }.RunAsync(TestContext.Current.CancellationToken);

    private static MetadataReference FutureStripe()
    {
        var compilation = SourceCompilation.Of(TestReferences.Framework, """
            namespace Stripe
            {
                public class Event { public string Type { get; set; } = ""; }
                public static class EventUtility { }
                public static class EventTypes { public const string FutureArrived = "future.arrived"; public const string InvoicePaid = "invoice.paid"; }
            }
            """);
        return compilation.ToMetadataReference();
    }
}
