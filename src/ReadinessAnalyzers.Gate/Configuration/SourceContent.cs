namespace ReadinessAnalyzers.Gate.Configuration;

/// <summary>
/// What one source of the configuration was found to say: environment variables or keys, the faults on the way, and what it leaves open.
/// </summary>
internal sealed class SourceContent
{
    /// <summary>The settings files that are published with the app, which are read by the names that the environment gives them.</summary>
    public static readonly SourceContent PublishedSettings = new();

    /// <summary>Environment variables, in the order in which the app finds them: of two with one name the last counts.</summary>
    public IReadOnlyList<EnvironmentVariable> Variables { get; init; } = [];

    /// <summary>Keys, from a source that is no environment.</summary>
    public ConfigurationLayer? Layer { get; init; }

    public IReadOnlyList<OpenReference> Open { get; init; } = [];

    public IReadOnlyList<SettingsProblem> Problems { get; init; } = [];

    /// <summary>False if the source is too broken to know what it sets.</summary>
    public bool IsRead { get; init; } = true;
}
