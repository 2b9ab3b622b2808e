using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ReadyShop.Billing;

/// <summary>Who tries stolen cards starts many checkouts; a customer starts a few.</summary>
internal static class CheckoutLimit
{
    public const string Policy = "checkout";

    public const int PerMinute = 10;

    public static void AddCheckoutLimit(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (context, _) =>
        {
            var loggers = context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>();
            loggers.CreateLogger(BillingTelemetry.Name).LogWarning("Refused a checkout: more than {Limit} a minute", PerMinute);
            return ValueTask.CompletedTask;
        };
        limiter.AddPolicy(Policy, http => RateLimitPartition.GetFixedWindowLimiter(
            http.User.StripeCustomer() ?? http.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) }));
    });
}
