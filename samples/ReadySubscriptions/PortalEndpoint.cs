using System.Security.Claims;
using Microsoft.Extensions.Options;
using Stripe;
using Stripe.BillingPortal;

namespace ReadySubscriptions;

/// <summary>Where customers see invoices, change their card or cancel, at Stripe.</summary>
internal static class PortalEndpoint
{
    public static void MapPortal(this IEndpointRouteBuilder routes) => routes.MapPost("/portal", OpenAsync).RequireAuthorization();

    private static async Task<IResult> OpenAsync(
        ClaimsPrincipal user,
        IStripeClient stripe,
        IOptions<StripeOptions> options,
        IOptions<AppOptions> app,
        ILoggerFactory loggers,
        CancellationToken cancellationToken)
    {
        using var activity = BillingTelemetry.Activities.StartActivity("portal.open");
        var portal = new SessionCreateOptions
        {
            Customer = user.StripeCustomer(),
            Configuration = options.Value.PortalConfigurationId,
            ReturnUrl = app.Value.PublicUrl,
        };
        try
        {
            var session = await new SessionService(stripe).CreateAsync(portal, cancellationToken: cancellationToken);
            return Results.Ok(new Redirection(session.Url));
        }
        catch (StripeException error)
        {
            return StripeFailure.Answer(error, loggers);
        }
    }
}
