using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using Stripe;

namespace UnreadyShop;

public static class UnreadyShopApp
{
    /// <summary>The name under which the HTTP client that talks to Stripe can be configured.</summary>
    public const string StripeHttpClient = "Stripe";

    /// <param name="args">The command line.</param>
    /// <param name="configure">Runs last, so that a test can replace services and settings.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddTelemetry();
        builder.Services.AddOptions<StripeOptions>()
            .Bind(builder.Configuration.GetSection("Stripe"))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddHttpClient<IStripeClient, StripeClient>(
            StripeHttpClient,
            (http, provider) => new StripeClient(
                provider.GetRequiredService<IOptions<StripeOptions>>().Value.SecretKey,
                httpClient: new SystemNetHttpClient(http)));
        builder.Services.AddSingleton<Orders>();
        builder.Services.AddTransient(provider => ReceiptMail.Connect(provider.GetRequiredService<IConfiguration>()));
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        builder.Services.AddControllers();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.MapControllers();
        return app;
    }
}
