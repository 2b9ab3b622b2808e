using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Telemetry;

/// <summary>
/// Finds the catches of a file that end a failure of Stripe without a trace: they neither log nor measure nor throw, they keep nothing of the
/// exception, and nobody who is told by a value says it either.
/// </summary>
internal sealed class SilentFailureReader(CompilationReading reading, StripeSymbols stripe, TraceReading traces)
{
    private static readonly TextAnchors Catches = new("catch");
    private static readonly TextAnchors Stripe = new("Stripe");

    private readonly CaughtFailure _caught = new(reading, traces);
    private readonly StripeCalls _calls = reading.StripeCalls!;

    public IEnumerable<SilentFailure> ReadAll(SyntaxTree tree, CancellationToken cancellation) =>
        !Catches.IsIn(tree, cancellation) || !Stripe.IsIn(tree, cancellation)
            ? []
            : from clause in tree.GetRoot(cancellation).DescendantNodes().OfType<CatchClauseSyntax>()
              where !clause.ContainsDiagnostics && !DevelopmentOnly.Contains(clause)
              let failure = FailureIn(clause, cancellation)
              where failure is not null
              select failure;

    private SilentFailure? FailureIn(CatchClauseSyntax clause, CancellationToken cancellation)
    {
        // A filter is there for one known case.
        if (clause.Filter is not null || !_calls.IsTakenBy(clause, cancellation) || clause.Parent is not TryStatementSyntax attempt
            || IsTakenBefore(clause, attempt, cancellation))
        {
            return null;
        }
        if (_calls.FirstLeaving(attempt.Block, cancellation) is { } operation)
        {
            var isAboutEvents = _calls.IsAboutEvents(operation);
            return _caught.EndsSilently(clause, attempt, isAboutEvents, cancellation)
                ? new SilentFailure(clause.CatchKeyword.GetLocation(), NameOf(operation), isAboutEvents)
                : null;
        }
        // catch { } around what the app does with an object of Stripe's.
        return clause.Block.Statements.Count == 0
            && WorkIn(attempt.Block, cancellation) is { } work
            && _caught.EndsSilently(clause, attempt, isCheck: false, cancellation)
                ? new SilentFailure(clause.CatchKeyword.GetLocation(), NameOf(work), IsRefusal: false)
                : null;
    }

    private bool IsTakenBefore(CatchClauseSyntax clause, TryStatementSyntax attempt, CancellationToken cancellation) =>
        attempt.Catches.TakeWhile(other => other != clause).Any(other => other.Filter is null && _calls.IsTakenBy(other, cancellation));

    // The app's own call that is handed something of an event; reading a property that may be missing is none.
    private IMethodSymbol? WorkIn(BlockSyntax block, CancellationToken cancellation)
    {
        var model = reading.Models[block.SyntaxTree];
        foreach (var call in block.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.ArgumentList.Arguments.Any(argument => HoldsStripeObject(argument, model, cancellation))
                && model.GetSymbolInfo(call, cancellation) is var info
                && (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is IMethodSymbol method
                && !PlatformAssemblies.Contain(method)
                && !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, stripe.Exception?.ContainingAssembly))
            {
                return method;
            }
        }
        return null;
    }

    private bool HoldsStripeObject(ArgumentSyntax argument, SemanticModel model, CancellationToken cancellation) =>
        argument.Expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Any(name => model.GetTypeInfo(name, cancellation).Type.IsOrInherits(stripe.Entity));

    private static string NameOf(IMethodSymbol method) => $"{method.ContainingType.Name}.{method.Name}";
}
