using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ReadinessAnalyzers.Flow;

/// <summary>What the solver and its problems ask of Roslyn's control flow graph.</summary>
internal static class ControlFlow
{
    /// <summary>
    /// Every operation of the block in the order it runs: operands before the operation that uses them, left to right.
    /// </summary>
    public static IEnumerable<IOperation> EvaluatedOperations(this BasicBlock block)
    {
        var roots = block.BranchValue is null ? block.Operations : block.Operations.Add(block.BranchValue);
        return roots.SelectMany(EvaluatedOperations);
    }

    // Walks with a stack of its own: generated code nests deeper than a thread's stack.
    private static IEnumerable<IOperation> EvaluatedOperations(IOperation root)
    {
        var pending = new Stack<(IOperation Operation, bool OperandsDone)>();
        pending.Push((root, false));
        while (pending.Count > 0)
        {
            var (operation, operandsDone) = pending.Pop();
            if (operandsDone)
            {
                yield return operation;
                continue;
            }
            pending.Push((operation, true));
            foreach (var operand in operation.ChildOperations.Reverse())
                pending.Push((operand, false));
        }
    }

    /// <summary>Whether running <paramref name="operation"/> itself, its operands aside, may raise an exception.</summary>
    public static bool CanThrow(this IOperation operation) => operation.Kind is
        OperationKind.Invocation or OperationKind.ObjectCreation or OperationKind.PropertyReference or OperationKind.Await
        or OperationKind.ArrayElementReference or OperationKind.Conversion or OperationKind.FieldReference
        or OperationKind.DynamicInvocation or OperationKind.DynamicMemberReference or OperationKind.DynamicIndexerAccess
        or OperationKind.DynamicObjectCreation or OperationKind.FunctionPointerInvocation or OperationKind.Invalid;

    /// <summary>True for a block that <c>throw</c> ends. It is no operation; its exception is the block's branch value, none for <c>throw;</c>.</summary>
    public static bool EndsInThrow(this BasicBlock block) =>
        block.FallThroughSuccessor is { Semantics: ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow };

    public static bool Holds(this ControlFlowRegion region, BasicBlock block) =>
        region.FirstBlockOrdinal <= block.Ordinal && block.Ordinal <= region.LastBlockOrdinal;

    /// <summary>Each catch, filter and finally that an exception in <paramref name="block"/> may run, from the inside out.</summary>
    public static IReadOnlyList<ControlFlowRegion> HandlersAround(this BasicBlock block)
    {
        // The root of a lambda's graph is enclosed by regions of the graph around it, whose blocks are others.
        List<ControlFlowRegion>? handlers = null;
        for (var region = block.EnclosingRegion; region is not null and not { Kind: ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region is not { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { } tryStatement })
                continue;
            handlers ??= [];
            handlers.AddRange(tryStatement.NestedRegions.Where(sibling => sibling.Kind != ControlFlowRegionKind.Try));
        }
        return handlers ?? (IReadOnlyList<ControlFlowRegion>)ImmutableArray<ControlFlowRegion>.Empty;
    }
}
