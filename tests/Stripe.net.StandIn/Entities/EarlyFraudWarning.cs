using System.Text.Json.Serialization;

namespace Stripe.Radar;

public class EarlyFraudWarning : StripeEntity<EarlyFraudWarning>, IHasId, IHasObject
{
    public string Id { get; set; }

    public string Object { get; set; }

    public bool Actionable { get; set; }

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

    public string FraudType { get; set; }

    public bool Livemode { get; set; }

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
}
