namespace Stripe;

/// <summary>Process-wide settings. Unlike the original, ApiKey and ClientId do not fall back to app.config.</summary>
public static class StripeConfiguration
{
    private static string _apiKey;
    private static string _clientId;
    private static int _maxNetworkRetries = 2;
    private static bool _enableTelemetry = true;
    private static AppInfo _appInfo;
    private static IStripeClient _stripeClient;

#if STRIPE_BEFORE_46
    public static string ApiVersion => "2024-06-20";

    public static string StripeNetVersion => "45.14.0";
#else
    public static string ApiVersion => "2026-07-29.dahlia";

    public static string StripeNetVersion => "52.2.0";

    public static System.Text.Json.JsonSerializerOptions SerializerOptions { get; set; } = DefaultStjSerializerOptions();
#endif

    public static string ApiKey
    {
        get => _apiKey;
        set => Change(ref _apiKey, value);
    }

    public static string ClientId
    {
        get => _clientId;
        set => Change(ref _clientId, value);
    }

    public static int MaxNetworkRetries
    {
        get => _maxNetworkRetries;
        set => Change(ref _maxNetworkRetries, value);
    }

    public static bool EnableTelemetry
    {
        get => _enableTelemetry;
        set => Change(ref _enableTelemetry, value);
    }

    public static AppInfo AppInfo
    {
        internal get => _appInfo;
        set => Change(ref _appInfo, value);
    }

    public static IStripeClient StripeClient
    {
        get => _stripeClient ??= new StripeClient(ApiKey, ClientId);
        set => _stripeClient = value;
    }

#if !STRIPE_BEFORE_46
    public static System.Text.Json.JsonSerializerOptions DefaultStjSerializerOptions() => new(StripeJson.Options);
#endif

    [Obsolete("Use StripeConfiguration.ApiKey.")]
    public static void SetApiKey(string newApiKey) => ApiKey = newApiKey;

    // The shared client was built from the old values, so a new value makes it stale.
    private static void Change<T>(ref T field, T value)
    {
        if (!EqualityComparer<T>.Default.Equals(field, value))
        {
            _stripeClient = null;
        }

        field = value;
    }
}

public class AppInfo
{
    public string Name { get; set; }

    public string PartnerId { get; set; }

    public string Url { get; set; }

    public string Version { get; set; }
}
