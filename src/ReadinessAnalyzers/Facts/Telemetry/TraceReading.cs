using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Telemetry;

/// <summary>
/// What code traces, calls into the project included, however many lie between. What counts is a call: a logger that is merely injected or handed
/// on says nothing. Each function is read at most once.
/// </summary>
internal sealed class TraceReading(CompilationReading reading, TelemetrySymbols symbols)
{
    private const int DeepestCall = 10;

    private readonly ConcurrentDictionary<SyntaxNode, FunctionTraces> _functions = new();
    private readonly ConcurrentDictionary<SyntaxNode, Traces> _all = new();
    private readonly StripeEvents? _events = reading.Stripe is { } stripe ? new StripeEvents(stripe) : null;
    private volatile RequestTraces? _requests;

    public TelemetrySymbols Symbols => symbols;

    /// <summary>What is traced around endpoints, whatever they do.</summary>
    public RequestTraces Requests => _requests ??= new RequestTraces(reading, this);

    /// <summary>Everything that <paramref name="code"/> may trace.</summary>
    public Traces In(SyntaxNode code, CancellationToken cancellation) => _all.GetOrAdd(code, key => Follow(key, onSuccessOnly: false, cancellation));

    /// <summary>What it may trace on a path that ends neither in an exception nor in a refusal.</summary>
    public Traces OnSuccessOf(SyntaxNode code, CancellationToken cancellation) => Follow(code, onSuccessOnly: true, cancellation);

    /// <summary>What <paramref name="call"/> may trace.</summary>
    public Traces Of(IInvocationOperation call, CancellationToken cancellation) => In(call.Syntax, cancellation);

    private Traces Follow(SyntaxNode code, bool onSuccessOnly, CancellationToken cancellation)
    {
        var traces = Traces.None;
        var seen = new HashSet<SyntaxNode> { code };
        var level = new List<SyntaxNode> { code };
        for (var depth = 0; depth <= DeepestCall && level.Count > 0; depth++)
        {
            var calls = level
                .SelectMany(body => _functions.GetOrAdd(body, key => Read(key, cancellation)).Calls)
                .Where(call => call.OnSuccess || !onSuccessOnly)
                .ToList();
            // A single line that tells of something else than a mishap, and no more is asked.
            if (calls.Exists(call => (call.Traces & (Traces.Telemetry | Traces.Alarm)) == Traces.Telemetry))
                return Traces.Telemetry;
            traces = calls.Aggregate(traces, (all, call) => all | call.Traces);
            level = [.. calls.SelectMany(call => call.Bodies).Where(seen.Add)];
        }
        return (traces & (Traces.OwnLogger | Traces.Console)) == Traces.OwnLogger ? traces | Traces.Unknown : traces;
    }

