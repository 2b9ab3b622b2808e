using System.Collections;

namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>Reads what readiness.json declares: its entries go in, what each of them says comes out, in the same order.</summary>
internal static class DeclaredSources
{
    /// <param name="sources">The entries; null if there is no such member, which means the published settings files.</param>
    /// <param name="folder">The full path of readiness.json's folder.</param>
    /// <param name="environmentName">The environment that the app is published for.</param>
    /// <param name="environment">The variables of the build, which are read only where <c>environment</c> is among the sources.</param>
    public static IReadOnlyList<SourceContent> Read(
        IReadOnlyList<DeclaredSource>? sources, string folder, string environmentName, Func<IDictionary> environment) =>
        sources is null ? [SourceContent.PublishedSettings] : [.. sources.Select(source => Read(source, folder, environmentName, environment))];

    private static SourceContent Read(DeclaredSource source, string folder, string environmentName, Func<IDictionary> environment)
    {
        if (source.Kind == SourceKind.Appsettings)
            return SourceContent.PublishedSettings;

        var reading = new SourceReading(source, folder, environmentName, source.Kind == SourceKind.Environment ? environment() : null);
        source.Kind.Read(reading);
        return reading.Content;
    }
}
