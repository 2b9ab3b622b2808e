using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Stripe;

namespace UnreadyShop.Controllers;

[ApiController]
[Route("stripe/subscription-webhook")]
public sealed class SubscriptionWebhookController(IOptions<StripeOptions> options, Orders orders, ILogger<SubscriptionWebhookController> logger) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Receive()
    {
        using var activity = ShopTelemetry.Activities.StartActivity("stripe.subscription-webhook");
        ShopTelemetry.WebhookReceived.Add(1);
        using var reader = new StreamReader(Request.Body);
        var body = await reader.ReadToEndAsync(HttpContext.RequestAborted);
        var signature = Request.Headers["Stripe-Signature"].ToString();

        // fault: RDY2001. A stranger's body is parsed, and put on the record, before anybody has asked who sent it.
        using var document = JsonDocument.Parse(body);
        orders.Note(document.RootElement.GetProperty("id").GetString());

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

        if (stripeEvent.Type == EventTypes.CustomerSubscriptionCreated && stripeEvent.Data.Object is Subscription subscription)
        {
            orders.Pay(subscription.Id);
        }
        else
        {
            ShopTelemetry.WebhookIgnored.Add(1);
        }

        logger.LogInformation("Handled event {EventId} of type {EventType}", stripeEvent.Id, stripeEvent.Type);
        return Ok();
    }
}
