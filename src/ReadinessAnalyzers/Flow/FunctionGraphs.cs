using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReadinessAnalyzers.Flow;

/// <summary>The control flow graphs of members, lambdas and local functions, each built at most once per compilation.</summary>
internal sealed class FunctionGraphs
{
    private readonly ConcurrentDictionary<SyntaxNode, ControlFlowGraph?> _graphs = new();
    private readonly ConcurrentDictionary<ControlFlowGraph, ILookup<SyntaxNode, IFlowAnonymousFunctionOperation>> _creations = new();

    /// <summary>The graph of <paramref name="function"/>; null if it is no function or Roslyn has no graph for it.</summary>
    public ControlFlowGraph? this[IOperation function]
    {
        get
        {
            if (_graphs.TryGetValue(function.Syntax, out var known))
                return known;
            return _graphs.GetOrAdd(function.Syntax, BuildIfStackAllows(function));
        }
    }

    // Unlike other parts of Roslyn, the builder looks at the stack and throws before it ends. Whether it does is not for us to say.
    private ControlFlowGraph? BuildIfStackAllows(IOperation function)
    {
        try
        {
            return Build(function);
        }
        catch (InsufficientExecutionStackException)
        {
            return null;
        }
    }

    private ControlFlowGraph? Build(IOperation function) => function switch
    {
        ILocalFunctionOperation local => OuterGraph(function)?.GetLocalFunctionControlFlowGraphInScope(local.Symbol),
        IAnonymousFunctionOperation => OuterGraph(function) is { } outer && CreationsIn(outer)[function.Syntax].FirstOrDefault() is { } creation
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

    // The operations that make a delegate of a lambda, by that lambda; those that cannot be reached are none.
    private ILookup<SyntaxNode, IFlowAnonymousFunctionOperation> CreationsIn(ControlFlowGraph graph) => _creations.GetOrAdd(
        graph,
        static key => key.Blocks
            .SelectMany(block => block.EvaluatedOperations())
            .OfType<IFlowAnonymousFunctionOperation>()
            .ToLookup(creation => creation.Syntax));
}
