namespace ReadinessAnalyzers.Tests.Webhooks;

public sealed class MissingHeaderTests
{
    [Fact]
    public Task HeaderThatMayBeMissing_IsReported() => InAction("""
        try
        {
            Handle(EventUtility.ConstructEvent(json, [|Request.Headers["Stripe-Signature"]|], Secret));
        }
        catch (StripeException)
        {
            return BadRequest();
        }
        return Ok();
        """);

    [Fact]
    public Task VariableThatHoldsTheHeaderAndNothingElse_IsReported() => InAction("""
        var header = Request.Headers["Stripe-Signature"];
        Handle(EventUtility.ConstructEvent(json, [|header|], Secret));
        return Ok();
        """);

    [Theory]
    [InlineData("var header = Request.Headers[\"Stripe-Signature\"].ToString();")]
    [InlineData("var header = Request.Headers[\"Stripe-Signature\"]; if (header.Count == 0) return BadRequest();")]
    [InlineData("string? header = Request.Headers[\"Stripe-Signature\"]; if (string.IsNullOrEmpty(header)) return BadRequest();")]
    [InlineData("if (!Request.Headers.TryGetValue(\"Stripe-Signature\", out var header)) return BadRequest();")]
    public Task HeaderThatIsLookedAt_IsSilent(string read) => InAction($$"""
        {{read}}
        try { Handle(EventUtility.ConstructEvent(json, header, Secret)); }
        catch (StripeException) { return BadRequest(); }
        return Ok();
        """);

    [Fact]
    public Task MissingHeaderWhoseExceptionIsCaught_IsSilent() => InAction("""
        try { Handle(EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], Secret)); }
        catch (Exception) { return BadRequest(); }
        return Ok();
        """);

    private static Task InAction(string body) => Verify($$"""
        using Microsoft.AspNetCore.Mvc;
        using Stripe;
        [ApiController]
        public class WebhookController : ControllerBase
        {
            private static string Secret => System.Environment.GetEnvironmentVariable("STRIPE_WEBHOOK_SECRET")!;

            [HttpPost("/webhook")]
            public async Task<IActionResult> Index()
            {
                var json = await new StreamReader(Request.Body).ReadToEndAsync();
                {{body}}
            }

            private static void Handle(Event stripeEvent) { }
        }
        """);

    private static Task Verify(string source) => new WebhookTest("RDY2015") { TestCode = source }.RunAsync(TestContext.Current.CancellationToken);
}
