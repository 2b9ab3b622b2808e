using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Facts.Webhooks;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Telemetry;

/// <summary>What becomes of an exception in the catch that takes it.</summary>
internal sealed class CaughtFailure(CompilationReading reading, TraceReading traces)
{
    // Of a method called Get, a project may show a thousand mentions, nearly all of another one.
    private const int MostMentions = 300;

    private static readonly string[] Web = ["Microsoft.AspNetCore.Mvc", "Microsoft.AspNetCore.Http", "System.Web"];

    /// <summary>True if nobody is told, as far as the project shows.</summary>
    /// <param name="clause">The catch.</param>
    /// <param name="attempt">Its <c>try</c>.</param>
    /// <param name="isCheck">Whether what fails is the check of an event, whose caller is the endpoint: what that says is RDY3001's to judge.</param>
    /// <param name="cancellation">Ends the search.</param>
    public bool EndsSilently(CatchClauseSyntax clause, TryStatementSyntax attempt, bool isCheck, CancellationToken cancellation)
    {
        if (Functions.Around(clause) is not { } function
            || traces.In(clause.Block, cancellation) != Traces.None
            || clause.Block.DescendantNodes().Any(node => node is ThrowStatementSyntax or ThrowExpressionSyntax)
            || KeepsException(clause, cancellation)
            || KeepsNote(clause))
        {
            return false;
        }
        var model = reading.Models[clause.SyntaxTree];
        var isEndpoint = HttpEndpoint.Around(clause, reading, model, cancellation)?.Function == function;
        var returned = Own<ReturnStatementSyntax>(clause.Block).Select(statement => statement.Expression).ToList();
        var goesOn = clause.Block.Statements.LastOrDefault() is not ReturnStatementSyntax;
        if (goesOn && IsToldLater(attempt, function, cancellation))
            return false;
        if (isEndpoint)
            return true;
        if (returned.TrueForAll(value => value is null) && (!goesOn || ReturnsNothing(function, model, cancellation)))
            return true;
        // A value that says no more than that something failed: whoever gets it has to say so.
        return !isCheck && returned.TrueForAll(value => value is null || IsPoor(value)) && !IsToldByCallers(function, model, cancellation);
    }

