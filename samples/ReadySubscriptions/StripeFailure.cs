using Stripe;

namespace ReadySubscriptions;

/// <summary>What a customer sees, and what we see, when Stripe refuses a call.</summary>
internal static class StripeFailure
{
    public static IResult Answer(StripeException error, ILoggerFactory loggers)
    {
        var code = error.StripeError?.Code ?? "none";
        loggers.CreateLogger(BillingTelemetry.Name).LogError(error, "Stripe refused a call with code {Code}", code);
        BillingTelemetry.ApiError.Add(1, new KeyValuePair<string, object?>("stripe.error.code", code));
        return Results.StatusCode(StatusCodes.Status502BadGateway);
    }
}
