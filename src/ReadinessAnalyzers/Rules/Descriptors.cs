using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Rules;

/// <summary>
/// The one place that makes descriptors, so that category, help link and tags follow from the id alone.
/// A severity is a promise: Warning = wrong in every production app, Info = advice.
/// </summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "The one place.")]
internal static class Descriptors
{
    /// <param name="id">RDY and four digits; the first digit is the category and the folder of the rule.</param>
    /// <param name="title">The rule, stated in general.</param>
    /// <param name="message">This case: the fault, why it matters, what to do.</param>
    /// <param name="severity">The default, which users change in .editorconfig.</param>
    /// <param name="requirements">Ids of the go-live requirements that the rule enforces, such as SEC-01.</param>
    public static DiagnosticDescriptor Rule(
        string id, string title, string message, DiagnosticSeverity severity, params string[] requirements) =>
        new(id, title, message, Category(id), severity, isEnabledByDefault: true, helpLinkUri: RuleHelp.Link(id), customTags: requirements);

    /// <summary>A rule that only some teams want, so that each switches it on for itself.</summary>
    public static DiagnosticDescriptor OptIn(string id, string title, string message, params string[] requirements) =>
        new(id, title, message, Category(id), DiagnosticSeverity.Info, isEnabledByDefault: false, helpLinkUri: RuleHelp.Link(id), customTags: requirements);

    /// <summary>
    /// A fact for the gate. Neither .editorconfig nor NoWarn may erase it (NotConfigurable), and no editor shows it (CompilationEnd);
    /// it is of severity Info, since the compile log leaves out anything lower.
    /// </summary>
    public static DiagnosticDescriptor Fact(string id, string title, string message) =>
        new(id, title, message, Category(id), DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: RuleHelp.Link(id),
            customTags: [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.CompilationEnd]);

    private static string Category(string id) => "Readiness." + id[3] switch
    {
        '0' => "Facts",
        '1' => "Secrets",
        '2' => "Webhooks",
        '3' => "Telemetry",
        '4' => "Billing",
        '5' => "Access",
        '6' => "Data",
        '9' => "Checklist",
        _ => throw new ArgumentException($"{id} belongs to no category.", nameof(id)),
    };
}
