using System.Text.Json.Serialization;

namespace Stripe;

public class Invoice : StripeEntity<Invoice>, IHasId, IHasMetadata, IHasObject
{
    public string Id { get; set; }

    public string Object { get; set; }

    public long AmountDue { get; set; }

    public long AmountPaid { get; set; }

    public long AmountRemaining { get; set; }

    public long AttemptCount { get; set; }

    public bool Attempted { get; set; }

    public string BillingReason { get; set; }

    public string CollectionMethod { get; set; }

    public DateTime Created { get; set; }

    public string Currency { get; set; }

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

    public string CustomerEmail { get; set; }

    public bool? Deleted { get; set; }

    public DateTime? DueDate { get; set; }

    public string HostedInvoiceUrl { get; set; }

    public string InvoicePdf { get; set; }

    public StripeList<InvoiceLineItem> Lines { get; set; }

    public bool Livemode { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public DateTime? NextPaymentAttempt { get; set; }

    public string Number { get; set; }

#if STRIPE_BEFORE_46
    public bool Paid { get; set; }
#endif

#if !STRIPE_BEFORE_46
    public InvoiceParent Parent { get; set; }
#endif

    public DateTime PeriodEnd { get; set; }

    public DateTime PeriodStart { get; set; }

    public string Status { get; set; }

#if STRIPE_BEFORE_46
    public string SubscriptionId { get; set; }
#endif

    public long Subtotal { get; set; }

    public long Total { get; set; }
}

public class InvoiceLineItem : StripeEntity<InvoiceLineItem>, IHasId, IHasMetadata, IHasObject
{
    public string Id { get; set; }

    public string Object { get; set; }

    public long Amount { get; set; }

    public string Currency { get; set; }

    public string Description { get; set; }

    public bool Livemode { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public InvoiceLineItemPeriod Period { get; set; }

    public long? Quantity { get; set; }
}

public class InvoiceLineItemPeriod : StripeEntity<InvoiceLineItemPeriod>
{
    public DateTime End { get; set; }

    public DateTime Start { get; set; }
}

#if !STRIPE_BEFORE_46
public class InvoiceParent : StripeEntity<InvoiceParent>
{
    public InvoiceParentSubscriptionDetails SubscriptionDetails { get; set; }

    public string Type { get; set; }
}

public class InvoiceParentSubscriptionDetails : StripeEntity<InvoiceParentSubscriptionDetails>
{
    public Dictionary<string, string> Metadata { get; set; }

    [JsonIgnore]
    public string SubscriptionId
    {
        get => ExpandableSubscription.Id;
        set => ExpandableSubscription = new Expandable<Subscription>(value);
    }

    [JsonIgnore]
    public Subscription Subscription
    {
        get => ExpandableSubscription.Value;
        set => ExpandableSubscription = new Expandable<Subscription>(value);
    }

    [JsonInclude]
    [JsonPropertyName("subscription")]
    internal Expandable<Subscription> ExpandableSubscription { get; set; }
}
#endif
