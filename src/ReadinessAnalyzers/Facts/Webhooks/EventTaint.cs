using System.Collections.Immutable;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>
/// Which locals, parameters and temporaries hold an event that was parsed from the request, or something read from one: a bit for each
/// parsing call. Immutable; equal if it says the same.
/// </summary>
internal readonly struct EventTaint : IEquatable<EventTaint>
{
    private readonly ImmutableDictionary<object, ulong>? _holders;

    private EventTaint(ImmutableDictionary<object, ulong> holders) => _holders = holders;

    private ImmutableDictionary<object, ulong> Holders => _holders ?? ImmutableDictionary<object, ulong>.Empty;

    /// <summary>What <paramref name="holder"/> holds: a symbol, or the id of a temporary.</summary>
    public ulong Of(object holder) => Holders.TryGetValue(holder, out var events) ? events : 0;

    /// <summary>The same with <paramref name="holder"/> overwritten.</summary>
    public EventTaint With(object holder, ulong events) =>
        new(events == 0 ? Holders.Remove(holder) : Holders.SetItem(holder, events));

    /// <summary>What may be held where two paths meet: the larger of the two, with what only the smaller knows.</summary>
    /// <remarks>Paths that meet hold nearly the same, so nothing is built anew for what both know; a long method meets itself often.</remarks>
    public EventTaint Union(EventTaint other)
    {
        var (larger, smaller) = Holders.Count >= other.Holders.Count ? (this, other) : (other, this);
        if (larger.Holders == smaller.Holders)
            return larger;
        var union = larger.Holders;
        foreach (var pair in smaller.Holders)
        {
            var known = larger.Of(pair.Key);
            if ((pair.Value | known) != known)
                union = union.SetItem(pair.Key, pair.Value | known);
        }
        return new(union);
    }

    /// <summary>Everything held by those of whom <paramref name="isHolder"/> is true.</summary>
    public ulong OfAll(Func<object, bool> isHolder) =>
        Holders.Where(pair => isHolder(pair.Key)).Aggregate(0UL, (all, pair) => all | pair.Value);

    public bool Equals(EventTaint other)
    {
        var (mine, theirs) = (Holders, other.Holders);
        return mine == theirs
            || (mine.Count == theirs.Count && mine.All(pair => theirs.TryGetValue(pair.Key, out var events) && events == pair.Value));
    }

    public override bool Equals(object? obj) => obj is EventTaint other && Equals(other);

    public override int GetHashCode() => Holders.Count;
}
