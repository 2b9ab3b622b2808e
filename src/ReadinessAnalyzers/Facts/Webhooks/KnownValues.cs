using System.Collections.Immutable;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>The little that a path may tell about a value.</summary>
internal enum KnownValue
{
    True,
    False,
    Null,

    /// <summary>Any object.</summary>
    NotNull,

    /// <summary>The exception by which Stripe.net says that a signature does not hold.</summary>
    SignatureException,

    /// <summary>An HTTP answer of 200 to 299.</summary>
    Success,

    /// <summary>Any other HTTP answer.</summary>
    Refusal,

    /// <summary>A method returned, and without a value.</summary>
    Nothing,
}

/// <summary>
/// What is known of the locals, parameters and temporaries on a path, and of the calls made on it. Immutable; equal if it says the same.
/// </summary>
internal sealed class KnownValues : IEquatable<KnownValues>
{
    private readonly ImmutableDictionary<object, KnownValue> _values;

    private KnownValues(ImmutableDictionary<object, KnownValue> values) => _values = values;

    public static KnownValues None { get; } = new(ImmutableDictionary<object, KnownValue>.Empty);

    /// <summary>Null if nothing is known.</summary>
    public KnownValue? Of(object holder) => _values.TryGetValue(holder, out var value) ? value : null;

    /// <summary>The same with <paramref name="holder"/> overwritten; null is anything.</summary>
    public KnownValues With(object holder, KnownValue? value) =>
        new(value is { } known ? _values.SetItem(holder, known) : _values.Remove(holder));

    /// <summary>What holds on both of two paths.</summary>
    public KnownValues Join(KnownValues other) => _values == other._values
        ? this
        : new(_values.RemoveRange(_values.Where(pair => other.Of(pair.Key) != pair.Value).Select(pair => pair.Key)));

    public bool Equals(KnownValues? other) =>
        other is not null && (_values == other._values || (_values.Count == other._values.Count && Join(other)._values.Count == _values.Count));

    public override bool Equals(object? obj) => Equals(obj as KnownValues);

    public override int GetHashCode() => _values.Count;
}
