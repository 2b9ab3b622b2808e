using System.Reflection;

namespace ReadinessAnalyzers.Samples.Tests;

/// <summary>Where a sample's settings are.</summary>
internal static class SampleFolder
{
    private static readonly string Samples = typeof(SampleFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "Samples").Value!;

    public static string Of(string sample) => Path.Combine(Samples, sample);
}
