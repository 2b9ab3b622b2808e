using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>What a call that checks a signature does when the signature does not hold.</summary>
/// <param name="Throws">The type of the exception; null if it throws none.</param>
/// <param name="Returns">The value that says so; null if it returns none, or one of which too little is known.</param>
internal sealed record SignatureFailure(ITypeSymbol? Throws, KnownValue? Returns);

/// <summary>
/// How a failed signature check travels from Stripe.net's own calls through the methods of the project to whoever calls those. A method is read
/// at most once for each depth at which it is called.
/// </summary>
internal sealed class SignatureFailures(CompilationReading reading, StripeSymbols stripe)
{
    // Where a recursion ends, too.
    private const int DeepestCall = 10;

    private readonly StripeEvents _events = new(stripe);
    private readonly ConcurrentDictionary<(SyntaxNode Function, int Depth), SignatureFailure?> _failures = new();

    /// <summary>What <paramref name="call"/> does when the signature does not hold; null if it checks none, as far as can be seen.</summary>
    public SignatureFailure? Of(IInvocationOperation call, CancellationToken cancellation) => Of(call, DeepestCall, cancellation);

    private SignatureFailure? Of(IInvocationOperation call, int depth, CancellationToken cancellation)
    {
        if (_events.IsVerification(call.TargetMethod))
            return new SignatureFailure(stripe.Exception, Returns: null);
        if (depth == 0 || PlatformAssemblies.Contain(call.TargetMethod) || _events.IsStripe(call.TargetMethod))
            return null;
        var called = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition;
        return Implementations.OnlyOne(called, reading.Compilation, cancellation) is IMethodSymbol method
            && reading.DeclarationsOf(method, cancellation).FirstOrDefault() is { } function
            && reading.HiddenVerification!.ShowsSigns(method, cancellation)
                ? _failures.GetOrAdd((function, depth), key => In(key.Function, method, depth - 1, cancellation))
                : null;
    }

    private SignatureFailure? In(SyntaxNode function, IMethodSymbol method, int depth, CancellationToken cancellation)
    {
        if (reading.Models.OperationOf(function, cancellation) is not { } operation || reading.Graphs[operation] is not { } graph)
            return null;
        var calls = new FailingCalls(reading, stripe, call => Of(call, depth, cancellation));
        var holders = new Holders(graph.Blocks.SelectMany(block => block.EvaluatedOperations()));
        var flow = new FailedCheckFlow(graph, calls, ImmutableDictionary<IOperation, int>.Empty, holders);
        var solution = ForwardFlow.Solve(graph, flow, cancellation);
        var thrown = TypesThrown(graph, calls).Concat(TypesThrownOn(solution, calls)).FirstOrDefault();
        var returned = Returned(solution, flow, method);
        return thrown is null && returned is null ? null : new SignatureFailure(thrown, returned);
    }

    // By the calls whose exception no catch takes.
    private static IEnumerable<ITypeSymbol> TypesThrown(ControlFlowGraph graph, FailingCalls calls) =>
        from block in graph.Blocks
        where block.IsReachable
        from call in block.EvaluatedOperations().OfType<IInvocationOperation>()
        let type = calls.FailureOf(call)?.Throws
        where type is not null && !calls.IsCaught(block, type, graph)
        select type;

    // By the app itself, on a path where the check failed: throw new SecurityException(…).
    private static IEnumerable<ITypeSymbol> TypesThrownOn(FlowSolution<FailedCheckState> solution, FailingCalls calls) =>
        from end in solution.Ends()
        where end.AtEnd.Failed is not null && end.Block.EndsInThrow()
        let type = calls.TypeThrownAt(end.Block)
        where type is not null
        select type;

    private static KnownValue? Returned(FlowSolution<FailedCheckState> solution, FailedCheckFlow flow, IMethodSymbol method)
    {
        if (method.ReturnsVoid || method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", IsGenericType: false } && method.IsAsync)
            return solution.AtExit?.Failed is null ? null : KnownValue.Nothing;
        var values = solution.Ends()
            .Where(end => end.AtEnd.Failed is not null && !end.Block.EndsInThrow())
            .Select(end => flow.ValueOf(end.Block.BranchValue!, end.AtEnd.Failed!))
            .Distinct()
            .ToList();
        return values.Count == 1 ? values[0] : null;
    }
}
