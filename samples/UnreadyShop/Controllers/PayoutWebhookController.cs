using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Stripe;

namespace UnreadyShop.Controllers;

[ApiController]
[Route("stripe/payout-webhook")]
public sealed class PayoutWebhookController(IOptions<StripeOptions> options, Orders orders, ILogger<PayoutWebhookController> logger) : ControllerBase
{
    // fault: RDY3001. Whether a payout failed, and whether Stripe ever said so, nobody can tell.
    [HttpPost]
    public async Task<IActionResult> Receive()
    {
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
            return BadRequest();
        }

        if (orders.TryBegin(stripeEvent.Id) && stripeEvent.Type == EventTypes.PayoutFailed)
        {
            orders.Note(stripeEvent.Account);
        }

        return Ok();
    }
}
