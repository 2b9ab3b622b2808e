using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stripe;

// Names and converters stand on the members because the original also reads events with no serializer options at all.
public class Event : StripeEntity<Event>, IHasId, IHasObject
{
    [JsonPropertyName("id")]
    public string Id { get; set; }

    [JsonPropertyName("object")]
    public string Object { get; set; }

    [JsonPropertyName("account")]
    public string Account { get; set; }

    [JsonPropertyName("api_version")]
    public string ApiVersion { get; set; }

#if !STRIPE_BEFORE_46
    [JsonPropertyName("context")]
    public string Context { get; set; }
#endif

    [JsonPropertyName("created")]
    [JsonConverter(typeof(UnixSecondsConverter))]
    public DateTime Created { get; set; }

    [JsonPropertyName("data")]
    public EventData Data { get; set; }

    [JsonPropertyName("livemode")]
    public bool Livemode { get; set; }

    [JsonPropertyName("pending_webhooks")]
    public long PendingWebhooks { get; set; }

    [JsonPropertyName("request")]
    public EventRequest Request { get; set; }

    [JsonPropertyName("type")]
    public string Type { get; set; }
}

public class EventData : StripeEntity<EventData>
{
    [JsonIgnore]
    public IHasObject Object { get; set; }

    [JsonPropertyName("previous_attributes")]
    public dynamic PreviousAttributes { get; set; }

    [JsonIgnore]
    public dynamic RawObject { get; set; }

    // One member of the payload feeds two properties: the entity and the raw form for what the entity does not model.
    [JsonInclude]
    [JsonPropertyName("object")]
    internal JsonElement? ObjectJson
    {
        get => Object is null ? null : JsonSerializer.SerializeToElement(Object, Object.GetType(), StripeJson.Options);
        set
        {
            RawObject = value;
            Object = value is { } json ? ObjectTypes.Read(json) : null;
        }
    }
}

public class EventRequest : StripeEntity<EventRequest>, IHasId
{
    [JsonPropertyName("id")]
    public string Id { get; set; }

    [JsonPropertyName("idempotency_key")]
    public string IdempotencyKey { get; set; }
}
