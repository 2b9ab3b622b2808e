using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReadinessAnalyzers.Checklist;

namespace ReadinessAnalyzers.Options;

/// <summary>The options of the rules about the go-live checklist.</summary>
internal static class ChecklistOptions
{
    private const string TodayProperty = "build_property.ReadinessToday";

    /// <summary>
    /// The day that the property <c>ReadinessToday</c> names, else that of the clock. Nothing that fails a build may hang on it: what depends on
    /// the day is told in the editor as a suggestion, and the gate judges it by the day of the publish.
    /// </summary>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "Only suggestions depend on it. A property that changes every day would compile every project anew every day.")]
    public static DateTime Today(this AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(TodayProperty, out var today) && SignOffReader.ReadDay(today) is { } day ? day : DateTime.UtcNow.Date;
}
