using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts.Webhooks;

namespace ReadinessAnalyzers.Rules.Webhooks;

/// <summary>RDY2014: a literal stands where Stripe.net has a constant, which cannot be misspelt.</summary>
internal sealed class LiteralEventType : Rule<EventTypeComparison>
{
    public override DiagnosticDescriptor Descriptor { get; } = Descriptors.OptIn(
        "RDY2014",
        "Event type is a string literal",
        "The event type '{0}' is written as a literal, in which nobody notices a slip of the pen. Use {1}.",
        "WH-05");

    public override void Check(EventTypeComparison comparison, Report report)
    {
        if (comparison is { IsLiteral: true, IsForEventsOnly: true, Constant: { } constant })
            report.At(comparison.Location, comparison.Type, constant);
    }
}
