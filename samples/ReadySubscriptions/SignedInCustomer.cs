using System.Security.Claims;

namespace ReadySubscriptions;

/// <summary>The signed-in user is known by the id of their Stripe customer.</summary>
internal static class SignedInCustomer
{
    public static ClaimsPrincipal Of(string customer) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, customer)], authenticationType: "checkout"));

    public static string StripeCustomer(this ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Only signed-in customers come here.");
}
