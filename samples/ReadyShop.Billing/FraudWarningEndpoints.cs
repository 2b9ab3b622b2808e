using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stripe;

namespace ReadyShop.Billing;

/// <summary>Fraud warnings: refund ahead of a dispute, or let it be.</summary>
internal static class FraudWarningEndpoints
{
    public static void MapFraudWarnings(this IEndpointRouteBuilder admin)
    {
        var warnings = admin.MapGroup("/fraud-warnings");
        warnings.MapGet("/", (FraudWarnings fraud) => fraud.All);
        warnings.MapGet("/{id}", (string id, FraudWarnings fraud) => Answer(fraud.Find(id)));
        warnings.MapPost("/{id}/refund", RefundAsync);
        warnings.MapPost("/{id}/ignore", (string id, FraudWarnings fraud) =>
            Answer(fraud.Find(id) is { } warning ? fraud.Set(warning, "ignored") : null));
    }

    private static async Task<IResult> RefundAsync(string id, FraudWarnings fraud, IStripeClient stripe, CancellationToken cancellationToken)
    {
        if (fraud.Find(id) is not { } warning)
        {
            return Results.NotFound();
        }

        var refund = new RefundCreateOptions { Charge = warning.ChargeId, Reason = "fraudulent" };
        var once = new RequestOptions { IdempotencyKey = $"fraud-refund-{id}" };
        await new RefundService(stripe).CreateAsync(refund, once, cancellationToken);
        return Answer(fraud.Set(warning, "refunded"));
    }

    private static IResult Answer(FraudWarning? warning) => warning is null ? Results.NotFound() : Results.Ok(warning);
}
