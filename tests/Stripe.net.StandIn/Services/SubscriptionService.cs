namespace Stripe;

public partial class SubscriptionService
{
    public SubscriptionService()
    {
    }

    public SubscriptionService(IStripeClient client)
        : base(client)
    {
    }

    public virtual Subscription Cancel(string id, SubscriptionCancelOptions options = null, RequestOptions requestOptions = null) =>
        Request<Subscription>(HttpMethod.Delete, PathOf(id), options, requestOptions);

    public virtual Task<Subscription> CancelAsync(
        string id,
        SubscriptionCancelOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Subscription>(HttpMethod.Delete, PathOf(id), options, requestOptions, cancellationToken);

    public virtual Subscription Create(SubscriptionCreateOptions options, RequestOptions requestOptions = null) =>
        Request<Subscription>(HttpMethod.Post, "/v1/subscriptions", options, requestOptions);

    public virtual Task<Subscription> CreateAsync(
        SubscriptionCreateOptions options,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Subscription>(HttpMethod.Post, "/v1/subscriptions", options, requestOptions, cancellationToken);

    public virtual Discount DeleteDiscount(
        string id,
        SubscriptionDeleteDiscountOptions options = null,
        RequestOptions requestOptions = null) =>
        Request<Discount>(HttpMethod.Delete, PathOf(id) + "/discount", options, requestOptions);

    public virtual Task<Discount> DeleteDiscountAsync(
        string id,
        SubscriptionDeleteDiscountOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Discount>(HttpMethod.Delete, PathOf(id) + "/discount", options, requestOptions, cancellationToken);

    public virtual Subscription Get(string id, SubscriptionGetOptions options = null, RequestOptions requestOptions = null) =>
        Request<Subscription>(HttpMethod.Get, PathOf(id), options, requestOptions);

    public virtual Task<Subscription> GetAsync(
        string id,
        SubscriptionGetOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Subscription>(HttpMethod.Get, PathOf(id), options, requestOptions, cancellationToken);

    public virtual StripeList<Subscription> List(SubscriptionListOptions options = null, RequestOptions requestOptions = null) =>
        Request<StripeList<Subscription>>(HttpMethod.Get, "/v1/subscriptions", options, requestOptions);

    public virtual Task<StripeList<Subscription>> ListAsync(
        SubscriptionListOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<StripeList<Subscription>>(HttpMethod.Get, "/v1/subscriptions", options, requestOptions, cancellationToken);

    public virtual IEnumerable<Subscription> ListAutoPaging(
        SubscriptionListOptions options = null,
        RequestOptions requestOptions = null) =>
        ListAll<Subscription>("/v1/subscriptions", options, requestOptions);

    public virtual IAsyncEnumerable<Subscription> ListAutoPagingAsync(
        SubscriptionListOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        ListAllAsync<Subscription>("/v1/subscriptions", options, requestOptions, cancellationToken);

    public virtual Subscription Migrate(string id, SubscriptionMigrateOptions options = null, RequestOptions requestOptions = null) =>
        Request<Subscription>(HttpMethod.Post, PathOf(id) + "/migrate", options, requestOptions);

    public virtual Task<Subscription> MigrateAsync(
        string id,
        SubscriptionMigrateOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Subscription>(HttpMethod.Post, PathOf(id) + "/migrate", options, requestOptions, cancellationToken);

    public virtual Subscription Resume(string id, SubscriptionResumeOptions options = null, RequestOptions requestOptions = null) =>
        Request<Subscription>(HttpMethod.Post, PathOf(id) + "/resume", options, requestOptions);

    public virtual Task<Subscription> ResumeAsync(
        string id,
        SubscriptionResumeOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Subscription>(HttpMethod.Post, PathOf(id) + "/resume", options, requestOptions, cancellationToken);

    public virtual StripeSearchResult<Subscription> Search(
        SubscriptionSearchOptions options = null,
        RequestOptions requestOptions = null) =>
        Request<StripeSearchResult<Subscription>>(HttpMethod.Get, "/v1/subscriptions/search", options, requestOptions);

    public virtual Task<StripeSearchResult<Subscription>> SearchAsync(
        SubscriptionSearchOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<StripeSearchResult<Subscription>>(
            HttpMethod.Get,
            "/v1/subscriptions/search",
            options,
            requestOptions,
            cancellationToken);

    public virtual IEnumerable<Subscription> SearchAutoPaging(
        SubscriptionSearchOptions options = null,
        RequestOptions requestOptions = null) =>
        SearchAll<Subscription>("/v1/subscriptions/search", options, requestOptions);

    public virtual IAsyncEnumerable<Subscription> SearchAutoPagingAsync(
        SubscriptionSearchOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        SearchAllAsync<Subscription>("/v1/subscriptions/search", options, requestOptions, cancellationToken);

    public virtual Subscription Update(string id, SubscriptionUpdateOptions options, RequestOptions requestOptions = null) =>
        Request<Subscription>(HttpMethod.Post, PathOf(id), options, requestOptions);

    public virtual Task<Subscription> UpdateAsync(
        string id,
        SubscriptionUpdateOptions options,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Subscription>(HttpMethod.Post, PathOf(id), options, requestOptions, cancellationToken);

    private static string PathOf(string id) => $"/v1/subscriptions/{Uri.EscapeDataString(id)}";
}
