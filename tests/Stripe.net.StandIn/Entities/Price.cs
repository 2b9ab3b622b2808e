using System.Text.Json.Serialization;

namespace Stripe;

public class Price : StripeEntity<Price>, IHasId, IHasMetadata, IHasObject
{
    public string Id { get; set; }

    public string Object { get; set; }

    public bool Active { get; set; }

    public string BillingScheme { get; set; }

    public DateTime Created { get; set; }

    public string Currency { get; set; }

    public bool? Deleted { get; set; }

    public bool Livemode { get; set; }

    public string LookupKey { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public string Nickname { get; set; }

    [JsonIgnore]
    public string ProductId
    {
        get => ExpandableProduct.Id;
        set => ExpandableProduct = new Expandable<Product>(value);
    }

    [JsonIgnore]
    public Product Product
    {
        get => ExpandableProduct.Value;
        set => ExpandableProduct = new Expandable<Product>(value);
    }

    [JsonInclude]
    [JsonPropertyName("product")]
    internal Expandable<Product> ExpandableProduct { get; set; }

    public PriceRecurring Recurring { get; set; }

    public string TaxBehavior { get; set; }

    public string Type { get; set; }

    public long? UnitAmount { get; set; }

    public decimal? UnitAmountDecimal { get; set; }
}

public class PriceRecurring : StripeEntity<PriceRecurring>
{
    public string Interval { get; set; }

    public long IntervalCount { get; set; }

    public string UsageType { get; set; }
}
