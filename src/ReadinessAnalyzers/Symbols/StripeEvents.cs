using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ReadinessAnalyzers.Symbols;

/// <summary>How an event comes into being, and which calls check its signature.</summary>
internal sealed class StripeEvents(StripeSymbols stripe)
{
    /// <summary>The names of all calls below, as anchors and to recognise a call that does not bind.</summary>
    public static readonly IReadOnlyCollection<string> VerifyingNames =
        ["ConstructEvent", "ValidateSignature", "ParseEventNotification", "ParseThinEvent"];

    /// <summary>These, and the names of the calls that make an event without a check.</summary>
    public static readonly IReadOnlyCollection<string> Names = [.. VerifyingNames, "ParseEvent", "ConstructEventWithoutVerification"];

    private static readonly HashSet<string> Envelope = new(StringComparer.Ordinal)
    {
        "Id", "Object", "Type", "Account", "ApiVersion", "Context", "Created", "Livemode", "PendingWebhooks", "Request",
    };

    /// <summary>True for a call that throws unless the body was signed with the secret.</summary>
    public bool IsVerification(IMethodSymbol method) =>
        (IsOf(method, stripe.EventUtility) && method.Name is "ConstructEvent" or "ValidateSignature")
        || (IsOf(method, stripe.Client) && method.Name is "ParseEventNotification" or "ParseThinEvent");

    /// <summary>True for a call that makes an event of a text and checks no signature.</summary>
    public bool IsParse(IMethodSymbol method)
    {
        if (IsOf(method, stripe.EventUtility))
            return method.Name is "ParseEvent" or "ConstructEventWithoutVerification";
        return method.Name is "FromJson" or "Deserialize" or "DeserializeAsync" or "DeserializeObject" or "ReadFromJsonAsync"
            && IsEvent(Unwrapped(method.ReturnType));
    }

    /// <summary>The same for a call whose text has no type, because it was read through a package that is not there.</summary>
    public bool IsParse(IInvalidOperation call) =>
        IsEvent(call.Type)
        && call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ParseEvent" } };

    /// <summary>
    /// True for the event that carries its object. A thin notification does not: what it points at is fetched from Stripe, so a forged
    /// one tells the app nothing.
    /// </summary>
    public bool IsEvent(ITypeSymbol? type) => type.IsOrInherits(stripe.Event);

    /// <summary>True for the parts of an event that a handler may read without acting on what it says.</summary>
    public bool IsEnvelope(IPropertyReferenceOperation property) => IsEvent(property.Property.ContainingType) && Envelope.Contains(property.Property.Name);

    /// <summary>The same for a variable in code that is not bound: <c>stripeEvent.Id</c>.</summary>
    public static bool ReadsEnvelope(IdentifierNameSyntax variable) =>
        variable.Parent is MemberAccessExpressionSyntax access && access.Expression == variable && Envelope.Contains(access.Name.Identifier.ValueText);

    /// <summary>True for Stripe.net's own members.</summary>
    public bool IsStripe(ISymbol member) =>
        SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, (stripe.EventUtility ?? stripe.Configuration)?.ContainingAssembly);

    private static bool IsOf(IMethodSymbol method, INamedTypeSymbol? type) =>
        type is not null && SymbolEqualityComparer.Default.Equals(method.ContainingType?.OriginalDefinition, type);

    // Task<Event> and ValueTask<Event> are events to come.
    private static ITypeSymbol Unwrapped(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 1 } task ? task.TypeArguments[0] : type;
}
