namespace Stripe;

public partial class WebhookEndpointService
{
    public WebhookEndpointService()
    {
    }

    public WebhookEndpointService(IStripeClient client)
        : base(client)
    {
    }

    public virtual WebhookEndpoint Create(WebhookEndpointCreateOptions options, RequestOptions requestOptions = null) =>
        Request<WebhookEndpoint>(HttpMethod.Post, "/v1/webhook_endpoints", options, requestOptions);

    public virtual Task<WebhookEndpoint> CreateAsync(
        WebhookEndpointCreateOptions options,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<WebhookEndpoint>(HttpMethod.Post, "/v1/webhook_endpoints", options, requestOptions, cancellationToken);

    public virtual WebhookEndpoint Delete(
        string id,
        WebhookEndpointDeleteOptions options = null,
        RequestOptions requestOptions = null) =>
        Request<WebhookEndpoint>(HttpMethod.Delete, PathOf(id), options, requestOptions);

    public virtual Task<WebhookEndpoint> DeleteAsync(
        string id,
        WebhookEndpointDeleteOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<WebhookEndpoint>(HttpMethod.Delete, PathOf(id), options, requestOptions, cancellationToken);

    public virtual WebhookEndpoint Get(string id, WebhookEndpointGetOptions options = null, RequestOptions requestOptions = null) =>
        Request<WebhookEndpoint>(HttpMethod.Get, PathOf(id), options, requestOptions);

    public virtual Task<WebhookEndpoint> GetAsync(
        string id,
        WebhookEndpointGetOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<WebhookEndpoint>(HttpMethod.Get, PathOf(id), options, requestOptions, cancellationToken);

    public virtual StripeList<WebhookEndpoint> List(WebhookEndpointListOptions options = null, RequestOptions requestOptions = null) =>
        Request<StripeList<WebhookEndpoint>>(HttpMethod.Get, "/v1/webhook_endpoints", options, requestOptions);

    public virtual Task<StripeList<WebhookEndpoint>> ListAsync(
        WebhookEndpointListOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<StripeList<WebhookEndpoint>>(HttpMethod.Get, "/v1/webhook_endpoints", options, requestOptions, cancellationToken);

    public virtual IEnumerable<WebhookEndpoint> ListAutoPaging(
        WebhookEndpointListOptions options = null,
        RequestOptions requestOptions = null) =>
        ListAll<WebhookEndpoint>("/v1/webhook_endpoints", options, requestOptions);

    public virtual IAsyncEnumerable<WebhookEndpoint> ListAutoPagingAsync(
        WebhookEndpointListOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        ListAllAsync<WebhookEndpoint>("/v1/webhook_endpoints", options, requestOptions, cancellationToken);

    public virtual WebhookEndpoint Update(string id, WebhookEndpointUpdateOptions options, RequestOptions requestOptions = null) =>
        Request<WebhookEndpoint>(HttpMethod.Post, PathOf(id), options, requestOptions);

    public virtual Task<WebhookEndpoint> UpdateAsync(
        string id,
        WebhookEndpointUpdateOptions options,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<WebhookEndpoint>(HttpMethod.Post, PathOf(id), options, requestOptions, cancellationToken);

    private static string PathOf(string id) => $"/v1/webhook_endpoints/{Uri.EscapeDataString(id)}";
}
