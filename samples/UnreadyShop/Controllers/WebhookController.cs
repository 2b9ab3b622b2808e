using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Stripe;
using Stripe.Checkout;

namespace UnreadyShop.Controllers;

[ApiController]
[Route("stripe/webhook")]
public sealed class WebhookController(IOptions<StripeOptions> options, Orders orders, ILogger<WebhookController> logger) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Receive()
    {
        using var activity = ShopTelemetry.Activities.StartActivity("stripe.webhook");
        ShopTelemetry.WebhookReceived.Add(1);
        using var reader = new StreamReader(Request.Body);
        var body = await reader.ReadToEndAsync(HttpContext.RequestAborted);
        var signature = Request.Headers["Stripe-Signature"].ToString();

        Event stripeEvent;
        try
        {
            stripeEvent = EventUtility.ConstructEvent(body, signature, options.Value.WebhookSecret);
        }
        catch (StripeException error)
        {
            logger.LogWarning(error, "Refused a webhook that Stripe did not sign for this endpoint");
            ShopTelemetry.WebhookInvalidSignature.Add(1);
            return BadRequest();
        }

        activity?.SetTag("stripe.event.type", stripeEvent.Type);
        if (!orders.TryBegin(stripeEvent.Id))
        {
            ShopTelemetry.WebhookDuplicate.Add(1);
            return Ok();
        }

        if (stripeEvent.Type == EventTypes.CheckoutSessionCompleted && stripeEvent.Data.Object is Session session)
        {
            orders.Pay(session.Id);
        }
        // fault: RDY2009. Stripe calls it payment_intent.payment_failed, so nobody ever hears of a declined card.
        else if (stripeEvent.Type == "payment_intent.failed" && stripeEvent.Data.Object is PaymentIntent declined)
        {
            logger.LogWarning("Payment {PaymentIntentId} was declined", declined.Id);
        }
        else
        {
            ShopTelemetry.WebhookIgnored.Add(1);
        }

        logger.LogInformation("Handled event {EventId} of type {EventType}", stripeEvent.Id, stripeEvent.Type);
        return Ok();
    }
}
