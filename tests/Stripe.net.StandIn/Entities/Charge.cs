using System.Text.Json.Serialization;

namespace Stripe;

public class Charge : StripeEntity<Charge>, IHasId, IHasMetadata, IHasObject
{
    public string Id { get; set; }

    public string Object { get; set; }

    public long Amount { get; set; }

    public long AmountCaptured { get; set; }

    public long AmountRefunded { get; set; }

    public ChargeBillingDetails BillingDetails { get; set; }

    public bool Captured { get; set; }

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

    public string Description { get; set; }

    public bool Disputed { get; set; }

    public string FailureCode { get; set; }

    public string FailureMessage { get; set; }

#if STRIPE_BEFORE_46
    public string InvoiceId { get; set; }
#endif

    public bool Livemode { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public bool Paid { get; set; }

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

    public string PaymentMethod { get; set; }

    public string ReceiptEmail { get; set; }

    public string ReceiptUrl { get; set; }

    public bool Refunded { get; set; }

    public StripeList<Refund> Refunds { get; set; }

    public string Status { get; set; }
}

public class ChargeBillingDetails : StripeEntity<ChargeBillingDetails>
{
    public Address Address { get; set; }

    public string Email { get; set; }

    public string Name { get; set; }

    public string Phone { get; set; }
}
