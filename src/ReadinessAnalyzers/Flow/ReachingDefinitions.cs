using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReadinessAnalyzers.Flow;

/// <summary>
/// The definitions of one variable that may hold at a place in its function: on some path to there, none came later. For each, whether
/// such a path has ruled out that the value, if it is a text, is empty.
/// </summary>
internal sealed class ReachingDefinitions : FlowProblem<ReachingDefinitions.State>
{
    private const int MostDefinitions = 60;

    private readonly Dictionary<IOperation, int> _bits = [];

    private readonly EmptinessTest _emptiness;
    private readonly Func<IMethodSymbol, bool> _canThrow;

    private ReachingDefinitions(ControlFlowGraph graph, ISymbol variable, Func<IMethodSymbol, bool> canThrow)
    {
        var captures = Definition.CapturesOf(variable, graph);
        var operations = graph.Blocks.SelectMany(block => block.EvaluatedOperations()).ToList();
        All = [.. operations
            .Select(operation => Definition.Of(variable, operation, captures))
            .OfType<Definition>()];
        _canThrow = canThrow;
        _emptiness = new EmptinessTest(
            variable,
            value => value.WithoutConversions() is { } read
                && (Definition.Is(read, variable) || read is IFlowCaptureReferenceOperation capture && captures.Contains(capture.Id)),
            flag => OnlyValueOf(flag, operations));
        for (var index = 0; index < All.Length; index++)
            _bits[All[index].Operation] = index + 1;
    }

    /// <summary>Every definition in the function itself, in the order of the text; those in lambdas inside it do not count.</summary>
    public ImmutableArray<Definition> All { get; }

    public override State Entry => new(1, 1);

    /// <summary>Null if the variable is assigned so often that nothing useful can be said.</summary>
    /// <param name="graph">The graph of its function.</param>
    /// <param name="variable">The variable; of a field or property, only what happens to it in this function is known.</param>
    /// <param name="canThrow">True for a method of the project that may refuse what it is given.</param>
    public static ReachingDefinitions? Of(ControlFlowGraph graph, ISymbol variable, Func<IMethodSymbol, bool> canThrow)
    {
        var problem = new ReachingDefinitions(graph, variable, canThrow);
        return problem.All.Length <= MostDefinitions ? problem : null;
    }

    /// <summary>What may hold just before the operations that <paramref name="isPlace"/> accepts; null if none can be reached.</summary>
    public State? Before(Func<IOperation, bool> isPlace, ControlFlowGraph graph, CancellationToken cancellation)
    {
        State? found = null;
        foreach (var (operation, before) in ForwardFlow.Solve(graph, this, cancellation).Replay())
        {
            if (isPlace(operation))
                found = found is { } known ? Join(known, before) : before;
        }
        return found;
    }

    public IEnumerable<Definition> In(State state) => All.Where((_, index) => (state.Bits & (1UL << (index + 1))) != 0);

    /// <summary>True if the value of <paramref name="definition"/>, where it holds, may be an empty text.</summary>
    public bool MayBeEmpty(Definition definition, State state) => (state.MayBeEmpty & (1UL << _bits[definition.Operation])) != 0;

    public override State Join(State left, State right) => new(left.Bits | right.Bits, left.MayBeEmpty | right.MayBeEmpty);

    public override State After(IOperation operation, State before)
    {
        if (_bits.TryGetValue(operation, out var bit))
            return new State(1UL << bit, 1UL << bit);
        return before.MayBeEmpty != 0 && _emptiness.Refuses(operation, _canThrow) ? before with { MayBeEmpty = 0 } : before;
    }

    public override State Assume(IOperation condition, bool outcome, State before) =>
        before.MayBeEmpty != 0 && _emptiness.RulesOutEmpty(condition, outcome) ? before with { MayBeEmpty = 0 } : before;

    // A flag that is assigned once.
    private static IOperation? OnlyValueOf(ILocalSymbol flag, IEnumerable<IOperation> operations)
    {
        var assignments = operations.OfType<ISimpleAssignmentOperation>().Where(assignment => Definition.Is(assignment.Target, flag)).Take(2).ToList();
        return assignments.Count == 1 && assignments[0].Value is not IFlowCaptureReferenceOperation ? assignments[0].Value : null;
    }

    /// <summary>The set of definitions that may hold; bit 0 is the value at entry, the argument of a parameter.</summary>
    /// <param name="Bits">The definitions.</param>
    /// <param name="MayBeEmpty">Those of them after which, on some path, nothing has ruled out an empty text.</param>
    internal readonly record struct State(ulong Bits, ulong MayBeEmpty)
    {
        public bool HasEntry => (Bits & 1) != 0;

        /// <summary>True if the value at entry may be an empty text.</summary>
        public bool EntryMayBeEmpty => (MayBeEmpty & 1) != 0;
    }
}
