using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Facts.Instrumentation;

/// <summary>A line that makes, uses, registers or exports telemetry; see <see cref="TelemetryFact"/>.</summary>
/// <param name="Kind">One of <see cref="TelemetryFact.Kinds"/>.</param>
/// <param name="Location">Where it stands; none for what the references say.</param>
internal sealed record TelemetryPart(string Kind, Location Location)
{
    /// <summary>The name, with <c>*</c> in the place of what is not known; empty if there is none.</summary>
    public string Name { get; init; } = "";

    /// <summary>The name of the instrument's type, or empty.</summary>
    public string Type { get; init; } = "";

    /// <summary>One of <see cref="TelemetryFact.Uses"/>, or empty.</summary>
    public string Use { get; init; } = "";

    /// <summary>One of <see cref="TelemetryFact.Signals"/>, or empty.</summary>
    public string Signal { get; init; } = "";

    /// <summary>The members that hold the thing or its name.</summary>
    public ImmutableArray<ISymbol> Members { get; init; } = [];
}
