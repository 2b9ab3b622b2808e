using System.Text.Json.Serialization;

namespace Stripe;

public class Subscription : StripeEntity<Subscription>, IHasId, IHasMetadata, IHasObject
{
    public string Id { get; set; }

    public string Object { get; set; }

    public string CollectionMethod { get; set; }

    public bool CancelAtPeriodEnd { get; set; }

    public DateTime? CancelAt { get; set; }

    public DateTime? CanceledAt { get; set; }

    public DateTime Created { get; set; }

    public string Currency { get; set; }

#if STRIPE_BEFORE_46
    public DateTime CurrentPeriodEnd { get; set; }
#endif

#if STRIPE_BEFORE_46
    public DateTime CurrentPeriodStart { get; set; }
#endif

    [JsonIgnore]
    public string CustomerId
    {
        get => ExpandableCustomer.Id;
        set => ExpandableCustomer = new Expandable<Customer>(value);
    }

    [JsonIgnore]
    public Customer Customer
    {
        get => ExpandableCustomer.Value;
        set => ExpandableCustomer = new Expandable<Customer>(value);
    }

    [JsonInclude]
    [JsonPropertyName("customer")]
    internal Expandable<Customer> ExpandableCustomer { get; set; }

    public long? DaysUntilDue { get; set; }

    public string DefaultPaymentMethodId { get; set; }

    public DateTime? EndedAt { get; set; }

    public StripeList<SubscriptionItem> Items { get; set; }

    [JsonIgnore]
    public string LatestInvoiceId
    {
        get => ExpandableLatestInvoice.Id;
        set => ExpandableLatestInvoice = new Expandable<Invoice>(value);
    }

    [JsonIgnore]
    public Invoice LatestInvoice
    {
        get => ExpandableLatestInvoice.Value;
        set => ExpandableLatestInvoice = new Expandable<Invoice>(value);
    }

    [JsonInclude]
    [JsonPropertyName("latest_invoice")]
    internal Expandable<Invoice> ExpandableLatestInvoice { get; set; }

    public bool Livemode { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public DateTime StartDate { get; set; }

    public string Status { get; set; }

    public DateTime? TrialEnd { get; set; }

    public DateTime? TrialStart { get; set; }
}
