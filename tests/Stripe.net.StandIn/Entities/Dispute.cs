using System.Text.Json.Serialization;

namespace Stripe;

public class Dispute : StripeEntity<Dispute>, IHasId, IHasMetadata, IHasObject
{
    public string Id { get; set; }

    public string Object { get; set; }

    public long Amount { get; set; }

    [JsonIgnore]
    public string ChargeId
    {
        get => ExpandableCharge.Id;
        set => ExpandableCharge = new Expandable<Charge>(value);
    }

    [JsonIgnore]
    public Charge Charge
    {
        get => ExpandableCharge.Value;
        set => ExpandableCharge = new Expandable<Charge>(value);
    }

    [JsonInclude]
    [JsonPropertyName("charge")]
    internal Expandable<Charge> ExpandableCharge { get; set; }

    public DateTime Created { get; set; }

    public string Currency { get; set; }

    public DisputeEvidenceDetails EvidenceDetails { get; set; }

    public bool IsChargeRefundable { get; set; }

    public bool Livemode { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

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

    public string Reason { get; set; }

    public string Status { get; set; }
}

public class DisputeEvidenceDetails : StripeEntity<DisputeEvidenceDetails>
{
    public DateTime? DueBy { get; set; }

    public bool HasEvidence { get; set; }

    public bool PastDue { get; set; }

    public long SubmissionCount { get; set; }
}
