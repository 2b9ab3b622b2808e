using System.Text.Json;
using System.Text.Json.Serialization;
using Stripe.Events;

namespace Stripe.V2.Core;

/// <summary>A thin event: what happened to which object. The details are fetched.</summary>
public class EventNotification
{
    private static readonly Dictionary<string, Type> ByType = new()
    {
        [V1BillingMeterErrorReportTriggeredEventNotification.Name] = typeof(V1BillingMeterErrorReportTriggeredEventNotification),
        [V1BillingMeterNoMeterFoundEventNotification.Name] = typeof(V1BillingMeterNoMeterFoundEventNotification),
        [V2CoreEventDestinationPingEventNotification.Name] = typeof(V2CoreEventDestinationPingEventNotification),
    };

    [JsonInclude]
    public string Id { get; internal set; }

    [JsonInclude]
    public string Type { get; internal set; }

    [JsonInclude]
    public DateTime Created { get; internal set; }

    [JsonInclude]
    public bool Livemode { get; internal set; }

    [JsonInclude]
    public EventNotificationReason Reason { get; internal set; }

    [JsonIgnore]
    public StripeContext Context { get; internal set; }

    [JsonInclude]
    [JsonPropertyName("context")]
    internal string ContextText
    {
        get => Context;
        set => Context = value;
    }

    [JsonIgnore]
    protected StripeClient Client { get; set; }

    public static EventNotification FromJson(string payload, StripeClient client)
    {
        using var document = JsonDocument.Parse(payload);
        var json = document.RootElement;
        if (ObjectTypes.NameOf(json) != ObjectTypes.ThinEvent)
        {
            throw new ArgumentException("This is not a thin event notification; use EventUtility.ConstructEvent.", nameof(payload));
        }

        var type = ByType.GetValueOrDefault(json.GetProperty("type").GetString(), typeof(UnknownEventNotification));
        var notification = (EventNotification)json.Deserialize(type, StripeJson.Options);
        notification.Client = client;
        return notification;
    }

    protected T FetchEvent<T>()
        where T : IStripeEntity =>
        FetchEventAsync<T>().GetAwaiter().GetResult();

    protected Task<T> FetchEventAsync<T>(CancellationToken cancellationToken = default)
        where T : IStripeEntity =>
        Client.RequestAsync<T>(HttpMethod.Get, $"/v2/core/events/{Uri.EscapeDataString(Id)}", null, InContext(), cancellationToken);

    protected virtual T FetchRelatedObject<T>(EventNotificationRelatedObject relatedObject)
        where T : IStripeEntity =>
        FetchRelatedObjectAsync<T>(relatedObject).GetAwaiter().GetResult();

    protected virtual Task<T> FetchRelatedObjectAsync<T>(
        EventNotificationRelatedObject relatedObject,
        CancellationToken cancellationToken = default)
        where T : IStripeEntity =>
        Client.RequestAsync<T>(HttpMethod.Get, relatedObject.Url, null, InContext(), cancellationToken);

    private RequestOptions InContext() => new() { StripeContext = Context };
}

public class EventNotificationRelatedObject
{
    [JsonInclude]
    public string Id { get; internal set; }

    [JsonInclude]
    public string Type { get; internal set; }

    [JsonInclude]
    public string Url { get; internal set; }
}

public class EventNotificationReason
{
    [JsonInclude]
    public string Type { get; internal set; }

    [JsonInclude]
    public EventNotificationReasonRequest Request { get; internal set; }
}

public class EventNotificationReasonRequest
{
    [JsonInclude]
    public string Id { get; internal set; }

    [JsonInclude]
    public string IdempotencyKey { get; internal set; }
}
