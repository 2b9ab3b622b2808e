using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReadinessAnalyzers.Flow;

/// <summary>One operation that gives a variable a value: a local or parameter, and for some questions a field or property.</summary>
/// <param name="Operation">The operation in the control flow graph.</param>
/// <param name="Value">
/// The expression of the value, and for a dictionary's <c>TryGetValue</c> the call; null if it is not written there: any other <c>out</c>,
/// <c>foreach</c>, deconstruction.
/// </param>
internal sealed record Definition(IOperation Operation, SyntaxNode? Value)
{
    /// <summary>What <paramref name="operation"/> assigns to <paramref name="variable"/>; null if it leaves it alone.</summary>
    /// <param name="variable">The local, parameter, field or property.</param>
    /// <param name="operation">Any operation of its function.</param>
    /// <param name="captures">The graph's captures of the variable, through which it is assigned where the value takes several blocks.</param>
    public static Definition? Of(ISymbol variable, IOperation operation, ImmutableHashSet<CaptureId> captures) => operation switch
    {
        ISimpleAssignmentOperation { IsRef: false } assignment
            when Is(assignment.Target, variable) || assignment.Target is IFlowCaptureReferenceOperation target && captures.Contains(target.Id) =>
            new(operation, IsWritten(assignment) ? assignment.Value.Syntax : null),
        IAssignmentOperation assignment when Mentions(assignment.Target, variable) => new(operation, null),
        IIncrementOrDecrementOperation step when Is(step.Target, variable) => new(operation, null),
        IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument when Mentions(argument.Value, variable) =>
            new(operation, argument.Parent is IInvocationOperation { TargetMethod.Name: "TryGetValue" } lookup ? lookup.Syntax : null),
        IPatternOperation pattern when DeclaredBy(pattern) is { } declared && SymbolEqualityComparer.Default.Equals(declared, variable) =>
            new(operation, pattern.Syntax.Parent is IsPatternExpressionSyntax test ? test.Expression : null),
        _ => null,
    };

    /// <summary>The captures of <paramref name="graph"/> that stand for <paramref name="variable"/>.</summary>
    public static ImmutableHashSet<CaptureId> CapturesOf(ISymbol variable, ControlFlowGraph graph) => graph.Blocks
        .SelectMany(block => block.Operations)
        .OfType<IFlowCaptureOperation>()
        .Where(capture => Is(capture.Value, variable))
        .Select(capture => capture.Id)
        .ToImmutableHashSet();

    /// <summary>The variable that a pattern declares, nested patterns aside; null if there is none.</summary>
    public static ISymbol? DeclaredBy(IOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        IListPatternOperation list => list.DeclaredSymbol,
        _ => null,
    };

    // A foreach statement assigns too, but what it assigns stands nowhere.
    private static bool IsWritten(IOperation assignment) => assignment.Syntax is VariableDeclaratorSyntax or AssignmentExpressionSyntax;

    /// <summary>True if <paramref name="target"/> is <paramref name="variable"/>; of a field or property, that of any object.</summary>
    public static bool Is(IOperation target, ISymbol variable) => SymbolEqualityComparer.Default.Equals(variable, target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared } => declared.Local,
        _ => null,
    });

    private static bool Mentions(IOperation target, ISymbol variable) =>
        target is ITupleOperation or IDeclarationExpressionOperation
            ? target.DescendantsAndSelf().Any(part => Is(part, variable))
            : Is(target, variable);
}
