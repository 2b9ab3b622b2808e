using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Symbols;

/// <summary>Looks up the types of referenced libraries.</summary>
internal static class LibraryTypes
{
    /// <summary>
    /// The type of that metadata name in a referenced assembly, or null. A type of the same name in the project's own source is somebody
    /// else's; where several references hold the name, the first public one is taken.
    /// </summary>
    public static INamedTypeSymbol? FindLibraryType(this Compilation compilation, string metadataName) =>
        compilation.GetTypesByMetadataName(metadataName).FirstOrDefault(type =>
            type.DeclaredAccessibility == Accessibility.Public
            && !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly));

    /// <summary>True if <paramref name="type"/> is <paramref name="ancestor"/>, derives from it or implements it. False for nulls.</summary>
    public static bool IsOrInherits(this ITypeSymbol? type, INamedTypeSymbol? ancestor)
    {
        if (type is null || ancestor is null)
            return false;
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, ancestor))
                return true;
        }
        return ancestor.TypeKind == TypeKind.Interface
            && type.AllInterfaces.Any(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, ancestor));
    }
}
