using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>The source <c>environment</c>: the team says that the variables of the build are those of the app, as in a container's own build.</summary>
internal static class ProcessEnvironment
{
    public static void Read(SourceReading reading)
    {
        // By name, so that every run sees the same order.
        foreach (var name in reading.Environment!.Keys.Cast<string>().OrderBy(name => name, StringComparer.Ordinal))
            reading.Set(new(name, (string?)reading.Environment[name], reading.Source.Position, new(reading.Source.Kind.Noun, name)));
    }

    /// <summary>The variables of this process.</summary>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The one place that sees the values; they go where readiness.json declares the environment a source.")]
    public static IDictionary Variables() => System.Environment.GetEnvironmentVariables();
}
