using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Stripe;
using Stripe.Checkout;

namespace UnreadyShop.Controllers;

[ApiController]
[Route("stripe/delayed-payment-webhook")]
public sealed class DelayedPaymentWebhookController(
    IOptions<StripeOptions> options, Orders orders, ILogger<DelayedPaymentWebhookController> logger) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Receive()
    {
        using var activity = ShopTelemetry.Activities.StartActivity("stripe.delayed-payment-webhook");
        ShopTelemetry.WebhookReceived.Add(1);
        using var reader = new StreamReader(Request.Body);
        var body = await reader.ReadToEndAsync(HttpContext.RequestAborted);
        var signature = Request.Headers["Stripe-Signature"].ToString();

        Event stripeEvent;
        try
        {
            // fault: RDY2004. A delivery without the header goes around the check, and whoever leaves it out is believed.
            stripeEvent = signature.Length == 0
                ? EventUtility.ParseEvent(body)
                : EventUtility.ConstructEvent(body, signature, options.Value.DelayedPaymentWebhookSecret);
        }
        catch (StripeException error)
        {
            logger.LogWarning(error, "Refused a webhook that Stripe did not sign for this endpoint");
            ShopTelemetry.WebhookInvalidSignature.Add(1);
            return BadRequest();
        }

        activity?.SetTag("stripe.event.type", stripeEvent.Type);
        if (stripeEvent.Type == EventTypes.CheckoutSessionAsyncPaymentSucceeded && stripeEvent.Data.Object is Session session)
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
