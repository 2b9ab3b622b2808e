using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts;

/// <summary>
/// Which locals, parameters and temporaries of an endpoint may hold which parsed event (a bit per parsing call), and which operations
/// act on one.
/// </summary>
internal sealed class EventHolders
{
    private readonly Dictionary<object, ulong> _held = [];
    private readonly StripeEvents _events;
    private readonly IReadOnlyDictionary<SyntaxNode, int> _parses;

    public EventHolders(
        StripeEvents events,
        IReadOnlyDictionary<SyntaxNode, int> parses,
        IReadOnlyList<IParameterSymbol> boundParameters,
        IReadOnlyList<IOperation> operations)
    {
        _events = events;
        _parses = parses;
        for (var number = 0; number < boundParameters.Count; number++)
            _held[boundParameters[number]] = 1UL << number;

        // Copies of copies: once more as long as something is learnt. Real handlers settle at once.
        while (operations.Count(Propagate) > 0)
        {
        }
    }

    /// <summary>
    /// The events that <paramref name="operation"/> acts on: it reads their data or hands them to the app's own code. Reading the envelope,
    /// comparing and logging are no acts.
    /// </summary>
    public ulong ActedOnBy(IOperation operation)
    {
        if (operation is IFlowAnonymousFunctionOperation lambda)
            return CapturedBy(lambda);
        var held = HeldBy(operation);
        if (held == 0)
            return 0;
        var value = operation;
        while (value.Parent is IConversionOperation or IAwaitOperation)
            value = value.Parent;
        return value.Parent switch
        {
            IPropertyReferenceOperation property when property.Instance == value => _events.IsEnvelope(property) ? 0 : held,
            IArgumentOperation { Parent: IInvocationOperation call } => IsAppCode(call.TargetMethod) ? held : 0,
            IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor } } => IsAppCode(constructor) ? held : 0,
            _ => 0,
        };
    }

    private bool Propagate(IOperation operation)
    {
        var (holder, value) = operation switch
        {
            ISimpleAssignmentOperation assignment => (HolderOf(assignment.Target), assignment.Value),
            IFlowCaptureOperation capture => (capture.Id, capture.Value),
            _ => ((object?)null, operation),
        };
        if (holder is null || HeldBy(value) is not (> 0 and var held))
            return false;
        _held.TryGetValue(holder, out var known);
        _held[holder] = known | held;
        return (known | held) != known;
    }

    private ulong HeldBy(IOperation value)
    {
        while (value is IConversionOperation or IAwaitOperation)
            value = value is IConversionOperation conversion ? conversion.Operand : ((IAwaitOperation)value).Operation;
        if (value is IInvocationOperation call && _parses.TryGetValue(call.Syntax, out var number))
            return 1UL << number;
        return HolderOf(value) is { } holder && _held.TryGetValue(holder, out var held) ? held : 0;
    }

    // Event data used inside a lambda is used when the lambda runs: in a background queue, a retry, a transaction.
    private ulong CapturedBy(IFlowAnonymousFunctionOperation lambda)
    {
        var names = new HashSet<string>(lambda.Syntax.DescendantTokens().Select(token => token.ValueText), StringComparer.Ordinal);
        return _held
            .Where(pair => pair.Key is ISymbol symbol && names.Contains(symbol.Name))
            .Aggregate(0UL, (all, pair) => all | pair.Value);
    }

    private static object? HolderOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFlowCaptureReferenceOperation capture => capture.Id,
        _ => null,
    };

    // What the platform's own methods do with an event is log it, compare it or write it out.
    private static bool IsAppCode(IMethodSymbol method) => !PlatformAssemblies.Contain(method);
}
