using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Telemetry;

/// <summary>Which calls of Stripe.net can fail in a piece of code and let the failure out, calls into the project included.</summary>
internal sealed class StripeCalls(CompilationReading reading, StripeSymbols stripe)
{
    private const int DeepestCall = 10;

    private readonly StripeOperations _operations = new(stripe);
    private readonly ConcurrentDictionary<SyntaxNode, (IMethodSymbol? Own, ImmutableArray<SyntaxNode> Bodies)> _functions = new();

    /// <summary>The first call of Stripe.net whose exception leaves <paramref name="code"/>; null if none is seen.</summary>
    public IMethodSymbol? FirstLeaving(SyntaxNode code, CancellationToken cancellation)
    {
        var seen = new HashSet<SyntaxNode> { code };
        var level = new List<SyntaxNode> { code };
        for (var depth = 0; depth <= DeepestCall && level.Count > 0; depth++)
        {
            var functions = level.ConvertAll(body => _functions.GetOrAdd(body, key => Read(key, cancellation)));
            if (functions.Find(function => function.Own is not null) is { Own: { } found })
                return found;
            level = [.. functions.SelectMany(function => function.Bodies).Where(seen.Add)];
        }
        return null;
    }

    /// <summary>True for a call that checks a signature.</summary>
    public bool IsVerification(IMethodSymbol method) => _operations.IsVerification(method);

    public bool IsAboutEvents(IMethodSymbol method) => _operations.IsAboutEvents(method);

    /// <summary>True for a catch that takes a <c>StripeException</c>, whatever else it takes. A filter decides at run time.</summary>
    public bool IsTakenBy(CatchClauseSyntax clause, CancellationToken cancellation) =>
        clause.Declaration is null
        || reading.Models[clause.SyntaxTree].GetTypeInfo(clause.Declaration.Type, cancellation).Type is INamedTypeSymbol { TypeKind: not TypeKind.Error } type
            && stripe.Exception.IsOrInherits(type);

    private (IMethodSymbol?, ImmutableArray<SyntaxNode>) Read(SyntaxNode code, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var model = reading.Models[code.SyntaxTree];
        var bodies = ImmutableArray.CreateBuilder<SyntaxNode>();
        foreach (var call in code.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>())
        {
            var info = model.GetSymbolInfo(call, cancellation);
            if ((info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is not IMethodSymbol method || IsTakenBefore(call, code, cancellation))
                continue;
            if (_operations.Contain(method))
                return (method, []);
            if (!PlatformAssemblies.Contain(method))
                bodies.AddRange(reading.BodiesOf(method, cancellation));
        }
        return (null, bodies.ToImmutable());
    }

    // By a try inside the code itself.
    private bool IsTakenBefore(SyntaxNode call, SyntaxNode code, CancellationToken cancellation)
    {
        for (var node = call; node != code && node.Parent is { } parent; node = parent)
        {
            if (parent is TryStatementSyntax attempt && attempt.Block == node && attempt.Catches.Any(clause => IsTakenBy(clause, cancellation)))
                return true;
        }
        return false;
    }
}
