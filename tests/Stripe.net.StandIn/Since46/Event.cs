namespace Stripe.V2.Core;

public class Event : StripeEntity<Event>, IHasId, IHasObject
{
    public string Id { get; set; }

    public string Object { get; set; }

    public Dictionary<string, object> Changes { get; set; }

    public string Context { get; set; }

    public DateTime Created { get; set; }

    public bool Livemode { get; set; }

    public EventReason Reason { get; set; }

    public string Type { get; set; }
}

public class EventReason : StripeEntity<EventReason>
{
    public string Type { get; set; }
}

public class EventRelatedObject : StripeEntity<EventRelatedObject>, IHasId
{
    public string Id { get; set; }

    public string Type { get; set; }

    public string Url { get; set; }
}
