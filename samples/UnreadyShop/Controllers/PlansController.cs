using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace UnreadyShop.Controllers;

/// <summary>What the shop's page needs; it shows a banner while the shop runs on the demo account.</summary>
[ApiController]
[Route("plans")]
public sealed class PlansController(IOptions<StripeOptions> options) : ControllerBase
{
    [HttpGet]
    public IActionResult List() => Ok(new
    {
        options.Value.PublishableKey,
        Names = options.Value.Prices.Keys,
        IsDemo = options.Value.SecretKey == DemoAccount.SecretKey,
    });
}
