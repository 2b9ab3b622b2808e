using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Stripe;

namespace UnreadyShop.Controllers;

[ApiController]
[Authorize]
[Route("customers")]
public sealed class CustomersController(IStripeClient stripe, ILogger<CustomersController> logger) : ControllerBase
{
    // The key that the shop's pages use; it is no secret.
    private const string BrowserKey = "pk_test_of_the_shop";

    [HttpGet("{id}")]
    public async Task<IActionResult> Show(string id, CancellationToken cancellationToken)
    {
        using var activity = ShopTelemetry.Activities.StartActivity("customer.get");
        try
        {
            // fault: RDY1005. Stripe refuses every call that is made with the browser's key.
            var withKey = new RequestOptions { ApiKey = BrowserKey };
            var found = await new CustomerService(stripe).GetAsync(id, requestOptions: withKey, cancellationToken: cancellationToken);
            return Ok(new { found.Id });
        }
        catch (StripeException error)
        {
            logger.LogError(error, "Stripe refused to tell about a customer");
            ShopTelemetry.ApiError.Add(1);
            return StatusCode(StatusCodes.Status502BadGateway);
        }
    }
}
