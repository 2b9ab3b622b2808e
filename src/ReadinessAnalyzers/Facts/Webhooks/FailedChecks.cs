using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>What an endpoint answers when a signature does not hold.</summary>
internal sealed class FailedChecks(CompilationReading reading, StripeSymbols stripe, HttpEndpoint endpoint, ControlFlowGraph graph, CancellationToken cancellation)
{
    // The bits of a state.
    private const int MostChecks = 64;

    private readonly FailingCalls _calls = new(reading, stripe, call => reading.SignatureFailures!.Of(call, cancellation));

    /// <summary>The checks after whose failure the endpoint answers as if it had accepted the event, each with its first answer.</summary>
    public IEnumerable<AcceptedFailure> Accepted(IReadOnlyList<IOperation> operations, Holders holders)
    {
        var checks = operations.OfType<IInvocationOperation>().Where(call => _calls.FailureOf(call) is not null).Take(MostChecks).ToList();
        if (checks.Count == 0)
            yield break;
        var numbers = checks.Select((check, number) => (check.Syntax, number)).ToDictionary(pair => pair.Syntax, pair => pair.number);
        var flow = new FailedCheckFlow(graph, _calls, numbers, holders);
        var solution = ForwardFlow.Solve(graph, flow, cancellation);
        var answers = ReturnsValue
            ? [.. solution.Ends()
                .Where(end => !end.Block.EndsInThrow() && end.AtEnd.Failed is { } known && IsAcceptance(flow.ValueOf(end.Block.BranchValue!, known)))
                .Select(end => (end.AtEnd.Checks, Place: (Location?)AnswerAt(end.Block.BranchValue!)))]
            : solution.AtExit is { Failed: not null } atExit ? [(atExit.Checks, Place: (Location?)null)] : new List<(ulong Checks, Location? Place)>();
        for (var number = 0; number < checks.Count; number++)
        {
            var accepting = answers.Where(answer => (answer.Checks & (1UL << number)) != 0).ToList();
            if (accepting.Count > 0)
                yield return new AcceptedFailure(checks[number].Syntax.GetLocation(), accepting[0].Place);
        }
    }

    /// <summary>
    /// The checks that get the header as it comes, unasked whether it is there: for a missing one Stripe.net throws a NullReferenceException,
    /// and if nothing catches that, the sender is told that the server failed.
    /// </summary>
    public IEnumerable<Location> UnguardedHeaders(StripeEvents events)
    {
        if (reading.Compilation.GetTypeByMetadataName("System.NullReferenceException") is not { } exception)
            return [];
        return from block in graph.Blocks
               where block.IsReachable
               from call in block.EvaluatedOperations().OfType<IInvocationOperation>()
               where events.IsVerification(call.TargetMethod)
               let header = call.ArgumentFor("stripeSignatureHeader")
               where header is not null && IsBareHeader(header) && !_calls.IsCaught(block, exception, graph)
               select header.Syntax.GetLocation();
    }

    // Request.Headers["Stripe-Signature"], or a variable that holds nothing else and is looked at nowhere else.
    private bool IsBareHeader(IOperation value)
    {
        var source = value.WithoutConversions();
        if (source is ILocalReferenceOperation { Local: var local })
        {
            return endpoint.Function.DescendantTokens().Count(token => token.ValueText == local.Name) == 2
                && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } initializer }
                && IsHeaderLookup(reading.Models.OperationOf(initializer, cancellation).WithoutConversions());
        }
        return IsHeaderLookup(source);
    }

    private bool IsHeaderLookup(IOperation? value) =>
        value is IPropertyReferenceOperation { Property.IsIndexer: true, Instance.Type: { } headers }
        && headers.IsOrInherits(reading.AspNet.HeaderDictionary)
        && endpoint.Function.DescendantTokens().Count(token => token.ValueText is "Headers") == 1;

    private bool ReturnsValue => !endpoint.Method.ReturnsVoid && !(endpoint.Method.IsAsync && Result is null);

    // What the function returns, once awaited; null for nothing.
    private ITypeSymbol? Result => endpoint.Method.ReturnType switch
    {
        INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: var results } => results.FirstOrDefault(),
        var type => type,
    };

    // A value that is no answer becomes the body of one, and its status is 200.
    private bool IsAcceptance(KnownValue? answer) => answer == KnownValue.Success || (answer != KnownValue.Refusal && IsPlainValue);

    private bool IsPlainValue => Result is { SpecialType: SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Int32 };

    private static Location AnswerAt(IOperation value) => value.Syntax.GetLocation();
}
