using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Stripe;
using Stripe.Checkout;

namespace UnreadyShop.Controllers;

[ApiController]
[Authorize]
[Route("starter-kit")]
public sealed class StarterKitController(IStripeClient stripe, ILogger<StarterKitController> logger) : ControllerBase
{
    [HttpPost("{orderId:guid}")]
    public async Task<IActionResult> Buy(Guid orderId, CancellationToken cancellationToken)
    {
        using var activity = ShopTelemetry.Activities.StartActivity("checkout.starter_kit");
        var session = new SessionCreateOptions
        {
            Mode = "payment",
            // fault: RDY4001. The price exists in one mode of Stripe only.
            LineItems = [new SessionLineItemOptions { Price = "price_of_the_starter_kit", Quantity = 1 }],
            SuccessUrl = Url.Action("Complete", "Checkout", null, Request.Scheme) + "?session={CHECKOUT_SESSION_ID}",
        };
        try
        {
            var once = new RequestOptions { IdempotencyKey = $"starter-kit-{orderId}" };
            var created = await new SessionService(stripe).CreateAsync(session, once, cancellationToken);
            return Ok(new { created.Url });
        }
        catch (StripeException error)
        {
            logger.LogError(error, "Stripe refused to sell a starter kit");
            ShopTelemetry.ApiError.Add(1);
            return StatusCode(StatusCodes.Status502BadGateway);
        }
    }
}
