using Microsoft.AspNetCore.Authentication.Cookies;
using ReadyShop.Billing;

namespace ReadyShop;

public static class ReadyShopApp
{
    /// <param name="args">The command line.</param>
    /// <param name="configure">Runs last, so that a test can replace services and settings.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddTelemetry();
        builder.Services.AddBilling();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        builder.Services.AddAuthorization();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseRateLimiter();
        app.MapPlans();
        app.MapCheckout();
        app.MapMembership();
        app.MapPortal();
        app.MapAdminArea();
        app.MapBillingWebhook();
        return app;
    }
}
