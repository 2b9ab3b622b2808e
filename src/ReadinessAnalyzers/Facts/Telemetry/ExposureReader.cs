using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Telemetry;

/// <summary>Finds what a file hands to logs, the console and exceptions that nobody there should read.</summary>
internal sealed class ExposureReader(CompilationReading reading, TraceReading traces)
{
    private static readonly TextAnchors Stripe = new("Stripe", "stripe");

    private readonly SensitiveValues _values = reading.SensitiveValues!;
    private readonly StripeCalls _calls = reading.StripeCalls!;

    public IEnumerable<Exposure> ReadAll(SyntaxTree tree, CancellationToken cancellation) => !Stripe.IsIn(tree, cancellation)
        ? []
        : tree.GetRoot(cancellation).DescendantNodes()
            .Where(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax && !node.ContainsDiagnostics)
            .SelectMany(node => ExposuresIn(node, cancellation).Take(1))
            .Where(exposure => !DevelopmentOnly.Contains(tree.GetRoot(cancellation).FindNode(exposure.Place.SourceSpan)));

    private IEnumerable<Exposure> ExposuresIn(SyntaxNode node, CancellationToken cancellation)
    {
        var arguments = node switch
        {
            InvocationExpressionSyntax call => call.ArgumentList.Arguments,
            BaseObjectCreationExpressionSyntax { ArgumentList: { } list } => list.Arguments,
            _ => default,
        };
        if (arguments.Count == 0 || reading.Models[node.SyntaxTree].GetSymbolInfo(node, cancellation).Symbol is not IMethodSymbol method)
            return [];
        var sink = SinkOf(method, node, cancellation);
        if (sink is not null)
        {
            return from argument in arguments
                   from found in _values.In(argument.Expression, cancellation)
                   select new Exposure(found.Place.GetLocation(), sink, found.Datum, found.Name);
        }
        return CaughtFailure.IsAnswer(method) && FailedCheckAround(node, cancellation) is { } variable
            ? from argument in arguments
              from name in argument.DescendantNodes().OfType<IdentifierNameSyntax>()
              where name.Identifier.ValueText == variable && name.Parent is not (NameEqualsSyntax or NameColonSyntax) && !CaughtFailure.ReadsDetails(name)
              select new Exposure(WholeOf(name).GetLocation(), method.Name, ExposedDatum.CheckFailure, method.Name)
            : [];
    }

    private string? SinkOf(IMethodSymbol method, SyntaxNode node, CancellationToken cancellation)
    {
        if (method.MethodKind == MethodKind.Constructor)
            return IsException(method.ContainingType) ? method.ContainingType.Name : null;
        var isWritten = traces.Symbols.IsTelemetry(method)
            // What goes to the debugger is not compiled into a release.
            || method.ContainingType.Name != "Debug" && traces.Symbols.IsConsole(method, traces.ReceiverOf((InvocationExpressionSyntax)node, cancellation));
        return isWritten ? method.Name : null;
    }

    private static bool IsException(INamedTypeSymbol type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (candidate is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }
        return false;
    }

    // The exception's variable in a catch around a check; null anywhere else.
    private string? FailedCheckAround(SyntaxNode answer, CancellationToken cancellation) =>
        answer.FirstAncestorOrSelf<CatchClauseSyntax>() is { Declaration.Identifier: { ValueText.Length: > 0 } variable, Parent: TryStatementSyntax attempt } clause
        && Functions.Around(answer) == Functions.Around(clause)
        && _calls.IsTakenBy(clause, cancellation)
        && attempt.Catches.TakeWhile(other => other != clause).All(other => other.Filter is not null || !_calls.IsTakenBy(other, cancellation))
        && _calls.FirstLeaving(attempt.Block, cancellation) is { } operation && _calls.IsVerification(operation)
            ? variable.ValueText
            : null;

    // error.Message, error.ToString()
    private static SyntaxNode WholeOf(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Expression == name
            ? access.Parent is InvocationExpressionSyntax call && call.Expression == access ? call : access
            : name;
}
