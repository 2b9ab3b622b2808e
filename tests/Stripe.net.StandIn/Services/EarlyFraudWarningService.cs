namespace Stripe.Radar;

public partial class EarlyFraudWarningService
{
    public EarlyFraudWarningService()
    {
    }

    public EarlyFraudWarningService(IStripeClient client)
        : base(client)
    {
    }

    public virtual EarlyFraudWarning Get(
        string id,
        EarlyFraudWarningGetOptions options = null,
        RequestOptions requestOptions = null) =>
        Request<EarlyFraudWarning>(HttpMethod.Get, PathOf(id), options, requestOptions);

    public virtual Task<EarlyFraudWarning> GetAsync(
        string id,
        EarlyFraudWarningGetOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<EarlyFraudWarning>(HttpMethod.Get, PathOf(id), options, requestOptions, cancellationToken);

    public virtual StripeList<EarlyFraudWarning> List(
        EarlyFraudWarningListOptions options = null,
        RequestOptions requestOptions = null) =>
        Request<StripeList<EarlyFraudWarning>>(HttpMethod.Get, "/v1/radar/early_fraud_warnings", options, requestOptions);

    public virtual Task<StripeList<EarlyFraudWarning>> ListAsync(
        EarlyFraudWarningListOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<StripeList<EarlyFraudWarning>>(
            HttpMethod.Get,
            "/v1/radar/early_fraud_warnings",
            options,
            requestOptions,
            cancellationToken);

    public virtual IEnumerable<EarlyFraudWarning> ListAutoPaging(
        EarlyFraudWarningListOptions options = null,
        RequestOptions requestOptions = null) =>
        ListAll<EarlyFraudWarning>("/v1/radar/early_fraud_warnings", options, requestOptions);

    public virtual IAsyncEnumerable<EarlyFraudWarning> ListAutoPagingAsync(
        EarlyFraudWarningListOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        ListAllAsync<EarlyFraudWarning>("/v1/radar/early_fraud_warnings", options, requestOptions, cancellationToken);

    private static string PathOf(string id) => $"/v1/radar/early_fraud_warnings/{Uri.EscapeDataString(id)}";
}
