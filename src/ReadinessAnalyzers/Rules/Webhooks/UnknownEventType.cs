using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts.Webhooks;

namespace ReadinessAnalyzers.Rules.Webhooks;

/// <summary>RDY2009: Stripe sends no event of that type, so the code that waits for one is dead.</summary>
internal sealed class UnknownEventType : Rule<EventTypeComparison>
{
    /// <summary>The property of a diagnostic that holds the type to write instead, where that is no change of meaning.</summary>
    public const string Replacement = "replacement";

    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.Rule(
        "RDY2009",
        "Unknown Stripe event type",
        "'{0}' is {1}. {2}.",
        DiagnosticSeverity.Warning,
        "WH-05");

    public override void Check(EventTypeComparison comparison, Report report)
    {
        // What no type can look like is no misspelt one: "", "*", "unknown".
        if (comparison.IsKnown || !comparison.IsForEventsOnly || !IsName(comparison.Type))
            return;
        if (NearestEventType.To(comparison.Type) is { } name)
        {
            var nearest = comparison.IsInCapitals ? name.ToUpperInvariant() : name;
            var replacement = ImmutableDictionary<string, string?>.Empty;
            if (!NearestEventType.IsSuccessor(comparison.Type))
                replacement = replacement.Add(Replacement, nearest);
            report.At(comparison.Location, [], replacement,
                comparison.Type, "no event type of Stripe, so what waits for it never runs", $"Write '{nearest}'");
        }
        else if (comparison.Type.Contains('.'))
        {
            (report with { Severity = DiagnosticSeverity.Info }).At(comparison.Location,
                comparison.Type, $"not among the event types of {StripeEventTypes.Version}, so what waits for it may never run", "Check the name, unless it is newer");
        }
    }

    private static bool IsName(string type) => type.All(c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or ' ') && type.Any(char.IsLetter);
}
