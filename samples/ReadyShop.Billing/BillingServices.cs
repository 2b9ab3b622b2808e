using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Stripe;

namespace ReadyShop.Billing;

public static class BillingServices
{
    /// <summary>The name under which the HTTP client that talks to Stripe can be configured.</summary>
    public const string StripeHttpClient = "Stripe";

    public static IServiceCollection AddBilling(this IServiceCollection services)
    {
        services.AddOptions<StripeOptions>().BindConfiguration(StripeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<AppOptions>().BindConfiguration(AppOptions.Section).ValidateDataAnnotations().ValidateOnStart();

        services.AddHttpClient<IStripeClient, StripeClient>(
            StripeHttpClient,
            (http, provider) => new StripeClient(
                provider.GetRequiredService<IOptions<StripeOptions>>().Value.SecretKey,
                httpClient: new SystemNetHttpClient(http)));

        services.AddAdminArea();
        services.AddCheckoutLimit();
        return services.AddSingleton<Memberships>().AddSingleton<FraudWarnings>().AddSingleton<ProcessedEvents>().AddSingleton<StripeEvents>();
    }
}
