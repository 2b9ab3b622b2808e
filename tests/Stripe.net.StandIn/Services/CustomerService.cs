namespace Stripe;

public partial class CustomerService
{
    public CustomerService()
    {
    }

    public CustomerService(IStripeClient client)
        : base(client)
    {
    }

    public virtual Customer Create(CustomerCreateOptions options, RequestOptions requestOptions = null) =>
        Request<Customer>(HttpMethod.Post, "/v1/customers", options, requestOptions);

    public virtual Task<Customer> CreateAsync(
        CustomerCreateOptions options,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Customer>(HttpMethod.Post, "/v1/customers", options, requestOptions, cancellationToken);

    public virtual Customer Delete(string id, CustomerDeleteOptions options = null, RequestOptions requestOptions = null) =>
        Request<Customer>(HttpMethod.Delete, PathOf(id), options, requestOptions);

    public virtual Task<Customer> DeleteAsync(
        string id,
        CustomerDeleteOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Customer>(HttpMethod.Delete, PathOf(id), options, requestOptions, cancellationToken);

    public virtual Discount DeleteDiscount(
        string id,
        CustomerDeleteDiscountOptions options = null,
        RequestOptions requestOptions = null) =>
        Request<Discount>(HttpMethod.Delete, PathOf(id) + "/discount", options, requestOptions);

    public virtual Task<Discount> DeleteDiscountAsync(
        string id,
        CustomerDeleteDiscountOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Discount>(HttpMethod.Delete, PathOf(id) + "/discount", options, requestOptions, cancellationToken);

    public virtual Customer Get(string id, CustomerGetOptions options = null, RequestOptions requestOptions = null) =>
        Request<Customer>(HttpMethod.Get, PathOf(id), options, requestOptions);

    public virtual Task<Customer> GetAsync(
        string id,
        CustomerGetOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Customer>(HttpMethod.Get, PathOf(id), options, requestOptions, cancellationToken);

    public virtual StripeList<Customer> List(CustomerListOptions options = null, RequestOptions requestOptions = null) =>
        Request<StripeList<Customer>>(HttpMethod.Get, "/v1/customers", options, requestOptions);

    public virtual Task<StripeList<Customer>> ListAsync(
        CustomerListOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<StripeList<Customer>>(HttpMethod.Get, "/v1/customers", options, requestOptions, cancellationToken);

    public virtual IEnumerable<Customer> ListAutoPaging(CustomerListOptions options = null, RequestOptions requestOptions = null) =>
        ListAll<Customer>("/v1/customers", options, requestOptions);

    public virtual IAsyncEnumerable<Customer> ListAutoPagingAsync(
        CustomerListOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        ListAllAsync<Customer>("/v1/customers", options, requestOptions, cancellationToken);

    public virtual StripeSearchResult<Customer> Search(CustomerSearchOptions options = null, RequestOptions requestOptions = null) =>
        Request<StripeSearchResult<Customer>>(HttpMethod.Get, "/v1/customers/search", options, requestOptions);

    public virtual Task<StripeSearchResult<Customer>> SearchAsync(
        CustomerSearchOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<StripeSearchResult<Customer>>(HttpMethod.Get, "/v1/customers/search", options, requestOptions, cancellationToken);

    public virtual IEnumerable<Customer> SearchAutoPaging(
        CustomerSearchOptions options = null,
        RequestOptions requestOptions = null) =>
        SearchAll<Customer>("/v1/customers/search", options, requestOptions);

    public virtual IAsyncEnumerable<Customer> SearchAutoPagingAsync(
        CustomerSearchOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        SearchAllAsync<Customer>("/v1/customers/search", options, requestOptions, cancellationToken);

    public virtual Customer Update(string id, CustomerUpdateOptions options, RequestOptions requestOptions = null) =>
        Request<Customer>(HttpMethod.Post, PathOf(id), options, requestOptions);

    public virtual Task<Customer> UpdateAsync(
        string id,
        CustomerUpdateOptions options,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Customer>(HttpMethod.Post, PathOf(id), options, requestOptions, cancellationToken);

    private static string PathOf(string id) => $"/v1/customers/{Uri.EscapeDataString(id)}";
}
