using System.Text.Json.Serialization;
using Stripe.V2.Core;

namespace Stripe.Events;

public class V1BillingMeterErrorReportTriggeredEventNotification : EventNotification
{
    internal const string Name = "v1.billing.meter.error_report_triggered";

    [JsonInclude]
    public EventNotificationRelatedObject RelatedObject { get; internal set; }

    public V1BillingMeterErrorReportTriggeredEvent FetchEvent() => FetchEvent<V1BillingMeterErrorReportTriggeredEvent>();

    public Task<V1BillingMeterErrorReportTriggeredEvent> FetchEventAsync(CancellationToken cancellationToken = default) =>
        FetchEventAsync<V1BillingMeterErrorReportTriggeredEvent>(cancellationToken);
}

public class V1BillingMeterErrorReportTriggeredEvent : Event
{
    public EventRelatedObject RelatedObject { get; set; }
}

public class V1BillingMeterNoMeterFoundEventNotification : EventNotification
{
    internal const string Name = "v1.billing.meter.no_meter_found";

    public V1BillingMeterNoMeterFoundEvent FetchEvent() => FetchEvent<V1BillingMeterNoMeterFoundEvent>();

    public Task<V1BillingMeterNoMeterFoundEvent> FetchEventAsync(CancellationToken cancellationToken = default) =>
        FetchEventAsync<V1BillingMeterNoMeterFoundEvent>(cancellationToken);
}

public class V1BillingMeterNoMeterFoundEvent : Event;

public class V2CoreEventDestinationPingEventNotification : EventNotification
{
    internal const string Name = "v2.core.event_destination.ping";

    [JsonInclude]
    public EventNotificationRelatedObject RelatedObject { get; internal set; }

    public V2CoreEventDestinationPingEvent FetchEvent() => FetchEvent<V2CoreEventDestinationPingEvent>();

    public Task<V2CoreEventDestinationPingEvent> FetchEventAsync(CancellationToken cancellationToken = default) =>
        FetchEventAsync<V2CoreEventDestinationPingEvent>(cancellationToken);
}

public class V2CoreEventDestinationPingEvent : Event
{
    public EventRelatedObject RelatedObject { get; set; }
}

/// <summary>A type that this version of the library does not know.</summary>
public class UnknownEventNotification : EventNotification
{
    [JsonInclude]
    public EventNotificationRelatedObject RelatedObject { get; internal set; }

    public Event FetchEvent() => FetchEvent<Event>();

    public Task<Event> FetchEventAsync(CancellationToken cancellationToken = default) => FetchEventAsync<Event>(cancellationToken);
}
