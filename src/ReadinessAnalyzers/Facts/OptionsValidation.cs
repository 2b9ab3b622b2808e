using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts;

/// <summary>Whether the project checks a property of an options class before anybody reads it, by attribute, delegate or validator.</summary>
internal static class OptionsValidation
{
    public static bool Checks(IPropertySymbol property, CompilationReading reading, CancellationToken cancellation) =>
        property.IsRequired
        || IsAnnotated(property, reading, cancellation)
        || reading.Uses.Of(property, cancellation).Any(IsInValidation)
        || reading.Uses.Of(property.ContainingType, cancellation).Any(IsTypeOfValidator);

    // [Required] is looked at only where somebody asks for it.
    private static bool IsAnnotated(IPropertySymbol property, CompilationReading reading, CancellationToken cancellation) =>
        reading.Compilation.FindLibraryType("System.ComponentModel.DataAnnotations.ValidationAttribute") is { } validation
        && property.GetAttributes().Any(attribute => attribute.AttributeClass.IsOrInherits(validation))
        && new[] { "ValidateDataAnnotations", "ValidateObject", "TryValidateObject", "OptionsValidator" }
            .Any(name => reading.Uses.Named(name, cancellation).Any());

    // .Validate(options => options.WebhookSecret.Length > 0), or a method or class of that purpose
    private static bool IsInValidation(SimpleNameSyntax use) => use.Ancestors().Any(node => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } => IsValidation(name),
        MethodDeclarationSyntax method => IsValidation(method.Identifier.ValueText),
        TypeDeclarationSyntax type => IsValidation(type.Identifier.ValueText),
        _ => false,
    });

    // IValidateOptions<T>, AbstractValidator<T>
    private static bool IsTypeOfValidator(SimpleNameSyntax use) =>
        use.FirstAncestorOrSelf<TypeArgumentListSyntax>()?.Parent is GenericNameSyntax generic && IsValidation(generic.Identifier.ValueText);

    private static bool IsValidation(string name) => name.Contains("Valid");
}
