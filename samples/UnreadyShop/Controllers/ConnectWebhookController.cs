using Microsoft.AspNetCore.Mvc;
using Stripe;
using Stripe.Checkout;

namespace UnreadyShop.Controllers;

[ApiController]
[Route("stripe/connect-webhook")]
public sealed class ConnectWebhookController(Orders orders, ILogger<ConnectWebhookController> logger) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Receive()
    {
        using var activity = ShopTelemetry.Activities.StartActivity("stripe.connect-webhook");
        ShopTelemetry.WebhookReceived.Add(1);
        using var reader = new StreamReader(Request.Body);
        var body = await reader.ReadToEndAsync(HttpContext.RequestAborted);

        // fault: RDY2002. ParseEvent does not look at the signature, so anyone can mark an order as paid.
        var stripeEvent = EventUtility.ParseEvent(body);

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
        else
        {
            ShopTelemetry.WebhookIgnored.Add(1);
        }

        logger.LogInformation("Handled event {EventId} of connected account {Account}", stripeEvent.Id, stripeEvent.Account);
        return Ok();
    }
}
