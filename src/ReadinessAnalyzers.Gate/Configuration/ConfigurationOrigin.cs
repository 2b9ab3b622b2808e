namespace ReadinessAnalyzers.Gate.Configuration;

/// <summary>What a value was read from, as reports name it: a kind of source and the name of the one that is meant, such as a path.</summary>
/// <param name="Kind">A noun, such as <c>settings file</c> or <c>Docker Compose service</c>.</param>
/// <param name="Name">The file as the project or readiness.json names it; empty where there is only one of the kind.</param>
/// <param name="Ships">Whether it is published with the app, so that whoever has the app has the value.</param>
internal sealed record ConfigurationOrigin(string Kind, string Name, bool Ships = false)
{
    public override string ToString() => Name.Length == 0 ? Kind : $"{Kind} {Name}";
}
