using System.Collections.Concurrent;

namespace UnreadyShop;

/// <summary>What was paid and which events were seen, kept in memory.</summary>
public sealed class Orders
{
    private readonly ConcurrentDictionary<string, byte> _events = new();
    private readonly ConcurrentDictionary<string, byte> _paid = new();

    public bool IsPaid(string checkoutSession) => _paid.ContainsKey(checkoutSession);

    internal bool TryBegin(string eventId) => _events.TryAdd(eventId, 0);

    internal void Note(string? eventId) => _events.TryAdd($"seen {eventId}", 0);

    internal void Pay(string checkoutSession) => _paid.TryAdd(checkoutSession, 0);
}
