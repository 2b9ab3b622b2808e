using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Stripe;
using Stripe.Checkout;

namespace UnreadyShop.Controllers;

/// <param name="Plan">A key of the configured prices.</param>
/// <param name="OrderId">Chosen by the browser when the page loads, so that a double click starts one session.</param>
public sealed record CheckoutRequest(string Plan, Guid OrderId);

[ApiController]
[Route("checkout")]
public sealed class CheckoutController(IStripeClient stripe, IOptions<StripeOptions> options, ILogger<CheckoutController> logger)
    : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Start(CheckoutRequest order, CancellationToken cancellationToken)
    {
        if (!options.Value.Prices.TryGetValue(order.Plan, out var price))
        {
            return BadRequest();
        }

        using var activity = ShopTelemetry.Activities.StartActivity("checkout.start");
        var session = new SessionCreateOptions
        {
            Mode = "subscription",
            LineItems = [new SessionLineItemOptions { Price = price, Quantity = 1 }],
            SuccessUrl = Url.Action(nameof(Complete), null, null, Request.Scheme) + "?session={CHECKOUT_SESSION_ID}",
        };
        try
        {
            var once = new RequestOptions { IdempotencyKey = $"checkout-{order.OrderId}" };
            var created = await new SessionService(stripe).CreateAsync(session, once, cancellationToken);
            return Ok(new { created.Url });
        }
        catch (StripeException error)
        {
            return Failed(error);
        }
    }

    [HttpGet("complete")]
    public async Task<IActionResult> Complete(string session, CancellationToken cancellationToken)
    {
        try
        {
            var completed = await new SessionService(stripe).GetAsync(session, cancellationToken: cancellationToken);
            if (completed.Status != "complete")
            {
                return BadRequest();
            }

            var customer = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, completed.CustomerId)], "checkout");
            return SignIn(new ClaimsPrincipal(customer));
        }
        catch (StripeException error)
        {
            return Failed(error);
        }
    }

    private StatusCodeResult Failed(StripeException error)
    {
        logger.LogError(error, "Stripe refused a checkout call");
        ShopTelemetry.ApiError.Add(1);
        return StatusCode(StatusCodes.Status502BadGateway);
    }
}
