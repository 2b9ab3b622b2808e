using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Symbols;

/// <summary>
/// The types of Stripe.net that rules match on. Any of them may be absent: the majors 39 to 52 differ, and a rule must bear each.
/// </summary>
internal sealed class StripeSymbols
{
    private static readonly string[] ThinEventNames =
        ["Stripe.V2.Core.EventNotification", "Stripe.V2.Core.Event", "Stripe.V2.Event", "Stripe.ThinEvent"];

    private StripeSymbols(INamedTypeSymbol? eventUtility, Compilation compilation)
    {
        EventUtility = eventUtility;
        Configuration = compilation.FindLibraryType("Stripe.StripeConfiguration");
        Client = compilation.FindLibraryType("Stripe.StripeClient");
        ClientOptions = compilation.FindLibraryType("Stripe.StripeClientOptions");
        RequestOptions = compilation.FindLibraryType("Stripe.RequestOptions");
        Event = compilation.FindLibraryType("Stripe.Event");
        Entity = compilation.FindLibraryType("Stripe.StripeEntity");
        EventNotification = compilation.FindLibraryType("Stripe.V2.Core.EventNotification");
        ThinEvents = [.. ThinEventNames.Select(compilation.FindLibraryType).OfType<INamedTypeSymbol>()];
        EventTypes = compilation.FindLibraryType("Stripe.EventTypes") ?? compilation.FindLibraryType("Stripe.Events");
        Exception = compilation.FindLibraryType("Stripe.StripeException");
        HasOldServices = compilation.FindLibraryType("Stripe.StripeService") is not null;
    }

    public INamedTypeSymbol? EventUtility { get; }

    public INamedTypeSymbol? Configuration { get; }

    public INamedTypeSymbol? Client { get; }

    /// <summary>From Stripe.net 46.</summary>
    public INamedTypeSymbol? ClientOptions { get; }

    public INamedTypeSymbol? RequestOptions { get; }

    public INamedTypeSymbol? Event { get; }

    public INamedTypeSymbol? Entity { get; }

    /// <summary>Thin events, from Stripe.net 49.</summary>
    public INamedTypeSymbol? EventNotification { get; }

    /// <summary>All that has the type of a thin event, in any version.</summary>
    public ImmutableArray<INamedTypeSymbol> ThinEvents { get; }

    /// <summary>The constants of the event types: <c>EventTypes</c>, which was <c>Events</c> before 46.</summary>
    public INamedTypeSymbol? EventTypes { get; }

    public INamedTypeSymbol? Exception { get; }

    /// <summary>True of the oldest majors, where each service could be given its own key.</summary>
    public bool HasOldServices { get; }

    /// <summary>Null when the compilation does not reference Stripe.net.</summary>
    public static StripeSymbols? Find(Compilation compilation)
    {
        var eventUtility = compilation.FindLibraryType("Stripe.EventUtility");
        return eventUtility is null && compilation.FindLibraryType("Stripe.StripeConfiguration") is null
            ? null
            : new StripeSymbols(eventUtility, compilation);
    }
}
