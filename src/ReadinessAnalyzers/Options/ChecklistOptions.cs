using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReadinessAnalyzers.Checklist;

namespace ReadinessAnalyzers.Options;

/// <summary>The options of the rules about the go-live checklist.</summary>
internal static class ChecklistOptions
{
    public const string TodayKey = "readiness.today";

    /// <summary>
    /// The day on which a sign-off is looked at: <c>readiness.today</c> of <c>.editorconfig</c> or <c>.globalconfig</c>, else the clock's. Nothing
    /// that fails a build may hang on it: what depends on the day is told in the editor as a suggestion, and the gate judges it by the day of the publish.
    /// </summary>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "Only suggestions depend on it. A property that names the day would compile the project anew whenever it changes.")]
    public static DateTime Today(this AnalyzerOptions options, AdditionalText file) =>
        options.AnalyzerConfigOptionsProvider.GetOptions(file).TryGetValue(TodayKey, out var today) && SignOffReader.ReadDay(today) is { } day ? day : DateTime.UtcNow.Date;
}
