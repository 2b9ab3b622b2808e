namespace Stripe.BillingPortal;

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
        Request<Session>(HttpMethod.Post, "/v1/billing_portal/sessions", options, requestOptions);

    public virtual Task<Session> CreateAsync(
        SessionCreateOptions options,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Session>(HttpMethod.Post, "/v1/billing_portal/sessions", options, requestOptions, cancellationToken);
}
