using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>What an endpoint answers when a signature does not hold.</summary>
internal sealed class FailedChecks
{
    // The bits of a state.
    private const int MostChecks = 64;

    private readonly CompilationReading _reading;
    private readonly HttpEndpoint _endpoint;
    private readonly ControlFlowGraph _graph;
    private readonly CancellationToken _cancellation;
    private readonly FailingCalls _calls;
    private readonly List<IInvocationOperation> _checks;
    private readonly List<Answer> _answers;

    /// <param name="reading">The compilation.</param>
    /// <param name="stripe">Its Stripe.net.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="graph">Its graph.</param>
    /// <param name="operations">The graph's operations.</param>
    /// <param name="holders">What holds values in it.</param>
    /// <param name="tells">Whether a call may log or measure.</param>
    /// <param name="cancellation">Ends the search.</param>
    public FailedChecks(
        CompilationReading reading, StripeSymbols stripe, HttpEndpoint endpoint, ControlFlowGraph graph, IReadOnlyList<IOperation> operations, Holders holders,
        Func<IInvocationOperation, bool> tells, CancellationToken cancellation)
    {
        _reading = reading;
        _endpoint = endpoint;
        _graph = graph;
        _cancellation = cancellation;
        _calls = new(reading, stripe, call => reading.SignatureFailures!.Of(call, cancellation));
        _checks = [.. operations.OfType<IInvocationOperation>().Where(call => _calls.FailureOf(call) is not null).Take(MostChecks)];
        _answers = _checks.Count == 0 ? [] : [.. AnswersOf(holders, tells)];
    }

    /// <summary>The checks after whose failure the endpoint answers as if it had accepted the event, each with its first answer.</summary>
    public IEnumerable<AcceptedFailure> Accepted()
    {
        for (var number = 0; number < _checks.Count; number++)
        {
            var accepting = _answers.Where(answer => IsAcceptance(answer.Value) && (answer.State.Checks & (1UL << number)) != 0).ToList();
            if (accepting.Count > 0)
                yield return new AcceptedFailure(_checks[number].Syntax.GetLocation(), accepting[0].Place);
        }
    }

    /// <summary>
    /// True if a check tells its failure by the value it returns, and the endpoint refuses without a word. A failure that comes as an exception
    /// is a matter of the catch that takes it.
    /// </summary>
    public bool AreRefusedSilently => _answers.Any(answer =>
        answer is { Value: KnownValue.Refusal, State.Told: false }
        && Enumerable.Range(0, _checks.Count).All(number =>
            (answer.State.Checks & (1UL << number)) == 0 || _calls.FailureOf(_checks[number]) is { Throws: null, Returns: not null }));

    private IEnumerable<Answer> AnswersOf(Holders holders, Func<IInvocationOperation, bool> tells)
    {
        var numbers = _checks.Select((check, number) => (check, number)).ToDictionary(pair => (IOperation)pair.check, pair => pair.number);
        var flow = new FailedCheckFlow(_graph, _calls, numbers, holders, tells);
        var solution = ForwardFlow.Solve(_graph, flow, _cancellation);
        if (!ReturnsValue)
            return solution.AtExit is { Failed: not null } atExit ? [new Answer(atExit, null, KnownValue.Success)] : [];
        return from end in solution.Ends()
               where !end.Block.EndsInThrow() && end.AtEnd.Failed is not null
               let value = end.Block.BranchValue!
               select new Answer(end.AtEnd, value.Syntax.GetLocation(), flow.ValueOf(value, end.AtEnd.Failed!));
    }

    /// <param name="State">What is known where it is given.</param>
    /// <param name="Place">Where it is returned; null if the endpoint just ends.</param>
    /// <param name="Value">What is known of it.</param>
    private sealed record Answer(FailedCheckState State, Location? Place, KnownValue? Value);

    /// <summary>
    /// The checks that get the header as it comes, unasked whether it is there: for a missing one Stripe.net throws a NullReferenceException,
    /// and if nothing catches that, the sender is told that the server failed.
    /// </summary>
    public IEnumerable<Location> UnguardedHeaders(StripeEvents events)
    {
        if (_reading.Compilation.GetTypeByMetadataName("System.NullReferenceException") is not { } exception)
            return [];
        return from block in _graph.Blocks
               where block.IsReachable
               from call in block.EvaluatedOperations().OfType<IInvocationOperation>()
               where events.IsVerification(call.TargetMethod)
               let header = call.ArgumentFor("stripeSignatureHeader")
               where header is not null && IsBareHeader(header) && !_calls.IsCaught(block, exception, _graph)
               select header.Syntax.GetLocation();
    }

    // Request.Headers["Stripe-Signature"], or a variable that holds nothing else and is looked at nowhere else.
    private bool IsBareHeader(IOperation value)
    {
        var source = value.WithoutConversions();
        if (source is ILocalReferenceOperation { Local: var local })
        {
            return _endpoint.Function.DescendantTokens().Count(token => token.ValueText == local.Name) == 2
                && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } initializer }
                && IsHeaderLookup(_reading.Models.OperationOf(initializer, _cancellation).WithoutConversions());
        }
        return IsHeaderLookup(source);
    }

    private bool IsHeaderLookup(IOperation? value) =>
        value is IPropertyReferenceOperation { Property.IsIndexer: true, Instance.Type: { } headers }
        && headers.IsOrInherits(_reading.AspNet.HeaderDictionary)
        && _endpoint.Function.DescendantTokens().Count(token => token.ValueText is "Headers") == 1;

    private bool ReturnsValue => !_endpoint.Method.ReturnsVoid && !(_endpoint.Method.IsAsync && Result is null);

    // What the function returns, once awaited; null for nothing.
    private ITypeSymbol? Result => _endpoint.Method.ReturnType switch
    {
        INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: var results } => results.FirstOrDefault(),
        var type => type,
    };

    // A value that is no answer becomes the body of one, and its status is 200.
    private bool IsAcceptance(KnownValue? answer) => answer == KnownValue.Success || (answer != KnownValue.Refusal && IsPlainValue);

    private bool IsPlainValue => Result is { SpecialType: SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Int32 };
}
