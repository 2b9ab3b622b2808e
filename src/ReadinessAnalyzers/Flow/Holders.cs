using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ReadinessAnalyzers.Flow;

/// <summary>What holds values in a control flow graph: locals, parameters, and the temporaries by which values cross blocks.</summary>
internal sealed class Holders(IEnumerable<IOperation> operations)
{
    // Where an assigned value takes several blocks, as in x = a ? b : c, the graph captures the variable first and assigns through that.
    private readonly Dictionary<CaptureId, object> _variables = operations.OfType<IFlowCaptureOperation>()
        .Where(capture => Read(capture.Value) is ISymbol)
        .GroupBy(capture => capture.Id)
        .ToDictionary(captures => captures.Key, captures => Read(captures.First().Value)!);

    private readonly HashSet<object> _assignedTwice = [.. operations.OfType<ISimpleAssignmentOperation>()
        .Select(assignment => Read(assignment.Target))
        .OfType<ISymbol>()
        .GroupBy(symbol => symbol, SymbolEqualityComparer.Default)
        .Where(assignments => assignments.Count() > 1)
        .Select(assignments => assignments.Key!)];

    /// <summary>True if the variable has one value on one path and another on another, such as a flag.</summary>
    public bool IsAssignedTwice(ILocalSymbol variable) => _assignedTwice.Contains(variable);

    /// <summary>What <paramref name="value"/> is read from: a symbol, or the id of a temporary; null if it is computed.</summary>
    public static object? Read(IOperation value) => value switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFlowCaptureReferenceOperation capture => capture.Id,
        IConversionOperation conversion => Read(conversion.Operand),
        _ => null,
    };

    /// <summary>What an assignment to <paramref name="target"/> writes; null for fields, properties and elements.</summary>
    public object? Written(IOperation target) =>
        target is IFlowCaptureReferenceOperation capture && _variables.TryGetValue(capture.Id, out var variable) ? variable : Read(target);
}
