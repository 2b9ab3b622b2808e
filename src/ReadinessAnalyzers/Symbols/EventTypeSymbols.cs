using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Symbols;

/// <summary>Where Stripe.net holds the type of an event, and the constants that the referenced version has for the types.</summary>
internal sealed class EventTypeSymbols(StripeSymbols stripe)
{
    private readonly Lazy<ImmutableDictionary<string, string>> _constants = new(() => ConstantsOf(stripe.EventTypes));

    /// <summary>True for <c>Event.Type</c>, of a snapshot or a thin event.</summary>
    public bool IsEventType(ISymbol? symbol) => symbol is IPropertySymbol { Name: "Type", Type.SpecialType: SpecialType.System_String } property
        && (property.ContainingType.IsOrInherits(stripe.Event) || IsThin(property));

    /// <summary>True for the type of a thin event, whose names are another list.</summary>
    public bool IsThin(ISymbol symbol) => stripe.ThinEvents.Any(thin => symbol.ContainingType.IsOrInherits(thin));

    /// <summary>True for a constant of Stripe.net, which is right by itself.</summary>
    public bool IsConstant(ISymbol? symbol) =>
        symbol is IFieldSymbol && SymbolEqualityComparer.Default.Equals(symbol.ContainingType, stripe.EventTypes);

    /// <summary>The constant of the referenced version that has this value, as <c>EventTypes.InvoicePaid</c>; null if it has none.</summary>
    public string? ConstantFor(string type) => _constants.Value.TryGetValue(type, out var constant) ? constant : null;

    private static ImmutableDictionary<string, string> ConstantsOf(INamedTypeSymbol? type) => (type?.GetMembers() ?? [])
        .OfType<IFieldSymbol>()
        .Where(field => field is { DeclaredAccessibility: Accessibility.Public, ConstantValue: string })
        .GroupBy(field => (string)field.ConstantValue!, StringComparer.Ordinal)
        .ToImmutableDictionary(same => same.Key, same => $"{type!.Name}.{same.First().Name}", StringComparer.Ordinal);
}
