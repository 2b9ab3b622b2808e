namespace Stripe.V2.Core;

public class EventService : Service
{
    public EventService()
    {
    }

    public EventService(IStripeClient client)
        : base(client)
    {
    }

    public virtual Event Get(string id, EventGetOptions options = null, RequestOptions requestOptions = null) =>
        Request<Event>(HttpMethod.Get, PathOf(id), options, requestOptions);

    public virtual Task<Event> GetAsync(
        string id,
        EventGetOptions options = null,
        RequestOptions requestOptions = null,
        CancellationToken cancellationToken = default) =>
        RequestAsync<Event>(HttpMethod.Get, PathOf(id), options, requestOptions, cancellationToken);

    private static string PathOf(string id) => $"/v2/core/events/{Uri.EscapeDataString(id)}";
}
