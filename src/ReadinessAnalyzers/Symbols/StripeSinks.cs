using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Symbols;

/// <summary>
/// The places where Stripe.net takes a value that differs between test and live mode, each with its role. Parameters and properties are
/// told by symbol; position and argument names do not matter.
/// </summary>
internal sealed class StripeSinks(StripeSymbols stripe)
{
    /// <summary>The role of the value assigned to <paramref name="property"/>; null if it has none.</summary>
    public string? RoleOf(IPropertySymbol property) => property switch
    {
        not { Type.SpecialType: SpecialType.System_String, ContainingType: { } } => null,
        { Name: "ApiKey" } when IsAnyOf(property.ContainingType, stripe.Configuration, stripe.ClientOptions, stripe.RequestOptions) =>
            SettingFact.Roles.SecretKey,
        { Name: "ClientId" } when IsAnyOf(property.ContainingType, stripe.Configuration, stripe.ClientOptions) => SettingFact.Roles.ClientId,
        // SessionLineItemOptions, SubscriptionItemOptions, QuoteLineItemOptions …: some twenty types, one meaning.
        { Name: "Price" or "Plan" } when IsItemOptions(property.ContainingType) => SettingFact.Roles.PriceId,
        _ => null,
    };

    /// <summary>The role of the argument for <paramref name="parameter"/>; null if it has none.</summary>
    public string? RoleOf(IParameterSymbol parameter)
    {
        if (parameter is not { Type.SpecialType: SpecialType.System_String, ContainingSymbol: IMethodSymbol { ContainingType: { } type } method })
            return null;
        return method.MethodKind switch
        {
            MethodKind.Constructor when parameter.Name == "apiKey" && IsStripeNet(type) => SettingFact.Roles.SecretKey,
            MethodKind.Constructor when parameter.Name == "clientId" && IsAnyOf(type, stripe.Client) => SettingFact.Roles.ClientId,
            MethodKind.Ordinary when method.Name == "SetApiKey" && IsAnyOf(type, stripe.Configuration) => SettingFact.Roles.SecretKey,
            MethodKind.Ordinary when parameter.Name == "secret" && TakesWebhookSecret(method, type) => SettingFact.Roles.WebhookSecret,
            _ => null,
        };
    }

    private bool TakesWebhookSecret(IMethodSymbol method, INamedTypeSymbol type) => method.Name switch
    {
        "ConstructEvent" or "ValidateSignature" => IsAnyOf(type, stripe.EventUtility),
        "ParseEventNotification" or "ParseThinEvent" => IsAnyOf(type, stripe.Client),
        _ => false,
    };

    private bool IsItemOptions(INamedTypeSymbol type) => type.Name.EndsWith("Options", StringComparison.Ordinal) && IsStripeNet(type);

    // StripeClient, and the services of the oldest majors, each of which took the key for itself.
    private bool IsStripeNet(INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, (stripe.Configuration ?? stripe.EventUtility)?.ContainingAssembly);

    private static bool IsAnyOf(INamedTypeSymbol type, params INamedTypeSymbol?[] candidates) =>
        candidates.Any(candidate => candidate is not null && SymbolEqualityComparer.Default.Equals(type, candidate));
}
