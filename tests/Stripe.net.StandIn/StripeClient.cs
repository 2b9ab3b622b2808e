using System.Net;
using System.Text.Json;

namespace Stripe;

// What both faces share; constructors and accessors of 46 and later stand in Since46.
public partial class StripeClient : IStripeClient
{
    public static string DefaultApiBase => "https://api.stripe.com";

    public static string DefaultConnectBase => "https://connect.stripe.com";

    public static string DefaultFilesBase => "https://files.stripe.com";

    public string ApiBase { get; }

    public string ApiKey { get; }

    public string ClientId { get; }

    public string ConnectBase { get; }

    public string FilesBase { get; }

    public IHttpClient HttpClient { get; }

#if STRIPE_BEFORE_46
    public StripeClient(
        string apiKey = null,
        string clientId = null,
        IHttpClient httpClient = null,
        string apiBase = null,
        string connectBase = null,
        string filesBase = null)
    {
        ApiKey = Checked(apiKey);
        ClientId = clientId;
        HttpClient = httpClient ?? new SystemNetHttpClient();
        ApiBase = apiBase ?? DefaultApiBase;
        ConnectBase = connectBase ?? DefaultConnectBase;
        FilesBase = filesBase ?? DefaultFilesBase;
    }
#endif

    public async Task<T> RequestAsync<T>(
        HttpMethod method,
        string path,
        BaseOptions options,
        RequestOptions requestOptions,
        CancellationToken cancellationToken = default)
        where T : IStripeEntity
    {
        var request = new StripeRequest(this, method, path, options, requestOptions);
        var response = await HttpClient.MakeRequestAsync(request, cancellationToken).ConfigureAwait(false);
        ThrowIfRefused(response);

        var entity = JsonSerializer.Deserialize<T>(response.Content, StripeJson.Options);
        entity.StripeResponse = response;
        return entity;
    }

    public async Task<Stream> RequestStreamingAsync(
        HttpMethod method,
        string path,
        BaseOptions options,
        RequestOptions requestOptions,
        CancellationToken cancellationToken = default)
    {
        var request = new StripeRequest(this, method, path, options, requestOptions);
        var response = await HttpClient.MakeStreamingRequestAsync(request, cancellationToken).ConfigureAwait(false);
        return response.Body;
    }

    // Only the text's form is looked at: a publishable key passes, as it does in the original.
    private static string Checked(string apiKey) =>
        apiKey is null || (apiKey.Length > 0 && !apiKey.Any(char.IsWhiteSpace))
            ? apiKey
            : throw new ArgumentException("An API key can be null, but neither empty nor hold whitespace.", nameof(apiKey));

    private static void ThrowIfRefused(StripeResponse response)
    {
        if (response.StatusCode < HttpStatusCode.BadRequest)
        {
            return;
        }

        using var document = JsonDocument.Parse(response.Content);
        var error = document.RootElement.TryGetProperty("error", out var json)
            ? json.Deserialize<StripeError>(StripeJson.Options)
            : null;
        throw new StripeException(response.StatusCode, error, error?.Message) { StripeResponse = response };
    }
}
