using Microsoft.CodeAnalysis;
using ReadinessAnalyzers.Facts;

namespace ReadinessAnalyzers.CodeFixes.Secrets;

/// <summary>By which expressions the code at one place can read a credential from an options class that the project binds already.</summary>
internal static class OptionsInScope
{
    // Which property holds what, only its name tells; a person reads the change before taking it.
    private static readonly string[] SecretKeys = ["SecretKey", "ApiKey", "StripeSecretKey", "StripeApiKey"];
    private static readonly string[] WebhookSecrets = ["WebhookSecret", "WebhookSigningSecret", "SigningSecret", "EndpointSecret", "StripeWebhookSecret"];

    /// <summary>Expressions such as <c>options.Value.SecretKey</c>.</summary>
    public static IEnumerable<string> At(int position, string role, SemanticModel model, CancellationToken cancellation)
    {
        var reading = CompilationReading.Of(model.Compilation);
        var names = role == SettingFact.Roles.WebhookSecret ? WebhookSecrets : SecretKeys;
        foreach (var symbol in model.LookupSymbols(position))
        {
            cancellation.ThrowIfCancellationRequested();
            if (TypeOf(symbol) is not { TypeArguments: { Length: 1 } arguments } wrapper || arguments[0] is not INamedTypeSymbol options)
                continue;
            var value = wrapper.GetMembers().Concat(wrapper.AllInterfaces.SelectMany(one => one.GetMembers()))
                .FirstOrDefault(member => member is IPropertySymbol && reading.Configuration.HandsOutOptions(member));
            if (value is null || !reading.Bindings.Binds(options, cancellation))
                continue;
            foreach (var property in options.GetMembers().OfType<IPropertySymbol>())
            {
                if (property.Type.SpecialType == SpecialType.System_String && names.Contains(property.Name))
                    yield return $"{symbol.Name}.{value.Name}.{property.Name}";
            }
        }
    }

    private static INamedTypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IParameterSymbol parameter => parameter.Type as INamedTypeSymbol,
        IFieldSymbol field => field.Type as INamedTypeSymbol,
        IPropertySymbol { IsIndexer: false } property => property.Type as INamedTypeSymbol,
        ILocalSymbol local => local.Type as INamedTypeSymbol,
        _ => null,
    };
}
