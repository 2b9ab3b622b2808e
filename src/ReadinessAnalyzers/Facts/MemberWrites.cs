using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReadinessAnalyzers.Facts;

/// <summary>One assignment to a field or property.</summary>
/// <param name="Value">The expression assigned; null if it is not written there, as with <c>out</c> and <c>+=</c>.</param>
/// <param name="IsCertain">True in a constructor and on an object that the code names: then the initialiser's value has gone for good.</param>
internal sealed record MemberWrite(ExpressionSyntax? Value, bool IsCertain)
{
    /// <summary>True in <c>new T { … }</c>: it says nothing of objects that others make.</summary>
    public bool IsInitializer => Value?.Parent?.Parent is InitializerExpressionSyntax;
}

/// <summary>Finds who writes a field or property; each is searched for at most once per compilation.</summary>
internal sealed class MemberWrites(SymbolUses uses)
{
    // Names such as Id are assigned everywhere. To bind each place would cost more than the answer, which would be anything at all, is worth.
    private const int MostCandidates = 100;

    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<MemberWrite>> _writes = new(SymbolEqualityComparer.Default);

    /// <summary>The assignments to <paramref name="member"/>; one of an unknown value if its name is assigned too often to look at each place.</summary>
    public ImmutableArray<MemberWrite> Of(ISymbol member, CancellationToken cancellation) => _writes.GetOrAdd(
        member.OriginalDefinition,
        key =>
        {
            // Syntax tells most reads from writes, so the model is asked about few of the mentions of a common name.
            var candidates = uses.Named(key.Name, cancellation).Where(name => WriteThrough(name) is not null).ToList();
            return candidates.Count > MostCandidates
                ? [new MemberWrite(null, IsCertain: false)]
                : [.. uses.Among(candidates, key, cancellation).Select(WriteThrough).OfType<MemberWrite>()];
        });

    /// <summary>The assignment whose target is <paramref name="name"/>; null if the name is only read there.</summary>
    public static MemberWrite? WriteThrough(SimpleNameSyntax name)
    {
        var target = SymbolUses.WholeExpression(name);
        return target.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Left == target => new MemberWrite(ValueOf(assignment), IsCertain(assignment)),
            ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } tuple } argument
                when assignment.Left == tuple => new MemberWrite(Counterpart(argument, tuple, assignment), IsCertain(assignment)),
            ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } => new MemberWrite(null, false),
            RefExpressionSyntax => new MemberWrite(null, false),
            _ => null,
        };
    }

    private static ExpressionSyntax? ValueOf(AssignmentExpressionSyntax assignment) =>
        assignment.Kind() is SyntaxKind.SimpleAssignmentExpression or SyntaxKind.CoalesceAssignmentExpression ? assignment.Right : null;

    // (_key, _secret) = (key, secret)
    private static ExpressionSyntax? Counterpart(ArgumentSyntax argument, TupleExpressionSyntax tuple, AssignmentExpressionSyntax assignment) =>
        assignment.Right is TupleExpressionSyntax values && values.Arguments.Count == tuple.Arguments.Count
            ? values.Arguments[tuple.Arguments.IndexOf(argument)].Expression
            : null;

    private static bool IsCertain(AssignmentExpressionSyntax assignment) =>
        assignment.IsKind(SyntaxKind.SimpleAssignmentExpression)
        && (assignment.Left is MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax }
            || assignment.Parent is InitializerExpressionSyntax or ArrowExpressionClauseSyntax { Parent: ConstructorDeclarationSyntax }
                or ExpressionStatementSyntax { Parent: BlockSyntax { Parent: ConstructorDeclarationSyntax } });
}
