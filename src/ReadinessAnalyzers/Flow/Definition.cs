using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ReadinessAnalyzers.Flow;

/// <summary>One operation that gives a local or a parameter a value.</summary>
/// <param name="Operation">The operation in the control flow graph.</param>
/// <param name="Value">The expression of the value; null if it is not written there: <c>out</c>, <c>foreach</c>, deconstruction.</param>
internal sealed record Definition(IOperation Operation, SyntaxNode? Value)
{
    /// <summary>What <paramref name="operation"/> assigns to <paramref name="variable"/>; null if it leaves it alone.</summary>
    public static Definition? Of(ISymbol variable, IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { IsRef: false } assignment when Is(assignment.Target, variable) =>
            new(operation, IsWritten(assignment) ? assignment.Value.Syntax : null),
        IAssignmentOperation assignment when Mentions(assignment.Target, variable) => new(operation, null),
        IIncrementOrDecrementOperation step when Is(step.Target, variable) => new(operation, null),
        IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument when Mentions(argument.Value, variable) =>
            new(operation, null),
        IPatternOperation pattern when DeclaredBy(pattern) is { } declared && SymbolEqualityComparer.Default.Equals(declared, variable) =>
            new(operation, pattern.Syntax.Parent is IsPatternExpressionSyntax test ? test.Expression : null),
        _ => null,
    };

    private static ISymbol? DeclaredBy(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        IListPatternOperation list => list.DeclaredSymbol,
        _ => null,
    };

    // A foreach statement assigns too, but what it assigns stands nowhere.
    private static bool IsWritten(IOperation assignment) => assignment.Syntax is VariableDeclaratorSyntax or AssignmentExpressionSyntax;

    private static bool Is(IOperation target, ISymbol variable) => SymbolEqualityComparer.Default.Equals(variable, target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared } => declared.Local,
        _ => null,
    });

    private static bool Mentions(IOperation target, ISymbol variable) =>
        target is ITupleOperation or IDeclarationExpressionOperation
            ? target.DescendantsAndSelf().Any(part => Is(part, variable))
            : Is(target, variable);
}
