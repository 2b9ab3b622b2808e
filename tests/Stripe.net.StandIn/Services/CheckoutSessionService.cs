namespace Stripe.Checkout;

public partial class SessionService
{
    public SessionService()
    {
    }

    public SessionService(IStripeClient client)
        : base(client)
    {
    }

    public virtual Session Create(SessionCreateOptions options, RequestOptions requestOptions = null) =>
        Request<Session>(HttpMethod.Post, "/v1/checkout/sessions", options, requestOptions);

    public virtual Task<Session> CreateAsync(
        SessionCreateOptions options,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Session>(HttpMethod.Post, "/v1/checkout/sessions", options, requestOptions, cancellationToken);

    public virtual Session Expire(string id, SessionExpireOptions options = null, RequestOptions requestOptions = null) =>
        Request<Session>(HttpMethod.Post, PathOf(id) + "/expire", options, requestOptions);

    public virtual Task<Session> ExpireAsync(
        string id,
        SessionExpireOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Session>(HttpMethod.Post, PathOf(id) + "/expire", options, requestOptions, cancellationToken);

    public virtual Session Get(string id, SessionGetOptions options = null, RequestOptions requestOptions = null) =>
        Request<Session>(HttpMethod.Get, PathOf(id), options, requestOptions);

    public virtual Task<Session> GetAsync(
        string id,
        SessionGetOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Session>(HttpMethod.Get, PathOf(id), options, requestOptions, cancellationToken);

    public virtual StripeList<Session> List(SessionListOptions options = null, RequestOptions requestOptions = null) =>
        Request<StripeList<Session>>(HttpMethod.Get, "/v1/checkout/sessions", options, requestOptions);

    public virtual Task<StripeList<Session>> ListAsync(
        SessionListOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<StripeList<Session>>(HttpMethod.Get, "/v1/checkout/sessions", options, requestOptions, cancellationToken);

    public virtual IEnumerable<Session> ListAutoPaging(SessionListOptions options = null, RequestOptions requestOptions = null) =>
        ListAll<Session>("/v1/checkout/sessions", options, requestOptions);

    public virtual IAsyncEnumerable<Session> ListAutoPagingAsync(
        SessionListOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        ListAllAsync<Session>("/v1/checkout/sessions", options, requestOptions, cancellationToken);

    public virtual Session Update(string id, SessionUpdateOptions options, RequestOptions requestOptions = null) =>
        Request<Session>(HttpMethod.Post, PathOf(id), options, requestOptions);

    public virtual Task<Session> UpdateAsync(
        string id,
        SessionUpdateOptions options,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Session>(HttpMethod.Post, PathOf(id), options, requestOptions, cancellationToken);

    private static string PathOf(string id) => $"/v1/checkout/sessions/{Uri.EscapeDataString(id)}";
}
