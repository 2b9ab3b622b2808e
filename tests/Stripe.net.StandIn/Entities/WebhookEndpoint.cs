namespace Stripe;

public class WebhookEndpoint : StripeEntity<WebhookEndpoint>, IHasId, IHasMetadata, IHasObject
{
    public string Id { get; set; }

    public string Object { get; set; }

    public string ApiVersion { get; set; }

    public string Application { get; set; }

    public DateTime Created { get; set; }

    public bool? Deleted { get; set; }

    public string Description { get; set; }

    public List<string> EnabledEvents { get; set; }

    public bool Livemode { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public string Secret { get; set; }

    public string Status { get; set; }

    public string Url { get; set; }
}
