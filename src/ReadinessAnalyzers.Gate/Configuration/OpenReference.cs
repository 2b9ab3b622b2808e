namespace ReadinessAnalyzers.Gate.Configuration;

/// <summary>
/// A place from which settings of any name may come and into which nobody can look here, such as the secrets of a cluster: a setting that
/// nothing else sets is deferred to it.
/// </summary>
internal sealed record OpenReference(string Reference, FilePosition Position, ConfigurationOrigin Origin)
{
    /// <summary>The setting's value, of which only this is known.</summary>
    public ConfigurationValue ValueOf(string key) => new(key, null, Position, Origin) { Reference = Reference };
}
