using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Facts;

namespace ReadinessAnalyzers.Flow.Origins;

/// <summary>
/// The way from the value in question to the one being looked at: which symbols it led through, so that it never runs in circles, and
/// which call it entered, so that a parameter means the argument of that call.
/// </summary>
internal sealed record Trail
{
    private const int LongestTrail = 40;

    private readonly OriginTracer _tracer;
    private readonly Budget _budget = new();
    private int _length;
    private ImmutableHashSet<ISymbol> _through = ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default);
    private ImmutableHashSet<SyntaxNode> _past = ImmutableHashSet<SyntaxNode>.Empty;
    private EnteredCall? _call;

    public Trail(OriginTracer tracer, CancellationToken cancellation)
    {
        _tracer = tracer;
        Cancellation = cancellation;
    }

    public CompilationReading Reading => _tracer.Reading;

    public CancellationToken Cancellation { get; }

    /// <summary>True if the text of constants is wanted because it names a setting.</summary>
    public bool WantsNames { get; private init; }

    /// <summary>The same trail where the text of constants is not wanted.</summary>
    public Trail ForValues => this with { WantsNames = false };

    public OriginSet Follow(IOperation? value)
    {
        Cancellation.ThrowIfCancellationRequested();
        if (value is null)
            return OriginSet.Unknown;
        return _length < LongestTrail && Afford(1)
            ? OriginTracer.Follow(value, this with { _length = _length + 1 })
            : OriginSet.GaveUp;
    }

    /// <summary>Takes <paramref name="steps"/> from what one question may cost; false if so many are not left.</summary>
    public bool Afford(int steps) => _budget.Spend(steps);

    /// <summary>Follows an expression of any file.</summary>
    public OriginSet Follow(SyntaxNode expression) => Follow(OperationOf(expression));

    /// <summary>Where this project declares <paramref name="symbol"/>; nowhere if another one does.</summary>
    public IEnumerable<SyntaxNode> DeclarationsOf(ISymbol symbol) => Reading.DeclarationsOf(symbol, Cancellation);

    public IOperation? OperationOf(SyntaxNode node)
    {
        // Neither has an operation of its own.
        while (node is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
            node = node is ParenthesizedExpressionSyntax parenthesized ? parenthesized.Expression : ((PostfixUnaryExpressionSyntax)node).Operand;
        return Reading.Models.OperationOf(node, Cancellation);
    }

    /// <summary>The trail through <paramref name="symbol"/>; null if it came through there before, so that nothing new can be found.</summary>
    public Trail? Through(ISymbol symbol) =>
        _through.Contains(symbol) ? null : this with { _through = _through.Add(symbol) };

    /// <summary>The same for an expression that is assigned to a variable.</summary>
    public Trail? Past(SyntaxNode expression) =>
        _past.Contains(expression) ? null : this with { _past = _past.Add(expression) };

    /// <summary>The trail into the body of <paramref name="method"/>, whose parameters are the arguments of <paramref name="call"/>.</summary>
    public Trail Into(IMethodSymbol method, ImmutableArray<IArgumentOperation> call) =>
        this with { _call = new EnteredCall(method, call, this) };

    /// <summary>The trail to a place that has nothing to do with the call entered last.</summary>
    public Trail Elsewhere() => this with { _call = null };

    /// <summary>If the trail is inside a call of the parameter's method: where the argument comes from. Otherwise null.</summary>
    public OriginSet? FollowArgument(IParameterSymbol parameter)
    {
        if (_call is null || !SymbolEqualityComparer.Default.Equals(_call.Method, parameter.ContainingSymbol))
            return null;
        var argument = _call.Arguments.FirstOrDefault(candidate => candidate.Parameter?.Ordinal == parameter.Ordinal);
        return (_call.Caller with { _length = _length, WantsNames = WantsNames }).Follow(argument?.Value);
    }

    /// <summary>The names that <paramref name="key"/> can stand for; none unless all of them are constants.</summary>
    public IReadOnlyList<string> NamesOf(IOperation? key)
    {
        var origins = (this with { WantsNames = true }).Follow(key);
        return origins.All.All(origin => origin is Origin.SettingName) ? [.. origins.Names] : [];
    }

    private sealed record EnteredCall(IMethodSymbol Method, ImmutableArray<IArgumentOperation> Arguments, Trail Caller);

    // Bounds the work of one question where trails fork at every turn; shared by all trails that start from it.
    private sealed class Budget
    {
        private int _left = 4000;

        public bool Spend(int steps) => (_left -= steps) >= 0;
    }
}
