using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ReadinessAnalyzers.Samples.Tests;

/// <summary>A sample that runs in this process, with its production settings and with a fake Stripe.</summary>
internal sealed class Shop : IAsyncDisposable
{
    public const string WebhookSecret = "the endpoint's secret";

    // What the host would take from its secret store.
    private static readonly Dictionary<string, string?> HostSettings = new()
    {
        ["Stripe:SecretKey"] = "the-secret-key",
        ["Stripe:WebhookSecret"] = WebhookSecret,
        ["Stripe:PublishableKey"] = "the-publishable-key",
    };

    private readonly WebApplication _app;

    private Shop(Func<string[], Action<WebApplicationBuilder>, WebApplication> build, string sample, string? missing)
    {
        _app = build(
            [$"--contentRoot={SampleFolder.Of(sample)}", $"--applicationName={sample}", "--environment=Production"],
            builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Logging.ClearProviders();
                builder.Configuration.AddInMemoryCollection(HostSettings.Where(setting => setting.Key != missing));
                builder.Services.AddHttpClient("Stripe").ConfigurePrimaryHttpMessageHandler(() => Stripe);
            });
    }

    public FakeStripe Stripe { get; } = new();

    public IServiceProvider Services => _app.Services;

    public static Shop Ready(string? missing = null) =>
        new(ReadyShop.ReadyShopApp.Build, "ReadyShop", missing);

    public static Shop Unready(string? missing = null) =>
        new(UnreadyShop.UnreadyShopApp.Build, "UnreadyShop", missing);

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
        using var signedIn = await browser.GetAsync("/checkout/complete?session=cs_1", TestContext.Current.CancellationToken);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        browser.DefaultRequestHeaders.Add("Cookie", cookie);
        return browser;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
