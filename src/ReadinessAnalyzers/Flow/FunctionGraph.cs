using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReadinessAnalyzers.Flow;

/// <summary>
/// The control flow graph of any function: method, accessor, constructor, top-level statements, lambda or local function. Roslyn makes
/// graphs of whole members only; that of a nested function is found through the graph that holds it.
/// </summary>
internal static class FunctionGraph
{
    /// <summary>The innermost function around <paramref name="node"/>, itself included; null for code outside any.</summary>
    public static SyntaxNode? FunctionAround(SyntaxNode? node) => node?.AncestorsAndSelf().FirstOrDefault(IsFunction);

    /// <summary>Null if the function has no body or does not compile far enough to have a graph.</summary>
    public static ControlFlowGraph? Of(SyntaxNode function, SemanticModel model, CancellationToken cancellation)
    {
        if (!IsNested(function))
            return OfMember(function, model, cancellation);
        return FunctionAround(function.Parent) is { } holder && Of(holder, model, cancellation) is { } graph
            ? OfNested(function, graph, cancellation)
            : null;
    }

    private static ControlFlowGraph? OfMember(SyntaxNode member, SemanticModel model, CancellationToken cancellation) =>
        model.GetOperation(member, cancellation) switch
        {
            IMethodBodyOperation body => ControlFlowGraph.Create(body, cancellation),
            IConstructorBodyOperation body => ControlFlowGraph.Create(body, cancellation),
            _ => null,
        };

    private static ControlFlowGraph? OfNested(SyntaxNode function, ControlFlowGraph graph, CancellationToken cancellation)
    {
        foreach (var local in graph.LocalFunctions)
        {
            if (local.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellation) == function))
                return graph.GetLocalFunctionControlFlowGraphInScope(local, cancellation);
        }
        var lambda = graph.Blocks
            .SelectMany(block => block.EvaluatedOperations())
            .OfType<IFlowAnonymousFunctionOperation>()
            .FirstOrDefault(candidate => candidate.Syntax == function);
        return lambda is null ? null : graph.GetAnonymousFunctionControlFlowGraphInScope(lambda, cancellation);
    }

    private static bool IsNested(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;

    private static bool IsFunction(SyntaxNode node) =>
        IsNested(node) || node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax
        || (node is CompilationUnitSyntax unit && unit.Members.Any(SyntaxKind.GlobalStatement));
}
