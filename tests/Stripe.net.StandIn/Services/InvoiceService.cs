namespace Stripe;

public partial class InvoiceService
{
    public InvoiceService()
    {
    }

    public InvoiceService(IStripeClient client)
        : base(client)
    {
    }

    public virtual Invoice AddLines(string id, InvoiceAddLinesOptions options = null, RequestOptions requestOptions = null) =>
        Request<Invoice>(HttpMethod.Post, PathOf(id) + "/add_lines", options, requestOptions);

    public virtual Task<Invoice> AddLinesAsync(
        string id,
        InvoiceAddLinesOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Invoice>(HttpMethod.Post, PathOf(id) + "/add_lines", options, requestOptions, cancellationToken);

    public virtual Invoice AttachPayment(
        string id,
        InvoiceAttachPaymentOptions options = null,
        RequestOptions requestOptions = null) =>
        Request<Invoice>(HttpMethod.Post, PathOf(id) + "/attach_payment", options, requestOptions);

    public virtual Task<Invoice> AttachPaymentAsync(
        string id,
        InvoiceAttachPaymentOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Invoice>(HttpMethod.Post, PathOf(id) + "/attach_payment", options, requestOptions, cancellationToken);

    public virtual Invoice Create(InvoiceCreateOptions options, RequestOptions requestOptions = null) =>
        Request<Invoice>(HttpMethod.Post, "/v1/invoices", options, requestOptions);

    public virtual Task<Invoice> CreateAsync(
        InvoiceCreateOptions options,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Invoice>(HttpMethod.Post, "/v1/invoices", options, requestOptions, cancellationToken);

    public virtual Invoice CreatePreview(InvoiceCreatePreviewOptions options = null, RequestOptions requestOptions = null) =>
        Request<Invoice>(HttpMethod.Post, "/v1/invoices/create_preview", options, requestOptions);

    public virtual Task<Invoice> CreatePreviewAsync(
        InvoiceCreatePreviewOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Invoice>(HttpMethod.Post, "/v1/invoices/create_preview", options, requestOptions, cancellationToken);

    public virtual Invoice Delete(string id, InvoiceDeleteOptions options = null, RequestOptions requestOptions = null) =>
        Request<Invoice>(HttpMethod.Delete, PathOf(id), options, requestOptions);

    public virtual Task<Invoice> DeleteAsync(
        string id,
        InvoiceDeleteOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Invoice>(HttpMethod.Delete, PathOf(id), options, requestOptions, cancellationToken);

    public virtual Invoice FinalizeInvoice(string id, InvoiceFinalizeOptions options = null, RequestOptions requestOptions = null) =>
        Request<Invoice>(HttpMethod.Post, PathOf(id) + "/finalize", options, requestOptions);

    public virtual Task<Invoice> FinalizeInvoiceAsync(
        string id,
        InvoiceFinalizeOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Invoice>(HttpMethod.Post, PathOf(id) + "/finalize", options, requestOptions, cancellationToken);

    public virtual Invoice Get(string id, InvoiceGetOptions options = null, RequestOptions requestOptions = null) =>
        Request<Invoice>(HttpMethod.Get, PathOf(id), options, requestOptions);

    public virtual Task<Invoice> GetAsync(
        string id,
        InvoiceGetOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Invoice>(HttpMethod.Get, PathOf(id), options, requestOptions, cancellationToken);

    public virtual StripeList<Invoice> List(InvoiceListOptions options = null, RequestOptions requestOptions = null) =>
        Request<StripeList<Invoice>>(HttpMethod.Get, "/v1/invoices", options, requestOptions);

    public virtual Task<StripeList<Invoice>> ListAsync(
        InvoiceListOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<StripeList<Invoice>>(HttpMethod.Get, "/v1/invoices", options, requestOptions, cancellationToken);

    public virtual IEnumerable<Invoice> ListAutoPaging(InvoiceListOptions options = null, RequestOptions requestOptions = null) =>
        ListAll<Invoice>("/v1/invoices", options, requestOptions);

    public virtual IAsyncEnumerable<Invoice> ListAutoPagingAsync(
        InvoiceListOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        ListAllAsync<Invoice>("/v1/invoices", options, requestOptions, cancellationToken);

    public virtual Invoice MarkUncollectible(
        string id,
        InvoiceMarkUncollectibleOptions options = null,
        RequestOptions requestOptions = null) =>
        Request<Invoice>(HttpMethod.Post, PathOf(id) + "/mark_uncollectible", options, requestOptions);

    public virtual Task<Invoice> MarkUncollectibleAsync(
        string id,
        InvoiceMarkUncollectibleOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Invoice>(HttpMethod.Post, PathOf(id) + "/mark_uncollectible", options, requestOptions, cancellationToken);

    public virtual Invoice Pay(string id, InvoicePayOptions options = null, RequestOptions requestOptions = null) =>
        Request<Invoice>(HttpMethod.Post, PathOf(id) + "/pay", options, requestOptions);

    public virtual Task<Invoice> PayAsync(
        string id,
        InvoicePayOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Invoice>(HttpMethod.Post, PathOf(id) + "/pay", options, requestOptions, cancellationToken);

    public virtual Invoice RemoveLines(string id, InvoiceRemoveLinesOptions options = null, RequestOptions requestOptions = null) =>
        Request<Invoice>(HttpMethod.Post, PathOf(id) + "/remove_lines", options, requestOptions);

    public virtual Task<Invoice> RemoveLinesAsync(
        string id,
        InvoiceRemoveLinesOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Invoice>(HttpMethod.Post, PathOf(id) + "/remove_lines", options, requestOptions, cancellationToken);

    public virtual StripeSearchResult<Invoice> Search(InvoiceSearchOptions options = null, RequestOptions requestOptions = null) =>
        Request<StripeSearchResult<Invoice>>(HttpMethod.Get, "/v1/invoices/search", options, requestOptions);

    public virtual Task<StripeSearchResult<Invoice>> SearchAsync(
        InvoiceSearchOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<StripeSearchResult<Invoice>>(HttpMethod.Get, "/v1/invoices/search", options, requestOptions, cancellationToken);

    public virtual IEnumerable<Invoice> SearchAutoPaging(InvoiceSearchOptions options = null, RequestOptions requestOptions = null) =>
        SearchAll<Invoice>("/v1/invoices/search", options, requestOptions);

    public virtual IAsyncEnumerable<Invoice> SearchAutoPagingAsync(
        InvoiceSearchOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        SearchAllAsync<Invoice>("/v1/invoices/search", options, requestOptions, cancellationToken);

    public virtual Invoice SendInvoice(string id, InvoiceSendOptions options = null, RequestOptions requestOptions = null) =>
        Request<Invoice>(HttpMethod.Post, PathOf(id) + "/send", options, requestOptions);

    public virtual Task<Invoice> SendInvoiceAsync(
        string id,
        InvoiceSendOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Invoice>(HttpMethod.Post, PathOf(id) + "/send", options, requestOptions, cancellationToken);

    public virtual Invoice Update(string id, InvoiceUpdateOptions options, RequestOptions requestOptions = null) =>
        Request<Invoice>(HttpMethod.Post, PathOf(id), options, requestOptions);

    public virtual Task<Invoice> UpdateAsync(
        string id,
        InvoiceUpdateOptions options,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Invoice>(HttpMethod.Post, PathOf(id), options, requestOptions, cancellationToken);

    public virtual Invoice UpdateLines(string id, InvoiceUpdateLinesOptions options = null, RequestOptions requestOptions = null) =>
        Request<Invoice>(HttpMethod.Post, PathOf(id) + "/update_lines", options, requestOptions);

    public virtual Task<Invoice> UpdateLinesAsync(
        string id,
        InvoiceUpdateLinesOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Invoice>(HttpMethod.Post, PathOf(id) + "/update_lines", options, requestOptions, cancellationToken);

    public virtual Invoice VoidInvoice(string id, InvoiceVoidOptions options = null, RequestOptions requestOptions = null) =>
        Request<Invoice>(HttpMethod.Post, PathOf(id) + "/void", options, requestOptions);

    public virtual Task<Invoice> VoidInvoiceAsync(
        string id,
        InvoiceVoidOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Invoice>(HttpMethod.Post, PathOf(id) + "/void", options, requestOptions, cancellationToken);

    private static string PathOf(string id) => $"/v1/invoices/{Uri.EscapeDataString(id)}";
}
