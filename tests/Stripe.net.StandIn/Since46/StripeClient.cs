using System.Text.Json;
using Stripe.V2.Core;

namespace Stripe;

public partial class StripeClient
{
    public StripeClient(
        string apiKey = null,
        string clientId = null,
        IHttpClient httpClient = null,
        string apiBase = null,
        string connectBase = null,
        string filesBase = null,
        string meterEventsBase = null)
    {
        ApiKey = Checked(apiKey);
        ClientId = clientId;
        HttpClient = httpClient ?? new SystemNetHttpClient();
        ApiBase = apiBase ?? DefaultApiBase;
        ConnectBase = connectBase ?? DefaultConnectBase;
        FilesBase = filesBase ?? DefaultFilesBase;
        MeterEventsBase = meterEventsBase ?? DefaultMeterEventsBase;
        V1 = new V1Services(this);
        V2 = new V2Services(this);
    }

    // Null is allowed, since 'new StripeClient(null)' compiles to this overload.
    public StripeClient(StripeClientOptions options)
        : this(
            options?.ApiKey,
            options?.ClientId,
            options?.HttpClient,
            options?.ApiBase,
            options?.ConnectBase,
            options?.FilesBase,
            options?.MeterEventsBase)
    {
        StripeAccount = options?.StripeAccount;
        StripeContext = options?.StripeContext;
    }

    public static string DefaultMeterEventsBase => "https://meter-events.stripe.com";

    public string MeterEventsBase { get; }

    public virtual V1Services V1 { get; }

    public virtual V2Services V2 { get; }

    internal string StripeAccount { get; }

    internal string StripeContext { get; }

    public T Deserialize<T>(string response)
        where T : IStripeEntity =>
        JsonSerializer.Deserialize<T>(response, StripeJson.Options);

    public EventNotification ParseEventNotification(
        string json,
        string stripeSignatureHeader,
        string secret,
        long tolerance = EventUtility.DefaultTimeTolerance)
    {
        EventUtility.ValidateSignature(json, stripeSignatureHeader, secret, tolerance);
        return EventNotification.FromJson(json, this);
    }

    public StripeResponse RawRequest(
        HttpMethod method,
        string path,
        string content = null,
        RawRequestOptions requestOptions = null) =>
        RawRequestAsync(method, path, content, requestOptions).GetAwaiter().GetResult();

    public async Task<StripeResponse> RawRequestAsync(
        HttpMethod method,
        string path,
        string content = null,
        RawRequestOptions requestOptions = null,
        CancellationToken cancellationToken = default)
    {
        var request = new StripeRequest(this, method, path, content ?? "", requestOptions);
        var response = await HttpClient.MakeRequestAsync(request, cancellationToken).ConfigureAwait(false);
        ThrowIfRefused(response);
        return response;
    }
}
