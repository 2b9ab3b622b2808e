using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ReadinessAnalyzers.Flow;

/// <summary>
/// The definitions of one local or parameter that may hold at a place in its function: on some path to there, none came later.
/// </summary>
internal sealed class ReachingDefinitions : FlowProblem<ReachingDefinitions.State>
{
    private const int MostDefinitions = 60;

    private readonly Dictionary<IOperation, int> _bits = [];

    private ReachingDefinitions(ControlFlowGraph graph, ISymbol variable)
    {
        var captures = Definition.CapturesOf(variable, graph);
        All = [.. graph.Blocks
            .SelectMany(block => block.EvaluatedOperations())
            .Select(operation => Definition.Of(variable, operation, captures))
            .OfType<Definition>()];
        for (var index = 0; index < All.Length; index++)
            _bits[All[index].Operation] = index + 1;
    }

    /// <summary>Every definition in the function itself, in the order of the text; those in lambdas inside it do not count.</summary>
    public ImmutableArray<Definition> All { get; }

    public override State Entry => new(1);

    /// <summary>Null if the variable is assigned so often that nothing useful can be said.</summary>
    public static ReachingDefinitions? Of(ControlFlowGraph graph, ISymbol variable)
    {
        var problem = new ReachingDefinitions(graph, variable);
        return problem.All.Length <= MostDefinitions ? problem : null;
    }

    /// <summary>What may hold just before the operation that <paramref name="isPlace"/> accepts; null if it cannot be reached.</summary>
    public State? Before(Func<IOperation, bool> isPlace, ControlFlowGraph graph, CancellationToken cancellation)
    {
        foreach (var (operation, before) in ForwardFlow.Solve(graph, this, cancellation).Replay())
        {
            if (isPlace(operation))
                return before;
        }
        return null;
    }

    public IEnumerable<Definition> In(State state) => All.Where((_, index) => (state.Bits & (1UL << (index + 1))) != 0);

    public override State Join(State left, State right) => new(left.Bits | right.Bits);

    public override State After(IOperation operation, State before) =>
        _bits.TryGetValue(operation, out var bit) ? new State(1UL << bit) : before;

    /// <summary>The set of definitions that may hold; bit 0 is the value at entry, the argument of a parameter.</summary>
    internal readonly record struct State(ulong Bits)
    {
        public bool HasEntry => (Bits & 1) != 0;
    }
}
