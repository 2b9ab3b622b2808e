using System.Text.Json.Serialization;

namespace Stripe;

public class Discount : StripeEntity<Discount>, IHasId, IHasObject
{
    public string Id { get; set; }

    public string Object { get; set; }

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

    public bool? Deleted { get; set; }

    public DateTime? End { get; set; }

    public DateTime Start { get; set; }

    public string Subscription { get; set; }
}
