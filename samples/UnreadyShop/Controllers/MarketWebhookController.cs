using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Stripe;
using Stripe.Checkout;

namespace UnreadyShop.Controllers;

[ApiController]
[Route("stripe/market-webhook")]
public sealed class MarketWebhookController(
    IOptions<StripeOptions> options, Orders orders, ILogger<MarketWebhookController> logger) : ControllerBase
{
    [HttpPost]
    public IActionResult Receive([FromBody] JsonElement delivery)
    {
        using var activity = ShopTelemetry.Activities.StartActivity("stripe.market-webhook");
        ShopTelemetry.WebhookReceived.Add(1);
        var signature = Request.Headers["Stripe-Signature"].ToString();

        Event stripeEvent;
        try
        {
            // fault: RDY2006. Written anew, the body has other blanks than the one that Stripe signed, so no event is ever believed.
            var body = JsonSerializer.Serialize(delivery);
            stripeEvent = EventUtility.ConstructEvent(body, signature, options.Value.WebhookSecret);
        }
        catch (StripeException error)
        {
            logger.LogWarning(error, "Refused a webhook that Stripe did not sign for this endpoint");
            ShopTelemetry.WebhookInvalidSignature.Add(1);
            return BadRequest();
        }

        activity?.SetTag("stripe.event.type", stripeEvent.Type);
        if (stripeEvent.Type == EventTypes.CheckoutSessionCompleted && stripeEvent.Data.Object is Session session)
        {
            orders.Pay(session.Id);
        }
        else
        {
            ShopTelemetry.WebhookIgnored.Add(1);
        }

        logger.LogInformation("Handled event {EventId} of type {EventType}", stripeEvent.Id, stripeEvent.Type);
        return Ok();
    }
}
