using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts.Webhooks;

namespace ReadinessAnalyzers.Rules.Facts;

/// <summary>RDY0002: this function handles Stripe events of these types. The gate asks whether all that are required are among them.</summary>
internal static class StripeEventsHandled
{
    public static DiagnosticDescriptor Descriptor { get; } = Descriptors.Fact(
        EventHandlerFact.Id,
        "Stripe events are handled",
        "'{0}' handles Stripe events: {1}");

    public static IEnumerable<Diagnostic> Among(IEnumerable<StripeEventHandler> handlers) => handlers.Select(Fact);

    private static Diagnostic Fact(StripeEventHandler handler)
    {
        // A type or a route may itself be a secret that somebody pasted.
        var types = handler.Types.Select(SecretMask.Apply).ToList();
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(EventHandlerFact.Types, string.Join("|", types))
            .Add(EventHandlerFact.Verification, handler.Verifies ? EventHandlerFact.Verifications.Verified : EventHandlerFact.Verifications.Unknown);
        if (handler.IsOpen)
            properties = properties.Add(EventHandlerFact.IsOpen, "true");
        if (handler.Route is { } route)
            properties = properties.Add(EventHandlerFact.Route, SecretMask.Apply(route));
        var handled = types.Count > 0 ? string.Join(", ", types) : "of which types is not to be seen";
        return Diagnostic.Create(Descriptor, handler.Location, properties, SecretMask.Apply(handler.Name), handled);
    }
}
