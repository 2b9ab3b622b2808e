using Microsoft.AspNetCore.Mvc;
using Stripe;
using Stripe.Checkout;

namespace UnreadyShop.Controllers;

[ApiController]
[Route("stripe/kiosk-webhook")]
public sealed class KioskWebhookController(
    IConfiguration configuration, Orders orders, ILogger<KioskWebhookController> logger) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Receive()
    {
        using var activity = ShopTelemetry.Activities.StartActivity("stripe.kiosk-webhook");
        ShopTelemetry.WebhookReceived.Add(1);
        using var reader = new StreamReader(Request.Body);
        var body = await reader.ReadToEndAsync(HttpContext.RequestAborted);
        var signature = Request.Headers["Stripe-Signature"].ToString();

        Event stripeEvent;
        try
        {
            // fault: RDY2003. Without the setting the key of the signature is empty, and anyone can sign with that.
            var secret = configuration["Stripe:KioskWebhookSecret"] ?? "";
            stripeEvent = EventUtility.ConstructEvent(body, signature, secret);
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
