namespace ReadinessAnalyzers.Gate.Configuration;

/// <summary>A value as the app will see it, where it stands, and the value of a lower layer that it hides.</summary>
internal sealed record ConfigurationValue(string Key, string? Value, FilePosition Position, SettingsFile File)
{
    public ConfigurationValue? Overrides { get; init; }

    /// <summary>Null, empty and blank are alike: .NET 9 turns null into an empty string, .NET 10 does not.</summary>
    public bool IsMissing => string.IsNullOrWhiteSpace(Value);

    /// <summary>The key only: the value may be a secret.</summary>
    public override string ToString() => Key;
}
