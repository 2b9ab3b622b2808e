using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using Stripe;

namespace ReadySubscriptions;

public static class ReadySubscriptionsApp
{
    /// <summary>The name under which the HTTP client that talks to Stripe can be configured.</summary>
    public const string StripeHttpClient = "Stripe";

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
        app.MapCheckout();
        app.MapSubscription();
        app.MapPortal();
        app.MapBillingWebhook();
        return app;
    }

    private static void AddBilling(this IServiceCollection services)
    {
        services.AddOptions<AppOptions>().BindConfiguration(AppOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<StripeOptions>().BindConfiguration(StripeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ReconcileOptions>().BindConfiguration(ReconcileOptions.Section).ValidateDataAnnotations().ValidateOnStart();

        services.AddHttpClient<IStripeClient, StripeClient>(
            StripeHttpClient,
            (http, provider) => new StripeClient(
                provider.GetRequiredService<IOptions<StripeOptions>>().Value.SecretKey,
                httpClient: new SystemNetHttpClient(http)));

        services.AddSingleton(TimeProvider.System).AddSingleton<Accounts>().AddSingleton<ProcessedEvents>().AddSingleton<Plans>();
        services.AddTransient<PlanChanges>().AddSingleton<StripeEvents>();
        services.AddSingleton<Reconciliation>().AddHostedService(provider => provider.GetRequiredService<Reconciliation>());
    }
}
