using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Stripe;

namespace UnreadyShop.Controllers;

[ApiController]
[Route("stripe/invoice-webhook")]
public sealed class InvoiceWebhookController(IOptions<StripeOptions> options, Orders orders, ILogger<InvoiceWebhookController> logger) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Receive()
    {
        using var activity = ShopTelemetry.Activities.StartActivity("stripe.invoice-webhook");
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
            // fault: RDY2005. With a wrong secret every delivery fails, is answered with success, and is never sent again.
            logger.LogWarning(error, "Got a webhook that Stripe did not sign for this endpoint");
            ShopTelemetry.WebhookInvalidSignature.Add(1);
            return Ok();
        }

        activity?.SetTag("stripe.event.type", stripeEvent.Type);
        if (!orders.TryBegin(stripeEvent.Id))
        {
            ShopTelemetry.WebhookDuplicate.Add(1);
            return Ok();
        }

        if (stripeEvent.Type == EventTypes.InvoicePaid && stripeEvent.Data.Object is Invoice invoice)
        {
            orders.Pay(invoice.Id);
        }
        else
        {
            ShopTelemetry.WebhookIgnored.Add(1);
        }

        logger.LogInformation("Handled event {EventId} of type {EventType}", stripeEvent.Id, stripeEvent.Type);
        return Ok();
    }
}
