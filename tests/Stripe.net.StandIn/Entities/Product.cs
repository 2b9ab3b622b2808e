using System.Text.Json.Serialization;

namespace Stripe;

public class Product : StripeEntity<Product>, IHasId, IHasMetadata, IHasObject
{
    public string Id { get; set; }

    public string Object { get; set; }

    public bool Active { get; set; }

    public DateTime Created { get; set; }

    [JsonIgnore]
    public string DefaultPriceId
    {
        get => ExpandableDefaultPrice.Id;
        set => ExpandableDefaultPrice = new Expandable<Price>(value);
    }

    [JsonIgnore]
    public Price DefaultPrice
    {
        get => ExpandableDefaultPrice.Value;
        set => ExpandableDefaultPrice = new Expandable<Price>(value);
    }

    [JsonInclude]
    [JsonPropertyName("default_price")]
    internal Expandable<Price> ExpandableDefaultPrice { get; set; }

    public bool? Deleted { get; set; }

    public string Description { get; set; }

    public List<string> Images { get; set; }

    public bool Livemode { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public string Name { get; set; }

    public DateTime Updated { get; set; }
}
