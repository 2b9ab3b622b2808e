using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ReadinessAnalyzers.Flow;

/// <summary>What <see cref="ForwardFlow"/> found out: the state before every operation that can be reached.</summary>
internal sealed class FlowSolution<TState>(ControlFlowGraph graph, FlowProblem<TState> problem, IReadOnlyDictionary<int, TState> entries)
    where TState : struct, IEquatable<TState>
{
    /// <summary>What is known where the method returns; null if it never does. Paths that end in an exception do not count.</summary>
    public TState? AtExit { get; } =
        entries.TryGetValue(graph.Blocks[graph.Blocks.Length - 1].Ordinal, out var state) ? state : null;

    /// <summary>Every operation that can be reached, in the order of the text, with the state just before it.</summary>
    public IEnumerable<(IOperation Operation, TState Before)> Replay()
    {
        foreach (var block in graph.Blocks)
        {
            if (!entries.TryGetValue(block.Ordinal, out var state))
                continue;
            foreach (var operation in block.EvaluatedOperations())
            {
                yield return (operation, state);
                state = problem.After(operation, state);
            }
        }
    }

    /// <summary>Every block that can be reached and ends in a <c>return</c> with a value or in a <c>throw</c>, with what is known at its end.</summary>
    public IEnumerable<(BasicBlock Block, TState AtEnd)> Ends()
    {
        foreach (var block in graph.Blocks)
        {
            if (block.FallThroughSuccessor is
                { Semantics: ControlFlowBranchSemantics.Return or ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow }
                && entries.TryGetValue(block.Ordinal, out var entry))
            {
                yield return (block, block.EvaluatedOperations().Aggregate(entry, (state, operation) => problem.After(operation, state)));
            }
        }
    }
}
