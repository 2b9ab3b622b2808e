using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ReadinessAnalyzers.Flow;

/// <summary>
/// Solves a <see cref="FlowProblem{TState}"/> over Roslyn's control flow graph, exception paths and finally blocks included.
/// </summary>
/// <remarks>
/// The graph has no edges for exceptions, so each operation that can throw sends the state before it to every handler and finally of the
/// try regions around it. It has none into finally regions either: a branch that leaves a try names the regions it runs through, and the
/// solver walks them. Rules judge by replaying the <see cref="FlowSolution{TState}"/>, never while the solver is still iterating: a
/// handler may be visited before all that reaches it has arrived.
/// </remarks>
internal static class ForwardFlow
{
    // Each finally inside a finally doubles the work, because both a branch and an exception lead into the inner one. Handlers that
    // people write stay far below this; a tower of generated ones would never end.
    private const int MostFinallies = 1000;

    /// <summary>The solution; an empty one, as if nothing could be reached, if the method has too many ways through its finally blocks.</summary>
    public static FlowSolution<TState> Solve<TState>(ControlFlowGraph graph, FlowProblem<TState> problem, CancellationToken cancellation)
        where TState : struct, IEquatable<TState>
    {
        var effort = new Effort();
        var solver = new Solver<TState>(graph, problem, effort, cancellation);
        solver.Run(graph.Blocks[0], problem.Entry);
        return new FlowSolution<TState>(graph, problem, effort.Finallies <= MostFinallies ? solver.Entries : new Dictionary<int, TState>());
    }

    /// <summary>How often a finally region was solved; shared by all solvers of one question.</summary>
    private sealed class Effort
    {
        public int Finallies { get; set; }
    }

    /// <summary>Iterates one region to its fixpoint: the whole graph, or a finally region on behalf of one branch that runs through it.</summary>
    private sealed class Solver<TState>(
        ControlFlowGraph graph,
        FlowProblem<TState> problem,
        Effort effort,
        CancellationToken cancellation,
        Solver<TState>? outer = null,
        ControlFlowRegion? finallyRegion = null)
        where TState : struct, IEquatable<TState>
    {
        // Ordinals follow the text, so taking the smallest first visits each block once unless there is a loop.
        private readonly SortedSet<int> _pending = [];
        private TState? _finallyEnd;

        /// <summary>What is known on entry to each block that can be reached, by ordinal.</summary>
        public Dictionary<int, TState> Entries { get; } = [];

        public void Run(BasicBlock first, TState entry)
        {
            Reach(first, entry);
            while (_pending.Count > 0)
            {
                cancellation.ThrowIfCancellationRequested();
                var ordinal = _pending.Min;
                _pending.Remove(ordinal);
                Visit(graph.Blocks[ordinal]);
            }
        }

        private void Reach(BasicBlock block, TState state)
        {
            if (finallyRegion is not null && !finallyRegion.Holds(block))
                outer!.Reach(block, state);
            else if (Learn(block.Ordinal, state))
                _pending.Add(block.Ordinal);
        }

        private void Throw(BasicBlock block, IOperation? operation, IReadOnlyList<ControlFlowRegion> handlers, TState before)
        {
            foreach (var handler in handlers)
            {
                if (problem.Thrown(new ExceptionPath(block, operation, handler), before) is { } thrown)
                    Reach(graph.Blocks[handler.FirstBlockOrdinal], thrown);
            }
        }

        private bool Learn(int ordinal, TState state)
        {
            if (!Entries.TryGetValue(ordinal, out var known))
            {
                Entries[ordinal] = state;
                return true;
            }
            var joined = problem.Join(known, state);
            Entries[ordinal] = joined;
            return !joined.Equals(known);
        }

        private void Visit(BasicBlock block)
        {
            var handlers = block.HandlersAround();
            var state = Entries[block.Ordinal];
            foreach (var operation in block.EvaluatedOperations())
            {
                if (handlers.Count > 0 && operation.CanThrow())
                    Throw(block, operation, handlers, state);
                state = problem.After(operation, state);
            }
            // A throw is no operation but the end of its block.
            if (block.EndsInThrow())
                Throw(block, operation: null, handlers, state);
            var isJump = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
            FollowIf(isJump, block, block.ConditionalSuccessor, state);
            FollowIf(!isJump, block, block.FallThroughSuccessor, state);
        }

        // The branch that is taken when the block's condition, if it has one, turns out as outcome says.
        private void FollowIf(bool outcome, BasicBlock block, ControlFlowBranch? branch, TState state)
        {
            if (block.ConditionKind == ControlFlowConditionKind.None || block.BranchValue is not { } condition)
                Follow(branch, state);
            else if (condition.ConstantValue.Value is not bool always || always == outcome)
                Follow(branch, problem.Assume(condition, outcome, state));
        }

        private void Follow(ControlFlowBranch? branch, TState state)
        {
            if (branch is null)
                return;
            foreach (var region in branch.FinallyRegions)
            {
                if (RunThrough(region, state) is not { } end)
                    return;
                state = end;
            }
            if (branch.Destination is not null)
                Reach(branch.Destination, state);
            else if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
                _finallyEnd = _finallyEnd is { } known ? problem.Join(known, state) : state;
        }

        // Solved anew for each branch, so that two branches through the same finally do not mix. Null if its end is never reached.
        private TState? RunThrough(ControlFlowRegion region, TState state)
        {
            if (++effort.Finallies > MostFinallies)
                return null;
            var inner = new Solver<TState>(graph, problem, effort, cancellation, this, region);
            inner.Run(graph.Blocks[region.FirstBlockOrdinal], state);
            foreach (var entry in inner.Entries)
                Learn(entry.Key, entry.Value);
            return inner._finallyEnd;
        }
    }
}
