using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Stripe;

namespace ReadyShop.Billing;

/// <summary>
/// Disputes and fraud warnings, for those whose mail address is among <see cref="AdminOptions.Emails"/>. The host signs them in by its own
/// means; a checkout never brings a mail address, since anybody may type any there.
/// </summary>
public static class AdminArea
{
    private const string Policy = "Admin";

    internal static void AddAdminArea(this IServiceCollection services)
    {
        services.AddOptions<AdminOptions>().BindConfiguration(AdminOptions.Section);
        services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy.RequireAuthenticatedUser().RequireAssertion(context =>
            context.Resource is HttpContext http
            && context.User.FindFirstValue(ClaimTypes.Email) is { } email
            && http.RequestServices.GetRequiredService<IOptions<AdminOptions>>().Value.Emails.Contains(email, StringComparer.OrdinalIgnoreCase)));
    }

    public static void MapAdminArea(this IEndpointRouteBuilder routes)
    {
        var admin = routes.MapGroup("/admin").RequireAuthorization(Policy).AddEndpointFilter(AuditAsync);
        admin.MapDisputes();
        admin.MapFraudWarnings();
    }

    private static async ValueTask<object?> AuditAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (http, loggers) = (context.HttpContext, context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>());
        if (!HttpMethods.IsGet(http.Request.Method))
        {
            var admin = http.User.FindFirstValue(ClaimTypes.Email);
            loggers.CreateLogger("ReadyShop.Audit").LogInformation("{Admin} asked for {Action}", admin, http.Request.Path);
        }

        try
        {
            return await next(context);
        }
        catch (StripeException error)
        {
            return StripeFailure.Answer(error, loggers);
        }
    }
}
