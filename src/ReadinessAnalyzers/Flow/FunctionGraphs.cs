using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReadinessAnalyzers.Flow;

/// <summary>The control flow graphs of members, lambdas and local functions, each built at most once per compilation.</summary>
internal sealed class FunctionGraphs
{
    private readonly ConcurrentDictionary<SyntaxNode, ControlFlowGraph?> _graphs = new();

    /// <summary>The graph of <paramref name="function"/>; null if it is no function or Roslyn has no graph for it.</summary>
    public ControlFlowGraph? this[IOperation function]
    {
        get
        {
            if (_graphs.TryGetValue(function.Syntax, out var known))
                return known;
            return _graphs.GetOrAdd(function.Syntax, Build(function));
        }
    }

    private ControlFlowGraph? Build(IOperation function) => function switch
    {
        ILocalFunctionOperation local => OuterGraph(function)?.GetLocalFunctionControlFlowGraphInScope(local.Symbol),
        IAnonymousFunctionOperation => OuterGraph(function) is { } outer && CreationOf(function, outer) is { } creation
            ? outer.GetAnonymousFunctionControlFlowGraphInScope(creation)
            : null,
        IMethodBodyOperation body => ControlFlowGraph.Create(body),
        IConstructorBodyOperation body => ControlFlowGraph.Create(body),
        IBlockOperation { Parent: null } block => ControlFlowGraph.Create(block),
        IFieldInitializerOperation { Parent: null } initializer => ControlFlowGraph.Create(initializer),
        IPropertyInitializerOperation { Parent: null } initializer => ControlFlowGraph.Create(initializer),
        IParameterInitializerOperation { Parent: null } initializer => ControlFlowGraph.Create(initializer),
        _ => null,
    };

    private ControlFlowGraph? OuterGraph(IOperation function) => this[function.InnermostFunction()];

    /// <summary>The operation of <paramref name="graph"/> that makes a delegate of <paramref name="lambda"/>; null if it cannot be reached.</summary>
    public static IFlowAnonymousFunctionOperation? CreationOf(IOperation lambda, ControlFlowGraph graph) => graph.Blocks
        .SelectMany(block => block.EvaluatedOperations())
        .OfType<IFlowAnonymousFunctionOperation>()
        .FirstOrDefault(creation => creation.Syntax == lambda.Syntax);
}
