using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>What the calls and members that an endpoint uses mean for the event in its hands.</summary>
/// <param name="events">Stripe.net's own calls.</param>
/// <param name="verifies">True for a call that checks the signature, in whatever depth.</param>
internal sealed class EndpointCalls(StripeEvents events, Func<IInvocationOperation, bool> verifies)
{
    /// <summary>True for a call that throws, or says so, unless Stripe signed the body.</summary>
    public bool Verifies(IInvocationOperation call) => verifies(call);

    /// <summary>True for a call whose result is Stripe's own word, whatever its arguments were: an object or event fetched by its id.</summary>
    public bool FetchesAnew(IInvocationOperation call) => events.IsStripe(call.TargetMethod) && !events.IsParse(call.TargetMethod);

    /// <summary>True for code that may change something by what it is handed. Logging, JSON and the platform only pass it on.</summary>
    public bool Acts(ISymbol member) => !PlatformAssemblies.OnlyPassOn(member) && !events.IsStripe(member);

    /// <summary>True for the parts of an event that a handler reads to log it or to choose what to do.</summary>
    public bool IsEnvelope(IPropertyReferenceOperation property) => events.IsEnvelope(property);

    /// <summary>True for an event's object in the shape of what it is: an invoice, a session, a payment.</summary>
    public bool TakesOut(IOperation value, ITypeSymbol? type) =>
        type is not null && events.IsStripe(type)
        && value.WithoutConversions() is IPropertyReferenceOperation { Property: { Name: "Object" } property } && events.IsStripe(property);
}
