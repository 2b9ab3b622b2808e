using System.Text.Json.Serialization;

namespace Stripe;

public class PaymentIntent : StripeEntity<PaymentIntent>, IHasId, IHasMetadata, IHasObject
{
    public string Id { get; set; }

    public string Object { get; set; }

    public long Amount { get; set; }

    public long AmountCapturable { get; set; }

    public long AmountReceived { get; set; }

    public DateTime? CanceledAt { get; set; }

    public string CancellationReason { get; set; }

    public string CaptureMethod { get; set; }

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

    public string Description { get; set; }

#if STRIPE_BEFORE_46
    public string InvoiceId { get; set; }
#endif

    public StripeError LastPaymentError { get; set; }

    [JsonIgnore]
    public string LatestChargeId
    {
        get => ExpandableLatestCharge.Id;
        set => ExpandableLatestCharge = new Expandable<Charge>(value);
    }

    [JsonIgnore]
    public Charge LatestCharge
    {
        get => ExpandableLatestCharge.Value;
        set => ExpandableLatestCharge = new Expandable<Charge>(value);
    }

    [JsonInclude]
    [JsonPropertyName("latest_charge")]
    internal Expandable<Charge> ExpandableLatestCharge { get; set; }

    public bool Livemode { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public string PaymentMethodId { get; set; }

    public List<string> PaymentMethodTypes { get; set; }

    public string ReceiptEmail { get; set; }

    public string Status { get; set; }
}
