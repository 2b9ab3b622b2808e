using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>What the calls and catches of a function mean where a signature does not hold.</summary>
/// <param name="reading">The compilation.</param>
/// <param name="stripe">Its Stripe.net.</param>
/// <param name="failureOf">What a call does when the signature does not hold; null for one that checks none.</param>
internal sealed class FailingCalls(CompilationReading reading, StripeSymbols stripe, Func<IInvocationOperation, SignatureFailure?> failureOf)
{
    // How FastEndpoints names what ends a request, and what tells the sender that it was accepted.
    private static readonly string[] SendingNames = ["Send", "Throw", "AddError"];
    private static readonly string[] AcceptingNames = ["Ok", "NoContent", "Created", "Accepted", "EmptyJsonObject", "String", "Bytes", "Stream", "File"];

    // By operation: foreach and using call more than is written, and Roslyn gives those calls the syntax of the one that is.
    private readonly Dictionary<IInvocationOperation, SignatureFailure?> _failures = [];

    public SignatureFailure? FailureOf(IInvocationOperation call)
    {
        if (!_failures.TryGetValue(call, out var failure))
            _failures[call] = failure = failureOf(call);
        return failure;
    }

    /// <summary>The answer that a call or creation makes; null if it makes none, or it can't be told which.</summary>
    public KnownValue? AnswerOf(IOperation value) => AnswerFor(HttpAnswers.IsSuccess(value));

    /// <summary>What an answer becomes when it is given that status; null if it can't be told.</summary>
    public KnownValue? AnswerWith(IOperation status) => AnswerFor(HttpAnswers.IsSuccessStatus(status));

    private static KnownValue? AnswerFor(bool? isSuccess) => isSuccess switch
    {
        true => KnownValue.Success,
        false => KnownValue.Refusal,
        null => null,
    };

