namespace Stripe;

/// <summary>
/// Sends through the HttpClient it is given. Given none, it refuses: a test that forgot to replace it must not reach the network.
/// </summary>
public class SystemNetHttpClient(
    HttpClient httpClient = null,
    int maxNetworkRetries = 2,
    AppInfo appInfo = null,
    bool enableTelemetry = true) : IHttpClient
{
    public int MaxNetworkRetries { get; } = maxNetworkRetries;

    public AppInfo AppInfo { get; } = appInfo;

    public bool EnableTelemetry { get; } = enableTelemetry;

    public async Task<StripeResponse> MakeRequestAsync(StripeRequest request, CancellationToken cancellationToken = default)
    {
        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        var content = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        return new StripeResponse(response.StatusCode, response.Headers, content);
    }

    public async Task<StripeStreamedResponse> MakeStreamingRequestAsync(
        StripeRequest request,
        CancellationToken cancellationToken = default)
    {
        var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return new StripeStreamedResponse(response.StatusCode, response.Headers, body);
    }

    private async Task<HttpResponseMessage> SendAsync(StripeRequest request, CancellationToken cancellationToken)
    {
        if (httpClient is null)
        {
            throw new StripeException("The stand-in for Stripe.net sends nothing unless it is given an HttpClient.");
        }

        using var message = new HttpRequestMessage(request.Method, request.Uri) { Content = request.Content };
        message.Headers.Authorization = request.AuthorizationHeader;
        foreach (var (name, value) in request.StripeHeaders)
        {
            message.Headers.Add(name, value);
        }

        return await httpClient.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }
}
