namespace ReadinessAnalyzers.Gate.Configuration;

/// <summary>An environment variable that the app will find, and where it is set.</summary>
internal sealed record EnvironmentVariable(string Name, string? Value, FilePosition Position, ConfigurationOrigin Origin)
{
    /// <summary>As the source writes it, such as <c>Stripe__SecretKey</c>.</summary>
    public string Name { get; } = Name;

    /// <summary>Null if only <see cref="Reference"/> is known.</summary>
    public string? Value { get; } = Value;

    /// <summary>Where the value will come from, if the source says so in place of a value.</summary>
    public string? Reference { get; init; }

    public bool IsStandIn { get; init; }

    /// <summary>Whether the source says that a dollar sign in the value is one.</summary>
    public bool KeepsDollars { get; init; }

    /// <summary>The variable as the value of a configuration key.</summary>
    public ConfigurationValue As(string key) =>
        new(key, Value, Position, Origin) { Variable = Name, Reference = Reference, IsStandIn = IsStandIn, KeepsDollars = KeepsDollars };

    /// <summary>The name only: the value may be a secret.</summary>
    public override string ToString() => Name;
}
