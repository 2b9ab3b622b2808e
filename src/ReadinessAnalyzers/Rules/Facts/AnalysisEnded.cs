using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Rules.Facts;

/// <summary>RDY0000: the analyzers have read the whole project. The gate takes no log for good without it.</summary>
internal static class AnalysisEnded
{
    public static DiagnosticDescriptor Descriptor { get; } = Descriptors.Fact(
        AnalysisFact.Id,
        "Project was analyzed",
        "ReadinessAnalyzers read this project");

    /// <param name="compilation">The project.</param>
    /// <param name="configuration">Its build configuration; null if the build did not tell.</param>
    /// <param name="hasCrashed">Whether an analyzer ended in an exception.</param>
    public static Diagnostic Of(Compilation compilation, string? configuration, bool hasCrashed)
    {
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(AnalysisFact.WarningLevel, compilation.Options.WarningLevel.ToString(CultureInfo.InvariantCulture))
            .Add(AnalysisFact.Assembly, compilation.AssemblyName);
        if (configuration is not null)
            properties = properties.Add(AnalysisFact.Configuration, configuration);
        if (hasCrashed)
            properties = properties.Add(AnalysisFact.Crashed, "true");
        return Diagnostic.Create(Descriptor, Location.None, properties);
    }
}
