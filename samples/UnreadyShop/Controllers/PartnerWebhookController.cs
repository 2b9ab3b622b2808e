using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Stripe;
using Stripe.Checkout;

namespace UnreadyShop.Controllers;

[ApiController]
[Route("stripe/partner-webhook")]
public sealed class PartnerWebhookController(
    IOptions<StripeOptions> options, Orders orders, ILogger<PartnerWebhookController> logger) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Receive()
    {
        using var activity = ShopTelemetry.Activities.StartActivity("stripe.partner-webhook");
        ShopTelemetry.WebhookReceived.Add(1);
        using var reader = new StreamReader(Request.Body);
        var body = await reader.ReadToEndAsync(HttpContext.RequestAborted);
        var signature = Request.Headers["Stripe-Signature"].ToString();

        Event stripeEvent;
        try
        {
            // fault: RDY2007. Whoever records a delivery can send it again for a day.
            const int Day = 24 * 60 * 60;
            stripeEvent = EventUtility.ConstructEvent(body, signature, options.Value.WebhookSecret, tolerance: Day);
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
