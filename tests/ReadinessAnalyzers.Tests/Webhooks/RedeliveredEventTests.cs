namespace ReadinessAnalyzers.Tests.Webhooks;

/// <summary>Where the rule reports; which effects and guards count is for <see cref="RepeatedEffectTests"/>.</summary>
public sealed class RedeliveredEventTests
{
    private const string Verified = "var paid = EventUtility.ConstructEvent(json, Request.Headers[\"Stripe-Signature\"], \"secret\");";

    [Fact]
    public Task EffectInTheEndpoint_IsReportedThere() => Verify(Controller(Verified + " [|new SmtpClient().Send(\"a@example.com\", \"b@example.com\", paid.Type, \"\")|];"));

    [Fact]
    public Task EffectInAMethodOfTheSameFile_IsReportedThere() => Verify(Controller(
        Verified + " Thank(paid);", "private static void Thank(Event paid) => [|new SmtpClient().Send(\"a@example.com\", \"b@example.com\", paid.Type, \"\")|];"));

    [Fact]
    public Task EffectInAnotherFile_IsReportedAtTheCallThatLeadsThere() => Verify(
        Controller(Verified + " if (paid.Data.Object is Stripe.Checkout.Session session) [|Thank(session)|];", "private void Thank(Stripe.Checkout.Session session) => new Receipts().Send(session.CustomerEmail);"),
        Receipts);

    [Fact]
    public Task EndpointThatHandsBodyAndHeaderOn_IsJudgedByWhatItCalls() => Verify(
        Controller("if (![|new Billing().Handle(json, Request.Headers[\"Stripe-Signature\"]!)|]) return BadRequest();"),
        Receipts,
        """
        using Stripe;
        public class Billing
        {
            public bool Handle(string json, string signature)
            {
                var paid = EventUtility.ConstructEvent(json, signature, "secret");
                if (paid.Type == EventTypes.InvoicePaid)
                    new Receipts().Send("b@example.com");
                return true;
            }
        }
        """);

    [Theory]
    [InlineData(Verified + " if (seen.Add(paid.Id)) new SmtpClient().Send(\"a@example.com\", \"b@example.com\", paid.Type, \"\");")]
    [InlineData(Verified + " customer.Plan = paid.Type;")]
    [InlineData("var read = Event.FromJson(json); new SmtpClient().Send(\"a@example.com\", \"b@example.com\", read.Type, \"\");")] // not Stripe's own delivery: RDY2002
    [InlineData("new SmtpClient().Send(\"a@example.com\", \"b@example.com\", json, \"\");")]
    public Task GuardedHarmlessOrSomebodyElses_IsSilent(string body) => Verify(Controller(body));

    [Fact]
    public async Task Message_SaysWhatHappensAndWhatToDo()
    {
        var test = new WebhookTest("RDY2011") { TestCode = Controller(Verified + " {|#0:new PaymentIntentService().Create(new PaymentIntentCreateOptions())|};") };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("RDY2011").WithLocation(0).WithMessage(
            "'HookController.Receive' calls 'PaymentIntentService.Create' without an idempotency key each time an event arrives, and Stripe delivers some events more than once. "
            + "Save Event.Id together with the change, and skip an event that is there already."));
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    private const string Receipts = """
        using System.Net.Mail;
        public class Receipts { public void Send(string to) => new SmtpClient().Send("a@example.com", to, "Thanks", ""); }
        """;

    private static string Controller(string body, string member = "") => $$"""
        using System.Net.Mail;
        using Microsoft.AspNetCore.Mvc;
        using Stripe;

        public class Customer { public string? Plan { get; set; } }

        public class HookController(HashSet<string> seen, Customer customer) : ControllerBase
        {
            public async Task<IActionResult> Receive()
            {
                var json = await new StreamReader(Request.Body).ReadToEndAsync();
                {{body}}
                return Ok(seen.Count + customer.Plan);
            }
            {{member}}
        }
        """;

    private static async Task Verify(params string[] sources)
    {
        var test = new WebhookTest("RDY2011");
        foreach (var source in sources)
            test.TestCode = source;
        await test.RunAsync(TestContext.Current.CancellationToken);
    }
}
