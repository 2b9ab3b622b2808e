using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>A constant that the code compares with the type of a Stripe event: a case, an operand, the key of a dictionary.</summary>
/// <param name="Type">Its value.</param>
/// <param name="Location">Where it stands.</param>
/// <param name="Site">The event's type in the code that compares it; elsewhere, where a dictionary or an array holds the constant.</param>
internal sealed record EventTypeComparison(string Type, Location Location, SyntaxNode Site)
{
    /// <summary>True if it is written out at <see cref="Location"/>.</summary>
    public bool IsLiteral { get; init; }

    /// <summary>False if texts that are no event's type come here too, so that the constant may be meant for them.</summary>
    public bool IsForEventsOnly { get; init; } = true;

    /// <summary>False if nothing shows that Stripe has such a type: neither the list nor the constants of the referenced version.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>True if only a constant in capitals can be equal.</summary>
    public bool IsInCapitals { get; init; }

    /// <summary>The constant of the referenced Stripe.net for it, as <c>EventTypes.InvoicePaid</c>; null if there is none, if it is one, or if none can be equal.</summary>
    public string? Constant { get; init; }
}
