namespace Stripe;

public class SubscriptionItem : StripeEntity<SubscriptionItem>, IHasId, IHasMetadata, IHasObject
{
    public string Id { get; set; }

    public string Object { get; set; }

    public DateTime Created { get; set; }

#if !STRIPE_BEFORE_46
    public DateTime CurrentPeriodEnd { get; set; }
#endif

#if !STRIPE_BEFORE_46
    public DateTime CurrentPeriodStart { get; set; }
#endif

    public bool? Deleted { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public Price Price { get; set; }

    public long Quantity { get; set; }

    public string Subscription { get; set; }
}
