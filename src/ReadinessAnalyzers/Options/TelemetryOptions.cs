using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ReadinessAnalyzers.Options;

/// <summary>The options of the rules about telemetry.</summary>
internal static class TelemetryOptions
{
    /// <summary>
    /// The types of the app that log or measure and whose source does not show it: <c>readiness.RDY3001.telemetry_types</c>, full names separated
    /// by commas. They count for all rules about telemetry.
    /// </summary>
    public static string TelemetryTypes(this AnalyzerOptions options, SyntaxTree tree) =>
        options.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue("readiness.RDY3001.telemetry_types", out var types) ? types : "";
}
