namespace ReadinessAnalyzers.Tests.Webhooks;

/// <summary>Endpoints that hand the body to a method of the app, which makes an event of it.</summary>
public sealed class HandedBodyTests
{
    [Fact]
    public Task ServiceThatParsesAndActs_IsReportedAtItsCall() => InAction(
        "await [|billing.HandleAsync(json)|]; return Ok();",
        """
        public async Task HandleAsync(string json)
        {
            await Task.Yield();
            var stripeEvent = EventUtility.ParseEvent(json);
            if (stripeEvent.Type == "invoice.paid")
                Pay((Invoice)stripeEvent.Data.Object);
        }
        """);

    [Fact]
    public Task ServiceThatTakesTheRequest_IsReportedAtItsCall() => InAction(
        "await [|billing.HandleAsync(Request)|]; return Ok();",
        """
        public async Task HandleAsync(HttpRequest request)
        {
            var json = await new StreamReader(request.Body).ReadToEndAsync();
            Pay((Invoice)EventUtility.ParseEvent(json).Data.Object);
        }
        """);

    [Fact]
    public Task ChainOfMethods_IsFollowed() => InAction(
        "[|billing.First(json)|]; return Ok();",
        """
        public void First(string json) => Second(json.Trim());
        private void Second(string json) => Third(json);
        private void Third(string json) => Pay((Invoice)EventUtility.ParseEvent(json).Data.Object);
        """);

    [Fact]
    public Task MethodThatParsesForTheEndpoint_IsReportedAtItsCall() => InAction(
        "var stripeEvent = [|billing.Read(json)|]; billing.Pay((Invoice)stripeEvent.Data.Object); return Ok();",
        "public Event Read(string json) => EventUtility.ParseEvent(json);");

    [Fact]
    public Task ServiceThatIsCalledAfterTheCheck_IsSilent() => InAction(
        """
        EventUtility.ValidateSignature(json, Request.Headers["Stripe-Signature"].ToString(), "secret");
        await billing.HandleAsync(json);
        return Ok();
        """,
        """
        public async Task HandleAsync(string json)
        {
            await Task.Yield();
            Pay((Invoice)EventUtility.ParseEvent(json).Data.Object);
        }
        """);

    // In the wild: a public pair; the half that handles is right if the caller keeps the order.
    [Fact]
    public Task PairOfMethodsInOrder_IsSilent() => InAction(
        """
        if (!billing.Verify(json, Request.Headers["Stripe-Signature"].ToString()))
            return BadRequest();
        billing.Handle(json);
        return Ok();
        """,
        """
        public bool Verify(string json, string header)
        {
            try { EventUtility.ValidateSignature(json, header, "secret"); return true; }
            catch (StripeException) { return false; }
        }
        public void Handle(string json) => Pay((Invoice)EventUtility.ParseEvent(json).Data.Object);
        """);

    // The other part of the class has the body.
    [Fact]
    public Task PartialMethodThatParsesAndActs_IsReportedAtItsCall() => InAction(
        "[|Billing.Half.Handle(json)|]; return Ok();",
        """
        public static partial class Half
        {
            public static partial void Handle(string json);
            public static partial void Handle(string json) => Paid((Invoice)EventUtility.ParseEvent(json).Data.Object);
            private static void Paid(Invoice invoice) { }
        }
        """);

    [Fact]
    public Task PartialMethodThatVerifies_IsSilent() => InAction(
        """
        if (!Billing.Half.IsSigned(json, Request.Headers["Stripe-Signature"].ToString()))
            return BadRequest();
        billing.Pay((Invoice)EventUtility.ParseEvent(json).Data.Object);
        return Ok();
        """,
        """
        public static partial class Half
        {
            public static partial bool IsSigned(string json, string header);
            public static partial bool IsSigned(string json, string header)
            {
                try { EventUtility.ValidateSignature(json, header, "secret"); return true; }
                catch (StripeException) { return false; }
            }
        }
        """);

    [Fact]
    public Task ServiceThatVerifies_IsSilent() => InAction(
        "billing.Handle(json, Request.Headers[\"Stripe-Signature\"].ToString()); return Ok();",
        """
        public void Handle(string json, string header)
        {
            EventUtility.ValidateSignature(json, header, "secret");
            Pay((Invoice)EventUtility.ParseEvent(json).Data.Object);
        }
        """);

    [Fact]
    public Task ServiceThatAsksSomebodyElse_IsSilent() => InAction(
        "billing.Handle(json); return Ok();",
        """
        private readonly IGate gate = null!;
        public interface IGate { void Check(string json); }
        public void Handle(string json)
        {
            gate.Check(json);
            Pay((Invoice)EventUtility.ParseEvent(json).Data.Object);
        }
        """);

    [Fact]
    public Task ServiceThatOnlyLogs_IsSilent() => InAction(
        "billing.Log(json); return Ok();",
        "public void Log(string json) => System.Console.WriteLine(EventUtility.ParseEvent(json).Type);");

    [Fact]
    public Task ServiceThatAsksStripeAgain_IsSilent() => InAction(
        "billing.Handle(json); return Ok();",
        "public void Handle(string json) => Pay((Invoice)new EventService().Get(EventUtility.ParseEvent(json).Id).Data.Object);");

    [Fact]
    public Task MethodThatHandlesAnotherText_IsSilent() => InAction(
        "billing.Handle(System.IO.File.ReadAllText(\"event.json\")); return Ok(json);",
        "public void Handle(string json) => Pay((Invoice)EventUtility.ParseEvent(json).Data.Object);");

    [Fact]
    public Task MethodsThatCallEachOther_EndTheSearch() => InAction(
        "billing.Ping(json); return Ok();",
        """
        public void Ping(string json) { if (json.Length > 1) Pong(json); }
        private void Pong(string json) => Ping(json.Substring(1));
        """);

    private static Task InAction(string body, string members) => new WebhookTest("RDY2002", "RDY2004")
    {
        TestCode = $$"""
            using Microsoft.AspNetCore.Mvc;
            using Stripe;
            [ApiController]
            public class WebhookController(Billing billing) : ControllerBase
            {
                [HttpPost("/webhook")]
                public async Task<IActionResult> Index()
                {
                    var json = await new StreamReader(Request.Body).ReadToEndAsync();
                    {{body}}
                }
            }
            public class Billing
            {
                {{members}}
                public void Pay(Invoice invoice) { }
            }
            """,
    }.RunAsync(TestContext.Current.CancellationToken);
}