    /// <summary>True for a call that may end the request in another way than by what the function returns: by the response, or by an exception.</summary>
    public bool MayRefuse(IInvocationOperation call) =>
        IsResponse(call.Instance?.Type)
        || call.Arguments.Any(argument => IsResponse(argument.Value.Type))
        || IsSender(call)
        || call.TargetMethod.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "DoesNotReturnAttribute")
        || reading.DeclarationsOf(call.TargetMethod.OriginalDefinition).Any(declaration =>
            declaration.DescendantNodes().Any(node => IsThrow(node) || SetsStatus(node) || IsSender(node)));

    /// <summary>True for a property by which a function tells its answer without returning one.</summary>
    public bool SetsStatus(IPropertyReferenceOperation property) => IsResponse(property.Property.ContainingType);

    // Refuse(); where the app's own method says Response.StatusCode = 400
    private bool SetsStatus(SyntaxNode node) =>
        node is AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "StatusCode" or "Status" } status }
        && reading.Models[node.SyntaxTree].GetSymbolInfo(status).Symbol is IPropertySymbol property && IsResponse(property.ContainingType);

    // await SendErrorsAsync(400), await Send.UnauthorizedAsync(), ThrowError("…") of FastEndpoints.
    private bool IsSender(IInvocationOperation call) =>
        IsOfFastEndpoints(call.TargetMethod)
        && (call.Receiver().WithoutConversions() is not IInstanceReferenceOperation || Begins(call.TargetMethod.Name, SendingNames))
        && !IsAcceptance(call);

    private bool IsSender(SyntaxNode node) =>
        node is InvocationExpressionSyntax
        && reading.Models[node.SyntaxTree].GetSymbolInfo(node).Symbol is IMethodSymbol method && IsOfFastEndpoints(method)
        && reading.Models.OperationOf(node, default) is IInvocationOperation call && IsSender(call);

    private bool IsOfFastEndpoints(IMethodSymbol method) =>
        reading.AspNet.FastEndpoint is { } endpoint && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, endpoint.ContainingAssembly);

    // SendOkAsync(), and SendAsync(response) unless it is given a status that may refuse.
    private static bool IsAcceptance(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        name = name.StartsWith("Send", StringComparison.Ordinal) ? name.Substring("Send".Length) : name;
        return call.ArgumentFor("statusCode") is { } status ? HttpAnswers.IsSuccessStatus(status) == true : Begins(name, AcceptingNames);
    }

    private static bool Begins(string name, string[] words) => words.Any(word => name.StartsWith(word, StringComparison.Ordinal));

    /// <summary>True if a signature exception is of <paramref name="type"/>.</summary>
    public bool IsSignatureException(ITypeSymbol type) => type is INamedTypeSymbol named && stripe.Exception.IsOrInherits(named);

    /// <summary>The type of what the <c>throw</c> at the end of <paramref name="block"/> throws; null if it isn't known.</summary>
    public ITypeSymbol? TypeThrownAt(BasicBlock block) => block.BranchValue is { } thrown ? thrown.WithoutConversions()?.Type : stripe.Exception;

    /// <summary>True if a catch in the same function takes an exception of <paramref name="type"/> that is thrown in <paramref name="block"/>.</summary>
    public bool IsCaught(BasicBlock block, ITypeSymbol type, ControlFlowGraph graph) => block.HandlersAround().Any(handler =>
        handler.Kind != ControlFlowRegionKind.Finally && new ExceptionPath(block, Operation: null, handler).IsOpenTo(type, other => NeverTakes(other, graph)));

    /// <summary>
    /// True of a filter that lets every signature exception pass, because it asks for a value that this exception never has: Stripe.net makes it
    /// without a <c>StripeError</c>.
    /// </summary>
    public bool NeverTakes(ControlFlowRegion handler, ControlFlowGraph graph) =>
        handler.Kind == ControlFlowRegionKind.FilterAndHandler
        && FilterOf(handler, graph) is { } filter
        && Conjuncts(filter.FilterExpression).Any(AsksForError);

    private static CatchFilterClauseSyntax? FilterOf(ControlFlowRegion handler, ControlFlowGraph graph)
    {
        for (var ordinal = handler.FirstBlockOrdinal; ordinal <= handler.LastBlockOrdinal; ordinal++)
        {
            if (graph.Blocks[ordinal].BranchValue?.Syntax.FirstAncestorOrSelf<CatchFilterClauseSyntax>() is { } filter)
                return filter;
        }
        return null;
    }

    private static IEnumerable<ExpressionSyntax> Conjuncts(ExpressionSyntax condition) => condition switch
    {
        BinaryExpressionSyntax both when both.IsKind(SyntaxKind.LogicalAndExpression) => Conjuncts(both.Left).Concat(Conjuncts(both.Right)),
        ParenthesizedExpressionSyntax parenthesized => Conjuncts(parenthesized.Expression),
        _ => [condition],
    };

    // e.StripeError?.Type == "…", e.StripeError.Code is "…"
    private bool AsksForError(ExpressionSyntax condition) => condition switch
    {
        BinaryExpressionSyntax equals when equals.IsKind(SyntaxKind.EqualsExpression) =>
            (ReadsError(equals.Left) && !equals.Right.IsKind(SyntaxKind.NullLiteralExpression))
            || (ReadsError(equals.Right) && !equals.Left.IsKind(SyntaxKind.NullLiteralExpression)),
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression: LiteralExpressionSyntax literal } } test =>
            ReadsError(test.Expression) && !literal.IsKind(SyntaxKind.NullLiteralExpression),
        _ => false,
    };

    private bool ReadsError(ExpressionSyntax expression) => expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name =>
        name.Identifier.ValueText == "StripeError"
        && reading.Models[name.SyntaxTree].GetSymbolInfo(name).Symbol is IPropertySymbol property
        && SymbolEqualityComparer.Default.Equals(property.ContainingType, stripe.Exception));

    private bool IsResponse(ITypeSymbol? type) =>
        type.IsOrInherits(reading.AspNet.HttpContext) || type.IsOrInherits(reading.AspNet.HttpResponse)
        || type?.Name is "HttpResponse" or "HttpContext" or "HttpResponseBase" or "HttpContextBase" or "HttpResponseData";

    private static bool IsThrow(SyntaxNode node) => node is ThrowStatementSyntax or ThrowExpressionSyntax;
}
