using System.Collections.Concurrent;

namespace ReadySubscriptions;

/// <summary>
/// Stripe may deliver an event more than once; its id tells. An app with more than one instance keeps the ids in its database,
/// under a unique index and in the transaction that also holds the event's effect.
/// </summary>
public sealed class ProcessedEvents
{
    private readonly ConcurrentDictionary<string, byte> _ids = new();

    /// <summary>False if the event was seen before.</summary>
    internal bool TryBegin(string eventId) => _ids.TryAdd(eventId, 0);

    /// <summary>Lets the event be handled again, after a failure.</summary>
    internal void Forget(string eventId) => _ids.TryRemove(eventId, out _);
}
