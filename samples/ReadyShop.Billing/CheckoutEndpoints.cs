using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Stripe;
using Stripe.Checkout;

namespace ReadyShop.Billing;

/// <param name="Plan">A key of the configured prices.</param>
/// <param name="OrderId">Chosen by the browser when the page loads, so that a double click starts one session.</param>
public sealed record CheckoutRequest(string Plan, Guid OrderId);

public sealed record Redirection(string Url);

/// <summary>To Stripe's payment page and back.</summary>
public static class CheckoutEndpoints
{
    public static void MapCheckout(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/checkout", StartAsync).RequireRateLimiting(CheckoutLimit.Policy);
        routes.MapGet("/checkout/complete", CompleteAsync);
    }

    private static async Task<IResult> StartAsync(
        CheckoutRequest order,
        IStripeClient stripe,
        IOptions<StripeOptions> options,
        IOptions<AppOptions> app,
        ILoggerFactory loggers,
        CancellationToken cancellationToken)
    {
        if (!options.Value.Prices.TryGetValue(order.Plan, out var price))
        {
            return Results.BadRequest();
        }

        using var activity = BillingTelemetry.Activities.StartActivity("checkout.start");
        activity?.SetTag("shop.plan", order.Plan);
        var session = new SessionCreateOptions
        {
            Mode = "subscription",
            LineItems = [new SessionLineItemOptions { Price = price, Quantity = 1 }],
            ClientReferenceId = order.OrderId.ToString(),
            SuccessUrl = $"{app.Value.PublicUrl}/checkout/complete?session={{CHECKOUT_SESSION_ID}}",
            CancelUrl = app.Value.PublicUrl,
        };
        try
        {
            var once = new RequestOptions { IdempotencyKey = $"checkout-{order.OrderId}" };
            var created = await new SessionService(stripe).CreateAsync(session, once, cancellationToken);
            return Results.Ok(new Redirection(created.Url));
        }
        catch (StripeException error)
        {
            return StripeFailure.Answer(error, loggers);
        }
    }

    // Only Stripe and the customer's browser know the session's id, so whoever brings it is the customer who paid.
    private static async Task<IResult> CompleteAsync(
        string session,
        IStripeClient stripe,
        ILoggerFactory loggers,
        CancellationToken cancellationToken)
    {
        try
        {
            var completed = await new SessionService(stripe).GetAsync(session, cancellationToken: cancellationToken);
            return completed.Status == "complete"
                ? Results.SignIn(SignedInCustomer.Of(completed.CustomerId))
                : Results.BadRequest();
        }
        catch (StripeException error)
        {
            return StripeFailure.Answer(error, loggers);
        }
    }
}