    // Kept, handed on or looked into; an answer to the sender is not, nor is a look at the words.
    private bool KeepsException(CatchClauseSyntax clause, CancellationToken cancellation)
    {
        if (clause.Declaration?.Identifier is not { ValueText.Length: > 0 } variable)
            return false;
        return clause.Block.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == variable.ValueText)
            .Any(name => !IsAnswered(name, clause, cancellation) && !IsLookedAt(name));
    }

    // catch (StripeException e) { return BadRequest(e.Message); } tells Stripe, or a stranger, and nobody else.
    private bool IsAnswered(IdentifierNameSyntax name, CatchClauseSyntax clause, CancellationToken cancellation) =>
        !ReadsDetails(name)
        && name.Ancestors().TakeWhile(ancestor => ancestor != clause)
            .Where(ancestor => ancestor is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax)
            .Any(ancestor => reading.Models[ancestor.SyntaxTree].GetSymbolInfo(ancestor, cancellation).Symbol is IMethodSymbol method && IsAnswer(method));

    /// <summary>True for what makes an answer to the sender of a request.</summary>
    public static bool IsAnswer(IMethodSymbol method) =>
        Array.Exists(Web, assembly => method.ContainingAssembly?.Name.StartsWith(assembly, StringComparison.Ordinal) == true)
        && method.Name is not ("AddModelError" or "Add" or "TryAddModelError");

    private static bool IsLookedAt(IdentifierNameSyntax name) => !ReadsDetails(name) && name.Ancestors().TakeWhile(ancestor => ancestor is not CatchClauseSyntax)
        .Any(ancestor => ancestor.Parent is IfStatementSyntax choice && choice.Condition == ancestor);

    /// <summary>True where code asks for the details of an error: it knows the case, such as a declined card or a customer that is gone.</summary>
    public static bool ReadsDetails(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "StripeError" or "HttpStatusCode" or "StripeResponse" } access && access.Expression == name;

    // failed = true; attempts++; TempData["Error"] = …; errors.Add(…)
    private static bool KeepsNote(CatchClauseSyntax clause) => clause.Block.DescendantNodes().Any(node => node
        is AssignmentExpressionSyntax { Left: not IdentifierNameSyntax { Identifier.ValueText: "_" } }
        or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }
        or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }
        || node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "AddModelError" or "TryAdd" or "Append" or "AppendLine" } });

    // In a finally, or after the try: a line there speaks of this path too. So does a second try, as in get-or-create.
    private bool IsToldLater(TryStatementSyntax attempt, SyntaxNode function, CancellationToken cancellation)
    {
        if (attempt.Finally is { } last && traces.In(last, cancellation) != Traces.None)
            return true;
        for (SyntaxNode node = attempt; node != function && node.Parent is { } parent; node = parent)
        {
            var later = parent.ChildNodes().Where(other => other is StatementSyntax && other.SpanStart > node.Span.End);
            if (later.Any(statement => traces.In(statement, cancellation) != Traces.None || statement.DescendantNodesAndSelf().Any(IsAnotherTry)))
                return true;
        }
        return false;

        bool IsAnotherTry(SyntaxNode node) => node is ThrowStatementSyntax or ThrowExpressionSyntax
            || node is InvocationExpressionSyntax call
                && reading.Models[call.SyntaxTree].GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method
                && reading.Stripe is { } stripe && new StripeOperations(stripe).Contain(method);
    }

    private bool IsToldByCallers(SyntaxNode function, SemanticModel model, CancellationToken cancellation)
    {
        if (function is not (MethodDeclarationSyntax or LocalFunctionStatementSyntax)
            || model.GetDeclaredSymbol(function, cancellation) is not IMethodSymbol method
            || reading.Uses.Named(method.Name, cancellation).Length > MostMentions)
        {
            return true;
        }
        var callers = reading.Uses.Of(method, cancellation).Select(use => Functions.Around(use)).ToList();
        return callers.Count == 0 || callers.Exists(caller => caller is null || traces.In(caller, cancellation) != Traces.None);
    }

    private static bool ReturnsNothing(SyntaxNode function, SemanticModel model, CancellationToken cancellation)
    {
        var method = function is AnonymousFunctionExpressionSyntax
            ? model.GetSymbolInfo(function, cancellation).Symbol as IMethodSymbol
            : model.GetDeclaredSymbol(function, cancellation) as IMethodSymbol;
        return method is { ReturnsVoid: true } or { IsAsync: true, ReturnType: INamedTypeSymbol { IsGenericType: false } };
    }

    // false, null, 0, nothing.
    private static bool IsPoor(ExpressionSyntax value)
    {
        while (Inner(value) is { } inner)
            value = inner;
        return value switch
        {
            // A text may say what failed.
            LiteralExpressionSyntax literal => literal.Token.ValueText.Length == 0 || !literal.IsKind(SyntaxKind.StringLiteralExpression),
            DefaultExpressionSyntax => true,
            CollectionExpressionSyntax { Elements.Count: 0 } => true,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" } => true,
            BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 }, Initializer: null } => true,
            _ => false,
        };
    }

    // null!, (Customer?)null, Task.FromResult(false)
    private static ExpressionSyntax? Inner(ExpressionSyntax value) => value switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } forgiven => forgiven.Operand,
        CastExpressionSyntax cast => cast.Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromResult" }, ArgumentList.Arguments: { Count: 1 } arguments } =>
            arguments[0].Expression,
        _ => null,
    };

    private static IEnumerable<T> Own<T>(SyntaxNode code)
        where T : SyntaxNode => code.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<T>();
}
