using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ReadyShop.Billing;

/// <summary>How a customer's own membership stands.</summary>
public static class MembershipEndpoint
{
    public static void MapMembership(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/membership", (ClaimsPrincipal user, Memberships memberships) =>
            user.StripeCustomer() is { } customer && memberships.Find(customer) is { } membership ? Results.Ok(membership) : Results.NotFound())
            .RequireAuthorization();
}
