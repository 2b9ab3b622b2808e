using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ReadinessAnalyzers.Samples.Tests;

/// <summary>A sample that runs in this process, with its production settings and with a fake Stripe.</summary>
internal sealed class Shop : IAsyncDisposable
{
    public const string WebhookSecret = "the endpoint's secret";

    public const string OldWebhookSecret = "the secret that is rolled";

    // What the host would take from its secret store.
    private static readonly Dictionary<string, string?> HostSettings = new()
    {
        ["Stripe:SecretKey"] = "the-secret-key",
        ["Stripe:WebhookSecret"] = WebhookSecret,
        ["Stripe:PublishableKey"] = "the-publishable-key",
    };

    // What is rolled has an old secret too; and rounds come when a test wants them.
    private static readonly Dictionary<string, string?> SubscriptionsHostSettings = new()
    {
        ["Stripe:SecretKey"] = "the-secret-key",
        ["Stripe:WebhookSecrets:0"] = WebhookSecret,
        ["Stripe:WebhookSecrets:1"] = OldWebhookSecret,
        ["Stripe:PublishableKey"] = "the-publishable-key",
        ["Reconcile:Enabled"] = "false",
    };

    private readonly WebApplication _app;

    private Shop(
        Func<string[], Action<WebApplicationBuilder>, WebApplication> build,
        string sample,
        IEnumerable<KeyValuePair<string, string?>> settings)
    {
        _app = build(
            [$"--contentRoot={SampleFolder.Of(sample)}", $"--applicationName={sample}", "--environment=Production"],
            builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Logging.ClearProviders();
                builder.Configuration.AddInMemoryCollection(settings);
                builder.Logging.AddProvider(Logs);
                builder.Services.AddHttpClient("Stripe").ConfigurePrimaryHttpMessageHandler(() => Stripe);
            });
    }

    public FakeStripe Stripe { get; } = new();

    public RecordedLogs Logs { get; } = new();

    public IServiceProvider Services => _app.Services;

    public static Shop Ready(string? missing = null) =>
        new(ReadyShop.ReadyShopApp.Build, "ReadyShop", Without(missing));

    public static Shop Unready(string? missing = null) =>
        new(UnreadyShop.UnreadyShopApp.Build, "UnreadyShop", Without(missing));

    /// <param name="settings">Settings of the host beside or in place of the usual ones.</param>
    public static Shop Subscriptions(params KeyValuePair<string, string?>[] settings)
    {
        var usual = SubscriptionsHostSettings.ExceptBy(settings.Select(setting => setting.Key), setting => setting.Key);
        return new(ReadySubscriptions.ReadySubscriptionsApp.Build, "ReadySubscriptions", usual.Concat(settings));
    }

    public Task StartAsync() => _app.StartAsync(TestContext.Current.CancellationToken);

    /// <summary>A browser, or Stripe, that comes to the shop's public name.</summary>
    public async Task<HttpClient> OpenAsync()
    {
        await StartAsync();
        var client = _app.GetTestClient();
        client.BaseAddress = new Uri($"https://{_app.Configuration["AllowedHosts"]}");
        return client;
    }

    /// <summary>A browser whose user has just paid.</summary>
    public async Task<HttpClient> OpenAsCustomerAsync(string customer)
    {
        var browser = await OpenAsync();
        Stripe.Answer = new { id = "cs_1", status = "complete", customer };
        await KeepCookieAsync(browser, "/checkout/complete?session=cs_1");
        return browser;
    }

    /// <summary>A browser whose user the host has signed in by their mail address.</summary>
    public async Task<HttpClient> OpenAsEmployeeAsync(string email)
    {
        var employee = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Email, email)], "the company's sign-in"));
        _app.MapGet("/sign-in", () => Results.SignIn(employee));
        var browser = await OpenAsync();
        await KeepCookieAsync(browser, "/sign-in");
        return browser;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static IEnumerable<KeyValuePair<string, string?>> Without(string? missing) => HostSettings.Where(setting => setting.Key != missing);

    private static async Task KeepCookieAsync(HttpClient browser, string path)
    {
        using var signedIn = await browser.GetAsync(path, TestContext.Current.CancellationToken);
        browser.DefaultRequestHeaders.Add("Cookie", signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
    }
}
