using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>A function that compares the types of Stripe events or checks their signature.</summary>
/// <param name="Name">Its name, or the route of a lambda; for messages.</param>
/// <param name="Location">Where it is declared.</param>
/// <param name="Types">The types that it compares with, in ordinal order.</param>
internal sealed record StripeEventHandler(string Name, Location Location, ImmutableArray<string> Types)
{
    /// <summary>True if it chooses by the type in a way that shows no constant, so that it may handle any.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Null if it is no HTTP endpoint or its route is not known.</summary>
    public string? Route { get; init; }

    /// <summary>True if it checks the signature itself and never goes without.</summary>
    public bool Verifies { get; init; }
}
