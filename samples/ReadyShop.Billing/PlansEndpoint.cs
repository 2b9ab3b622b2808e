using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace ReadyShop.Billing;

/// <summary>What the shop's page needs to offer the plans.</summary>
public static class PlansEndpoint
{
    public static void MapPlans(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/plans", (IOptions<StripeOptions> stripe) => new Plans(stripe.Value.PublishableKey, stripe.Value.Prices.Keys));

    private sealed record Plans(string PublishableKey, IEnumerable<string> Names);
}
