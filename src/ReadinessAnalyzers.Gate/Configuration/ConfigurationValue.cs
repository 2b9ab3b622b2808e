namespace ReadinessAnalyzers.Gate.Configuration;

/// <summary>A value as the app will see it, where it stands, and the value of a lower layer that it hides.</summary>
internal sealed record ConfigurationValue(string Key, string? Value, FilePosition Position, ConfigurationOrigin Origin)
{
    public ConfigurationValue? Overrides { get; init; }

    /// <summary>The environment variable that sets it, by its own name; null for what no variable sets.</summary>
    public string? Variable { get; init; }

    /// <summary>
    /// Where the real value will come from, such as <c>secret 'stripe', key 'apiKey'</c>, if only that is known: what the source says,
    /// or what the value itself says when it is a placeholder. Null for a value that can be judged.
    /// </summary>
    public string? Reference
    {
        get => field ?? ReferenceValue.Find(Value, KeepsDollars);
        init;
    }

    /// <summary>
    /// What is literally there of a value in which a reference stands, with <see cref="ReferenceValue.Unknown"/> in its place; null where
    /// none does or nobody can say which part it is.
    /// </summary>
    public string? KnownPart =>
        Reference is not null && ReferenceValue.WithoutReferences(Value ?? "") is var known && known.IndexOf(ReferenceValue.Unknown) >= 0 ? known : null;

    /// <summary>Whether nothing replaces variables in the value, so that a dollar sign is part of it.</summary>
    public bool KeepsDollars { get; init; }

    /// <summary>
    /// Whether <see cref="Value"/> is only of the same kind and length class as the real one, which a fingerprint keeps to itself.
    /// </summary>
    public bool IsStandIn { get; init; }

    /// <summary>Whether somebody wrote it in the place of a Stripe credential: <c>whsec_xxx</c>.</summary>
    public bool IsPlaceholderCredential => !IsStandIn && StripeKey.IsPlaceholder(Value);

    /// <summary>Null, empty and blank are alike: .NET 9 turns null into an empty string, .NET 10 does not.</summary>
    public bool IsMissing => string.IsNullOrWhiteSpace(Value) && Reference is null;

    /// <summary>The key only: the value may be a secret.</summary>
    public override string ToString() => Key;
}
