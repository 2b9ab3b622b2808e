using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Stripe;

namespace UnreadyShop.Controllers;

[ApiController]
[Authorize]
[Route("members")]
public sealed class MembersController(IStripeClient stripe) : ControllerBase
{
    [HttpGet("{id}")]
    public async Task<IActionResult> Show(string id, CancellationToken cancellationToken)
    {
        using var activity = ShopTelemetry.Activities.StartActivity("member.get");
        try
        {
            var found = await new CustomerService(stripe).GetAsync(id, cancellationToken: cancellationToken);
            return Ok(new { found.Id });
        }
        // fault: RDY3002. An expired key shows as members that cannot be found, and nothing says why.
        catch (StripeException)
        {
            return NotFound();
        }
    }
}
