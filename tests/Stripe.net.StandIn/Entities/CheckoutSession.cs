using System.Text.Json.Serialization;

namespace Stripe.Checkout;

public class Session : StripeEntity<Session>, IHasId, IHasMetadata, IHasObject
{
    public string Id { get; set; }

    public string Object { get; set; }

    public long? AmountSubtotal { get; set; }

    public long? AmountTotal { get; set; }

    public string CancelUrl { get; set; }

    public string ClientReferenceId { get; set; }

    public string ClientSecret { get; set; }

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

    public SessionCustomerDetails CustomerDetails { get; set; }

    public string CustomerEmail { get; set; }

    public DateTime ExpiresAt { get; set; }

    [JsonIgnore]
    public string InvoiceId
    {
        get => ExpandableInvoice.Id;
        set => ExpandableInvoice = new Expandable<Invoice>(value);
    }

    [JsonIgnore]
    public Invoice Invoice
    {
        get => ExpandableInvoice.Value;
        set => ExpandableInvoice = new Expandable<Invoice>(value);
    }

    [JsonInclude]
    [JsonPropertyName("invoice")]
    internal Expandable<Invoice> ExpandableInvoice { get; set; }

    public bool Livemode { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public string Mode { get; set; }

    [JsonIgnore]
    public string PaymentIntentId
    {
        get => ExpandablePaymentIntent.Id;
        set => ExpandablePaymentIntent = new Expandable<PaymentIntent>(value);
    }

    [JsonIgnore]
    public PaymentIntent PaymentIntent
    {
        get => ExpandablePaymentIntent.Value;
        set => ExpandablePaymentIntent = new Expandable<PaymentIntent>(value);
    }

    [JsonInclude]
    [JsonPropertyName("payment_intent")]
    internal Expandable<PaymentIntent> ExpandablePaymentIntent { get; set; }

    public string PaymentStatus { get; set; }

    public string Status { get; set; }

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

    public string SuccessUrl { get; set; }

    public string Url { get; set; }
}

public class SessionCustomerDetails : StripeEntity<SessionCustomerDetails>
{
    public Address Address { get; set; }

    public string Email { get; set; }

    public string Name { get; set; }

    public string Phone { get; set; }
}
