using System.Net.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Stripe;

namespace UnreadyShop.Controllers;

[ApiController]
[Route("stripe/receipt-webhook")]
public sealed class ReceiptWebhookController(IOptions<StripeOptions> options, SmtpClient mail, ILogger<ReceiptWebhookController> logger) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Receive()
    {
        using var activity = ShopTelemetry.Activities.StartActivity("stripe.receipt-webhook");
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
        if (stripeEvent.Type == EventTypes.InvoicePaid && stripeEvent.Data.Object is Invoice { CustomerEmail: { } customer })
        {
            // fault: RDY2011. Stripe delivers some events more than once, and the customer gets a receipt for each delivery.
            await mail.SendMailAsync("receipts@unreadyshop.example", customer, "Your receipt", "Thank you for your payment.", HttpContext.RequestAborted);
        }
        else
        {
            ShopTelemetry.WebhookIgnored.Add(1);
        }

        logger.LogInformation("Handled event {EventId} of type {EventType}", stripeEvent.Id, stripeEvent.Type);
        return Ok();
    }
}
