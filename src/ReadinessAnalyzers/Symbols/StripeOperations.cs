using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Symbols;

/// <summary>The calls of Stripe.net that throw a <c>StripeException</c>: what asks Stripe, and what reads or checks an event.</summary>
internal sealed class StripeOperations(StripeSymbols stripe)
{
    private readonly StripeEvents _events = new(stripe);

    public bool Contain(IMethodSymbol method) => IsAboutEvents(method) || IsRequest(method);

    public bool IsVerification(IMethodSymbol method) => _events.IsVerification(method);

    /// <summary>True for a call that checks a signature or makes an event.</summary>
    public bool IsAboutEvents(IMethodSymbol method) => _events.IsVerification(method) || _events.IsParse(method);

    // SessionService.CreateAsync, client.V1.Customers.Get, and the deserialiser of any entity aside.
    private bool IsRequest(IMethodSymbol method) =>
        _events.IsStripe(method) && method.MethodKind == MethodKind.Ordinary
        && (method.ContainingType.Name.EndsWith("Service", StringComparison.Ordinal) || method.ContainingType.IsOrInherits(stripe.Client));
}
