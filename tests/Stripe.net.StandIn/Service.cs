using System.Runtime.CompilerServices;

namespace Stripe;

#if STRIPE_BEFORE_46
public abstract class Service<TEntityReturned>
    where TEntityReturned : IStripeEntity
#else
public abstract class Service
#endif
{
    private IStripeClient _client;

    protected Service()
    {
    }

    protected Service(IStripeClient client)
    {
        _client = client;
    }

    public IStripeClient Client
    {
        get => _client ?? StripeConfiguration.StripeClient;
        set => _client = value;
    }

    protected T Request<T>(HttpMethod method, string path, BaseOptions options, RequestOptions requestOptions)
        where T : IStripeEntity =>
        RequestAsync<T>(method, path, options, requestOptions).GetAwaiter().GetResult();

    protected Task<T> RequestAsync<T>(
        HttpMethod method,
        string path,
        BaseOptions options,
        RequestOptions requestOptions,
        CancellationToken cancellationToken = default)
        where T : IStripeEntity =>
        Client.RequestAsync<T>(method, path, options, requestOptions, cancellationToken);

    protected IEnumerable<T> ListAll<T>(string path, ListOptions options, RequestOptions requestOptions)
        where T : IStripeEntity, IHasId =>
        ListAllAsync<T>(path, options, requestOptions, CancellationToken.None).ToBlockingEnumerable();

    protected async IAsyncEnumerable<T> ListAllAsync<T>(
        string path,
        ListOptions options,
        RequestOptions requestOptions,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : IStripeEntity, IHasId
    {
        options = (ListOptions)options?.Copy() ?? new ListOptions();
        StripeList<T> page;
        do
        {
            page = await RequestAsync<StripeList<T>>(HttpMethod.Get, path, options, requestOptions, cancellationToken)
                .ConfigureAwait(false);
            foreach (var item in page.Data)
            {
                yield return item;
                options.StartingAfter = item.Id;
            }
        }
        while (page.HasMore);
    }

    protected IEnumerable<T> SearchAll<T>(string path, SearchOptions options, RequestOptions requestOptions)
        where T : IStripeEntity =>
        SearchAllAsync<T>(path, options, requestOptions, CancellationToken.None).ToBlockingEnumerable();

    protected async IAsyncEnumerable<T> SearchAllAsync<T>(
        string path,
        SearchOptions options,
        RequestOptions requestOptions,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : IStripeEntity
    {
        options = (SearchOptions)options?.Copy() ?? new SearchOptions();
        do
        {
            var page = await RequestAsync<StripeSearchResult<T>>(HttpMethod.Get, path, options, requestOptions, cancellationToken)
                .ConfigureAwait(false);
            foreach (var item in page.Data)
            {
                yield return item;
            }

            options.Page = page.HasMore ? page.NextPage : null;
        }
        while (options.Page is not null);
    }
}

#if !STRIPE_BEFORE_46
[Obsolete("Services derive from the non-generic Service since 46.")]
public abstract class Service<TEntityReturned> : Service
    where TEntityReturned : IStripeEntity
{
    protected Service()
    {
    }

    protected Service(IStripeClient client)
        : base(client)
    {
    }
}
#endif
