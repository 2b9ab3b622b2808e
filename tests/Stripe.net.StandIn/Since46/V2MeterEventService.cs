namespace Stripe.V2.Billing;

public class MeterEventService : Service
{
    public MeterEventService()
    {
    }

    public MeterEventService(IStripeClient client)
        : base(client)
    {
    }

    public virtual MeterEvent Create(MeterEventCreateOptions options, RequestOptions requestOptions = null) =>
        Request<MeterEvent>(HttpMethod.Post, "/v2/billing/meter_events", options, requestOptions);

    public virtual Task<MeterEvent> CreateAsync(
        MeterEventCreateOptions options,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<MeterEvent>(HttpMethod.Post, "/v2/billing/meter_events", options, requestOptions, cancellationToken);
}
