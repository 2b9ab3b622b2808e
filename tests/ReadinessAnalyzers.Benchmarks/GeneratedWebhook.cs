using System.Text;

namespace ReadinessAnalyzers.Benchmarks;

/// <summary>
/// A webhook of about that many lines whose check, ten calls away, can be skipped, so that all of the flow analysis runs: branches, handlers,
/// and a variable for each kind of object.
/// </summary>
internal static class GeneratedWebhook
{
    private const int Helpers = 10;

    public static string Create(int lines)
    {
        var text = new StringBuilder("""
            using Microsoft.AspNetCore.Mvc;
            using Stripe;

            public sealed class Orders
            {
                public void Pay(string id, long amount) => Console.WriteLine($"{id} {amount}");
            }

            [ApiController]
            [Route("stripe")]
            public sealed class WebhookController(Orders orders, ILogger<WebhookController> logger) : ControllerBase
            {
                [HttpPost]
                public async Task<IActionResult> Receive()
                {
                    var json = await new StreamReader(Request.Body).ReadToEndAsync();
                    try
                    {
                        if (Request.Headers.ContainsKey("Stripe-Signature"))
                            Check1(json, Request.Headers["Stripe-Signature"]);
                    }
                    catch (StripeException error)
                    {
                        logger.LogWarning(error, "Not Stripe's");
                        return BadRequest();
                    }
                    var received = EventUtility.ParseEvent(json);

            """);
        for (var block = 0; block < lines / 12; block++)
        {
            text.Append($$"""
                        if (received.Type == "invoice.{{block}}" && received.Data.Object is Invoice invoice{{block}})
                        {
                            var amount{{block}} = invoice{{block}}.AmountPaid > 0 ? invoice{{block}}.AmountPaid : 0;
                            try
                            {
                                orders.Pay(invoice{{block}}.Id, amount{{block}});
                            }
                            catch (InvalidOperationException error)
                            {
                                logger.LogError(error, "Not paid: {Id}", invoice{{block}}.Id);
                            }
                        }

                """);
        }
        text.Append("        return Ok();\n    }\n\n");
        for (var helper = 1; helper < Helpers; helper++)
            text.Append($"    private void Check{helper}(string body, string header) => Check{helper + 1}(body, header);\n\n");
        text.Append($$"""
                private void Check{{Helpers}}(string body, string header) =>
                    EventUtility.ValidateSignature(body, header, Environment.GetEnvironmentVariable("STRIPE_WEBHOOK_SECRET"));
            }

            """);
        return text.ToString();
    }
}
