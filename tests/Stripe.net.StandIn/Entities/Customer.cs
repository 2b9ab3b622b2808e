namespace Stripe;

public class Customer : StripeEntity<Customer>, IHasId, IHasMetadata, IHasObject
{
    public string Id { get; set; }

    public string Object { get; set; }

    public Address Address { get; set; }

    public long Balance { get; set; }

    public DateTime Created { get; set; }

    public string Currency { get; set; }

    public bool? Deleted { get; set; }

    public bool? Delinquent { get; set; }

    public string Description { get; set; }

    public Discount Discount { get; set; }

    public string Email { get; set; }

    public bool Livemode { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public string Name { get; set; }

    public string Phone { get; set; }

    public StripeList<Subscription> Subscriptions { get; set; }
}
