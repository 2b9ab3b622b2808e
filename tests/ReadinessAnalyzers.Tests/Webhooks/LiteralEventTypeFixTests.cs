using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.CodeFixes.Webhooks;

namespace ReadinessAnalyzers.Tests.Webhooks;

/// <summary>The constant of Stripe.net takes the place of a literal event type.</summary>
public class LiteralEventTypeFixTests
{
    [Fact]
    public Task Literals_BecomeConstants() => VerifyAsync(
        """
        using Stripe;
        class Webhook
        {
            int Handle(Event e) => e.Type switch
            {
                {|RDY2014:"invoice.paid"|} => 1,
                {|RDY2014:"customer.subscription.deleted"|} or EventTypes.CustomerSubscriptionUpdated => 2,
                "apps.install.created" => 3,
                _ => e.Type is {|RDY2014:"invoiceitem.created"|} ? 4 : 0, // one of two odd names
            };
        }
        """,
        """
        using Stripe;
        class Webhook
        {
            int Handle(Event e) => e.Type switch
            {
                EventTypes.InvoicePaid => 1,
                EventTypes.CustomerSubscriptionDeleted or EventTypes.CustomerSubscriptionUpdated => 2,
                "apps.install.created" => 3,
                _ => e.Type is EventTypes.InvoiceItemCreated ? 4 : 0, // one of two odd names
            };
        }
        """);

    [Fact]
    public Task WithoutAUsing_TheNameIsWrittenOut() => VerifyAsync(
        """
        class Webhook
        {
            bool IsPaid(Stripe.Event e) => e.Type == {|RDY2014:"invoice.paid"|};
        }
        """,
        """
        class Webhook
        {
            bool IsPaid(Stripe.Event e) => e.Type == Stripe.EventTypes.InvoicePaid;
        }
        """);

    [Fact]
    public Task OwnTypeOfThatName_DoesNotCaptureIt() => VerifyAsync(
        """
        namespace Shop
        {
            using Stripe;
            class EventTypes { public const string InvoicePaid = "bill.settled"; }
            class Webhook
            {
                bool IsPaid(Event e) => e.Type == {|RDY2014:"invoice.paid"|};
            }
        }
        """,
        """
        namespace Shop
        {
            using Stripe;
            class EventTypes { public const string InvoicePaid = "bill.settled"; }
            class Webhook
            {
                bool IsPaid(Event e) => e.Type == Stripe.EventTypes.InvoicePaid;
            }
        }
        """);

    [Fact]
    public Task Before46_TheClassIsEvents() => VerifyAsync(
        """
        using Stripe;
        class Webhook
        {
            bool IsPaid(Event e) => e.Type == {|RDY2014:"invoice.paid"|} || e.Type == "invoice.overdue";
        }
        """,
        """
        using Stripe;
        class Webhook
        {
            bool IsPaid(Event e) => e.Type == Events.InvoicePaid || e.Type == "invoice.overdue";
        }
        """,
        [.. TestReferences.Framework, StripeBefore46()]);

    [Fact]
    public Task Before46_AnotherEventsDoesNotCaptureIt() => VerifyAsync(
        """
        namespace Shop
        {
            using Stripe;
            static class Events { public const string InvoicePaid = "bill.settled"; }
            class Webhook
            {
                bool IsPaid(Event e) => e.Type == {|RDY2014:"invoice.paid"|};
            }
        }
        """,
        """
        namespace Shop
        {
            using Stripe;
            static class Events { public const string InvoicePaid = "bill.settled"; }
            class Webhook
            {
                bool IsPaid(Event e) => e.Type == Stripe.Events.InvoicePaid;
            }
        }
        """,
        [.. TestReferences.Framework, StripeBefore46()]);

    private static Task VerifyAsync(string source, string fixedSource, ImmutableArray<MetadataReference>? references = null) =>
        new CSharpCodeFixTest<EventTypeAnalyzer, LiteralEventTypeFix>
        {
            TestCode = source,
            FixedCode = fixedSource,
            References = references ?? TestReferences.All,
            EnabledDiagnostics = { "RDY2014" },
        }.RunAsync(TestContext.Current.CancellationToken);

    private static MetadataReference StripeBefore46() => SourceCompilation.Of(TestReferences.Framework, """
        namespace Stripe
        {
            public class Event { public string Type { get; set; } = ""; }
            public static class EventUtility { }
            public static class Events { public const string InvoicePaid = "invoice.paid"; }
        }
        """).ToMetadataReference();
}
