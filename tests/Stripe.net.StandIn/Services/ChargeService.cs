namespace Stripe;

public partial class ChargeService
{
    public ChargeService()
    {
    }

    public ChargeService(IStripeClient client)
        : base(client)
    {
    }

    public virtual Charge Capture(string id, ChargeCaptureOptions options = null, RequestOptions requestOptions = null) =>
        Request<Charge>(HttpMethod.Post, PathOf(id) + "/capture", options, requestOptions);

    public virtual Task<Charge> CaptureAsync(
        string id,
        ChargeCaptureOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Charge>(HttpMethod.Post, PathOf(id) + "/capture", options, requestOptions, cancellationToken);

    public virtual Charge Create(ChargeCreateOptions options, RequestOptions requestOptions = null) =>
        Request<Charge>(HttpMethod.Post, "/v1/charges", options, requestOptions);

    public virtual Task<Charge> CreateAsync(
        ChargeCreateOptions options,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Charge>(HttpMethod.Post, "/v1/charges", options, requestOptions, cancellationToken);

    public virtual Charge Get(string id, ChargeGetOptions options = null, RequestOptions requestOptions = null) =>
        Request<Charge>(HttpMethod.Get, PathOf(id), options, requestOptions);

    public virtual Task<Charge> GetAsync(
        string id,
        ChargeGetOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Charge>(HttpMethod.Get, PathOf(id), options, requestOptions, cancellationToken);

    public virtual StripeList<Charge> List(ChargeListOptions options = null, RequestOptions requestOptions = null) =>
        Request<StripeList<Charge>>(HttpMethod.Get, "/v1/charges", options, requestOptions);

    public virtual Task<StripeList<Charge>> ListAsync(
        ChargeListOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<StripeList<Charge>>(HttpMethod.Get, "/v1/charges", options, requestOptions, cancellationToken);

    public virtual IEnumerable<Charge> ListAutoPaging(ChargeListOptions options = null, RequestOptions requestOptions = null) =>
        ListAll<Charge>("/v1/charges", options, requestOptions);

    public virtual IAsyncEnumerable<Charge> ListAutoPagingAsync(
        ChargeListOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        ListAllAsync<Charge>("/v1/charges", options, requestOptions, cancellationToken);

    public virtual StripeSearchResult<Charge> Search(ChargeSearchOptions options = null, RequestOptions requestOptions = null) =>
        Request<StripeSearchResult<Charge>>(HttpMethod.Get, "/v1/charges/search", options, requestOptions);

    public virtual Task<StripeSearchResult<Charge>> SearchAsync(
        ChargeSearchOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<StripeSearchResult<Charge>>(HttpMethod.Get, "/v1/charges/search", options, requestOptions, cancellationToken);

    public virtual IEnumerable<Charge> SearchAutoPaging(ChargeSearchOptions options = null, RequestOptions requestOptions = null) =>
        SearchAll<Charge>("/v1/charges/search", options, requestOptions);

    public virtual IAsyncEnumerable<Charge> SearchAutoPagingAsync(
        ChargeSearchOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        SearchAllAsync<Charge>("/v1/charges/search", options, requestOptions, cancellationToken);

    public virtual Charge Update(string id, ChargeUpdateOptions options, RequestOptions requestOptions = null) =>
        Request<Charge>(HttpMethod.Post, PathOf(id), options, requestOptions);

    public virtual Task<Charge> UpdateAsync(
        string id,
        ChargeUpdateOptions options,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Charge>(HttpMethod.Post, PathOf(id), options, requestOptions, cancellationToken);

    private static string PathOf(string id) => $"/v1/charges/{Uri.EscapeDataString(id)}";
}
