using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReadinessAnalyzers.Facts;

/// <summary>Whether code that is not there to be read may set a field or property: a binder, a serialiser, another project.</summary>
internal static class OutsideWriters
{
    public static bool CanWrite(ISymbol member, CompilationReading reading, CancellationToken cancellation)
    {
        var setter = member is IPropertySymbol property ? property.SetMethod : member is IFieldSymbol { IsReadOnly: false } ? member : null;
        if (setter is not { DeclaredAccessibility: Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal })
            return false;
        if (member.IsStatic)
            return IsPublic(member.ContainingType) && reading.Compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary;
        return IsMadeElsewhere(member.ContainingType, reading, cancellation);
    }

    private static bool IsPublic(INamedTypeSymbol type) =>
        type.DeclaredAccessibility == Accessibility.Public && (type.ContainingType is null || IsPublic(type.ContainingType));

    private static bool IsMadeHere(VariableDeclaratorSyntax variable) => variable.Initializer?.Value is ImplicitObjectCreationExpressionSyntax;

    // The project makes the objects itself, and gives the type to nothing that might fill them by reflection.
    private static bool IsMadeElsewhere(INamedTypeSymbol type, CompilationReading reading, CancellationToken cancellation)
    {
        var isMadeHere = false;
        foreach (var use in reading.Uses.Of(type, cancellation))
        {
            var mention = SymbolUses.WholeExpression(use);
            switch (mention.Parent is NullableTypeSyntax or ArrayTypeSyntax ? mention.Parent.Parent : mention.Parent)
            {
                case ObjectCreationExpressionSyntax:
                case VariableDeclarationSyntax variables when variables.Variables.Any(IsMadeHere):
                case PropertyDeclarationSyntax { Initializer.Value: ImplicitObjectCreationExpressionSyntax }:
                    isMadeHere = true;
                    break;
                case TypeArgumentListSyntax or TypeOfExpressionSyntax or ParameterSyntax { Parent.Parent: MethodDeclarationSyntax }:
                    return true;
            }
        }
        return !isMadeHere;
    }
}
