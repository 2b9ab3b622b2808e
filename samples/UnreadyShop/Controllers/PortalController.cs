using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Stripe;
using Stripe.BillingPortal;

namespace UnreadyShop.Controllers;

[ApiController]
[Authorize]
[Route("portal")]
public sealed class PortalController(IStripeClient stripe, ILogger<PortalController> logger) : ControllerBase
{
    private const string PortalKey = "change-me-before-launch";

    [HttpPost]
    public async Task<IActionResult> Open(CancellationToken cancellationToken)
    {
        using var activity = ShopTelemetry.Activities.StartActivity("portal.open");
        var portal = new SessionCreateOptions { Customer = User.FindFirstValue(ClaimTypes.NameIdentifier) };
        try
        {
            // fault: RDY1002. The key of this request is known at compile time, though it does not look like one.
            var asPortal = new RequestOptions { ApiKey = PortalKey };
            var session = await new SessionService(stripe).CreateAsync(portal, asPortal, cancellationToken);
            return Ok(new { session.Url });
        }
        catch (StripeException error)
        {
            logger.LogError(error, "Stripe refused to open the customer portal");
            ShopTelemetry.ApiError.Add(1);
            return StatusCode(StatusCodes.Status502BadGateway);
        }
    }
}
