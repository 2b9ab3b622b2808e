namespace ReadinessAnalyzers.Tests.Telemetry;

/// <summary>A controller with one webhook, around the lines that a test is about.</summary>
internal static class WebhookSource
{
    /// <summary>The whole action is given.</summary>
    public static string WithBody(string body, string members = "", string types = "", string name = "Receive") => $$"""
        using System.Diagnostics;
        using System.Diagnostics.Metrics;
        using Microsoft.AspNetCore.Mvc;
        using Stripe;
        public partial class WebhookController(Orders orders, IOrders shop, ILogger<WebhookController> logger) : ControllerBase
        {
            private static string Secret => System.Environment.GetEnvironmentVariable("STRIPE_WEBHOOK_SECRET")!;

            [HttpPost("/stripe/webhook")]
            public async Task<IActionResult> {{name}}()
            {
                var json = await new StreamReader(Request.Body).ReadToEndAsync();
                var signature = Request.Headers["Stripe-Signature"].ToString();
                {{body}}
            }

            {{members}}
        }

        public class Orders(ILogger<Orders> logger)
        {
            public void Handle(Event stripeEvent) { }
            public void HandleAndLog(Event stripeEvent) => Tell(stripeEvent.Id);
            private void Tell(string id) => logger.LogInformation("Handled {EventId}", id);
            public bool TryRead(string json, string signature, string secret)
            {
                try { EventUtility.ConstructEvent(json, signature, secret); return true; }
                catch (StripeException) { return false; }
            }
            public bool TryReadAndLog(string json, string signature, string secret)
            {
                try { EventUtility.ConstructEvent(json, signature, secret); return true; }
                catch (StripeException error) { logger.LogWarning(error, "Refused"); return false; }
            }
        }

        public interface IOrders { void MarkPaid(string id); }

        {{types}}
        """;

    /// <summary>The lines that handle a verified event; refusals are logged.</summary>
    public static string OnSuccess(string handling, string members = "", string types = "", string name = "Receive") => WithBody($$"""
        try
        {
            var stripeEvent = EventUtility.ConstructEvent(json, signature, Secret);
            {{handling}}
            return Ok();
        }
        catch (StripeException error)
        {
            logger.LogWarning(error, "Refused a webhook");
            return BadRequest();
        }
        """, members, types, name);
}
