using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Facts;

/// <summary>Which code of the project runs where a member is used that others may implement or override.</summary>
internal static class Implementations
{
    /// <summary>
    /// The member of the project that a use of <paramref name="member"/> runs: itself, or the only implementation of an interface member or
    /// override of an abstract one. Null if there is none or more than one.
    /// </summary>
    public static ISymbol? OnlyOne(ISymbol member, Compilation compilation, CancellationToken cancellation)
    {
        if (!member.IsAbstract && !member.IsVirtual)
            return member.DeclaringSyntaxReferences.IsEmpty ? null : WrittenPart(member);
        var candidates = compilation.GetSymbolsWithName(member.Name, SymbolFilter.Member, cancellation)
            .Where(candidate => !candidate.IsAbstract && (candidate.Equals(member, SymbolEqualityComparer.Default) || Runs(candidate, member)))
            .Take(2)
            .ToList();
        return candidates.Count == 1 ? WrittenPart(candidates[0]) : null;
    }

    /// <summary>Of a partial method or property the part that has the body, if the project has it; of all others, the member itself.</summary>
    public static ISymbol WrittenPart(ISymbol member) => member switch
    {
        IMethodSymbol { PartialImplementationPart: { } body } => body,
        IPropertySymbol { PartialImplementationPart: { } body } => body,
        _ => member,
    };

    /// <summary>Of a partial method or property the part that calls and reads mean; of all others, the member itself.</summary>
    public static ISymbol NamedPart(ISymbol member) => member switch
    {
        IMethodSymbol { PartialDefinitionPart: { } declaration } => declaration,
        IPropertySymbol { PartialDefinitionPart: { } declaration } => declaration,
        _ => member,
    };

    /// <summary>True if <paramref name="candidate"/> implements or overrides <paramref name="member"/>.</summary>
    public static bool Runs(ISymbol candidate, ISymbol member)
    {
        if (member.ContainingType is not { } declaring || candidate.ContainingType is not { } type)
            return false;
        if (declaring.TypeKind == TypeKind.Interface)
        {
            return type.AllInterfaces.Any(implemented => SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, declaring.OriginalDefinition)
                && implemented.GetMembers(member.Name).Any(contract =>
                    SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, member.OriginalDefinition)
                    && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(contract)?.OriginalDefinition, candidate)));
        }
        for (var overridden = OverriddenBy(candidate); overridden is not null; overridden = OverriddenBy(overridden))
        {
            if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, member.OriginalDefinition))
                return true;
        }
        return false;
    }

    private static ISymbol? OverriddenBy(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };
}