    private FunctionTraces Read(SyntaxNode code, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var calls = ImmutableArray.CreateBuilder<TracedCall>();
        foreach (var node in code.DescendantNodesAndSelf())
        {
            var (traces, bodies) = node switch
            {
                InvocationExpressionSyntax call when !IsNameof(call) => Read(call, cancellation),
                // Task.Run(Handle): what is handed over may be run.
                ArgumentSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } argument =>
                    (Traces.None, MethodsMeantBy(argument.Expression, cancellation).SelectMany(method => reading.BodiesOf(method, cancellation)).ToImmutableArray()),
                _ => (Traces.None, []),
            };
            if (traces != Traces.None || !bodies.IsEmpty)
                calls.Add(new TracedCall(traces, bodies, IsOnSuccess(node, code, cancellation)));
        }
        return new FunctionTraces(calls.ToImmutable());
    }

    private (Traces Traces, ImmutableArray<SyntaxNode> Bodies) Read(InvocationExpressionSyntax call, CancellationToken cancellation)
    {
        var methods = MethodsMeantBy(call, cancellation);
        if (methods.Count == 0)
            return (UnboundCalls.MayTrace(call) ? Traces.Unknown : Traces.None, []);
        var traces = methods.Aggregate(Traces.None, (all, method) => all | TracesOf(call, method, cancellation));
        return (traces, (traces & ~Traces.OwnLogger) != Traces.None ? [] : [.. methods.SelectMany(method => reading.BodiesOf(method, cancellation))]);
    }

    // All overloads, where an argument that does not bind leaves the choice open.
    private IReadOnlyList<IMethodSymbol> MethodsMeantBy(ExpressionSyntax expression, CancellationToken cancellation)
    {
        var info = reading.Models[expression.SyntaxTree].GetSymbolInfo(expression, cancellation);
        return info.Symbol is { } symbol ? symbol is IMethodSymbol method ? [method] : [] : [.. info.CandidateSymbols.OfType<IMethodSymbol>()];
    }

    private Traces TracesOf(InvocationExpressionSyntax call, IMethodSymbol method, CancellationToken cancellation)
    {
        if (symbols.IsTelemetry(method))
            return TelemetrySymbols.IsAlarm(method) ? Traces.Telemetry | Traces.Alarm : Traces.Telemetry;
        if (symbols.IsConsole(method, ReceiverOf(call, cancellation)))
            return Traces.Console;
        var speaks = TelemetryWords.SpeakIn(method.ContainingType?.Name ?? "");
        if (!reading.BodiesOf(method, cancellation).IsEmpty)
            return speaks ? Traces.OwnLogger : Traces.None;
        if (method.MethodKind != MethodKind.DelegateInvoke && (QuietLibraries.Contain(method) || _events?.IsStripe(method) == true))
            return Traces.None;
        return speaks || call.ArgumentList.Arguments.Count > 0 ? Traces.Unknown : Traces.None;
    }

    /// <summary>What a call is made on, as far as <see cref="TelemetrySymbols.IsConsole"/> asks: <c>Console.Error</c>.</summary>
    public IOperation? ReceiverOf(InvocationExpressionSyntax call, CancellationToken cancellation) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Out" or "Error" } writer }
            ? reading.Models.OperationOf(writer, cancellation)
            : null;

    private bool IsOnSuccess(SyntaxNode place, SyntaxNode code, CancellationToken cancellation)
    {
        for (var node = place; node != code && node.Parent is { } parent; node = parent)
        {
            if (parent is CatchClauseSyntax)
                return false;
        }
        return StatementsAround(place, code) is not { } statements || !EndsBadly(statements, cancellation);
    }

    // The innermost list of statements, unless it is that of the function itself.
    private static SyntaxList<StatementSyntax>? StatementsAround(SyntaxNode place, SyntaxNode code)
    {
        foreach (var ancestor in place.Ancestors().TakeWhile(ancestor => ancestor != code))
        {
            if (ancestor is BlockSyntax { Parent: (StatementSyntax and not LocalFunctionStatementSyntax) or ElseClauseSyntax } block)
                return block.Statements;
            if (ancestor is SwitchSectionSyntax section)
                return section.Statements;
        }
        return null;
    }

    // { log; throw …; } and { log; return BadRequest(); }, with no other way out.
    private bool EndsBadly(SyntaxList<StatementSyntax> statements, CancellationToken cancellation)
    {
        var returns = statements.SelectMany(statement => statement.DescendantNodesAndSelf(node => node is not AnonymousFunctionExpressionSyntax))
            .OfType<ReturnStatementSyntax>()
            .ToList();
        return statements.LastOrDefault() switch
        {
            ThrowStatementSyntax => returns.Count == 0,
            ReturnStatementSyntax { Expression: { } answer } => returns.Count == 1
                && reading.Models.OperationOf(answer, cancellation).WithoutConversions() is { } value && HttpAnswers.IsSuccess(value) == false,
            _ => false,
        };
    }

    private static bool IsNameof(InvocationExpressionSyntax call) =>
        call is { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments.Count: 1 };
}
