using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>What a method of the project does with a request's body, in which it checks no signature.</summary>
/// <param name="MakesEvent">Whether it makes a Stripe event of it.</param>
/// <param name="Use">Where it acts on that event; null if it does not.</param>
internal sealed record HandedBody(bool MakesEvent, Location? Use);

/// <summary>
/// Follows a body into the methods that an endpoint hands it to. A method is read at most once for each depth and each choice of parameters that
/// hold the body.
/// </summary>
internal sealed class HandedBodies(CompilationReading reading, StripeSymbols stripe)
{
    // Where a recursion ends, too.
    private const int DeepestCall = 10;

    private readonly StripeEvents _events = new(stripe);
    private readonly ConcurrentDictionary<(SyntaxNode Function, ulong Parameters, int Depth), HandedBody?> _bodies = new();

    /// <summary>How <paramref name="function"/> parses, verifies and acts; null if it does not parse the body.</summary>
    /// <param name="bound">The parameters that the framework binds to the body as an object.</param>
    /// <param name="function">The function's graph.</param>
    /// <param name="operations">Its operations.</param>
    /// <param name="holders">Its variables.</param>
    /// <param name="body">What holds the body in it.</param>
    /// <param name="cancellation">Ends the search.</param>
    public VerificationOrder? OrderIn(
        ControlFlowGraph function, IReadOnlyList<IOperation> operations, Holders holders, RequestBody body, IEnumerable<IParameterSymbol> bound,
        CancellationToken cancellation) =>
        OrderIn(function, operations, holders, body, bound, DeepestCall, cancellation);

    private VerificationOrder? OrderIn(
        ControlFlowGraph function, IReadOnlyList<IOperation> operations, Holders holders, RequestBody body, IEnumerable<IParameterSymbol> bound,
        int depth, CancellationToken cancellation)
    {
        var parsed = ParsedBodies.In(bound, operations, body, _events, call => BehindCall(call, body, depth - 1, cancellation), reading);
        if (parsed.IsEmpty)
            return null;
        var calls = new EndpointCalls(_events, call => reading.SignatureFailures!.Of(call, cancellation) is not null);
        var flow = new VerificationFlow(calls, holders, parsed.Bound, parsed.NumberOf);
        return new VerificationOrder(flow, calls, ForwardFlow.Solve(function, flow, cancellation), parsed, operations);
    }

    private HandedBody? BehindCall(IInvocationOperation call, RequestBody body, int depth, CancellationToken cancellation)
    {
        if (depth == 0 || PlatformAssemblies.Contain(call.TargetMethod) || _events.IsStripe(call.TargetMethod))
            return null;
        var called = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition;
        if (Implementations.OnlyOne(called, reading.Compilation, cancellation) is not IMethodSymbol method
            || reading.DeclarationsOf(method, cancellation).FirstOrDefault() is not { } function
            || reading.HiddenVerification!.ShowsSigns(method, cancellation))
        {
            return null;
        }
        var parameters = call.Arguments.Where(argument => argument.Parameter is not null && body.IsHeldBy(argument.Value))
            .Aggregate(0UL, (all, argument) => all | (1UL << argument.Parameter!.Ordinal));
        return _bodies.GetOrAdd((function, parameters, depth), key => In(key.Function, method, key.Parameters, key.Depth, cancellation));
    }

    private HandedBody? In(SyntaxNode function, IMethodSymbol method, ulong parameters, int depth, CancellationToken cancellation)
    {
        if (reading.Models.OperationOf(function, cancellation) is not { } operation || reading.Graphs[operation] is not { } graph)
            return null;
        List<IOperation> operations = [.. graph.Blocks.SelectMany(block => block.EvaluatedOperations())];
        var holders = new Holders(operations);
        var body = new RequestBody(
            method.Parameters.Where(parameter => (parameters & (1UL << parameter.Ordinal)) != 0), reading, _events, holders, operations);
        if (OrderIn(graph, operations, holders, body, ImmutableArray<IParameterSymbol>.Empty, depth, cancellation) is not { } order
            || reading.HiddenVerification!.IsPossibleIn(function, operations, body, cancellation))
        {
            return null;
        }
        return new HandedBody(order.MakesEvent, order.UnverifiedUses().FirstOrDefault()?.Use);
    }
}
