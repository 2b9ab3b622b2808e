using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>
/// Where code lets nobody in who does not know a secret: <c>if (Request.Headers["X-Relay-Key"] != key) return Unauthorized();</c>, as a relay or
/// a gateway before the app is told from the rest of the world.
/// </summary>
internal sealed class SharedSecrets(CompilationReading reading)
{
    /// <summary>True if <paramref name="function"/> compares what a header or the query says with something that the source does not tell.</summary>
    public bool AreAskedForIn(SyntaxNode function, CancellationToken cancellation) =>
        function.DescendantTokens().Any(token => token.ValueText is "Headers" or "Query" or "QueryString" or "FromHeader" or "FromQuery")
        && function.DescendantNodes().OfType<ExpressionSyntax>().Any(node =>
            Compared(node) is var (left, right)
            && (IsFromSender(left, cancellation) && IsUntold(right, cancellation) || IsFromSender(right, cancellation) && IsUntold(left, cancellation))
            && Decides(node));

    private static (ExpressionSyntax Left, ExpressionSyntax Right)? Compared(ExpressionSyntax node) => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison => (comparison.Left, comparison.Right),
        // string.Equals(a, b)
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: PredefinedTypeSyntax, Name.Identifier.ValueText: "Equals" } } call
            when call.ArgumentList.Arguments is { Count: > 1 } both => (both[0].Expression, both[1].Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals" or "SequenceEqual" } called } call
            when call.ArgumentList.Arguments is { Count: > 0 } others => (called.Expression, others[0].Expression),
        _ => null,
    };

    private bool IsFromSender(ExpressionSyntax value, CancellationToken cancellation) => value.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(part =>
        IsTold(part, cancellation)
        || part is IdentifierNameSyntax && reading.Models[part.SyntaxTree].GetSymbolInfo(part, cancellation).Symbol switch
        {
            IParameterSymbol parameter => parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "FromHeaderAttribute" or "FromQueryAttribute"),
            ILocalSymbol local => reading.DeclarationsOf(local, cancellation).Any(declaration => SourceOf(declaration) is { } source
                && source.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Any(read => IsTold(read, cancellation))),
            _ => false,
        });

    // var key = Request.Headers["X-Relay-Key"]; Request.Headers.TryGetValue("X-Relay-Key", out var key)
    private static SyntaxNode? SourceOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax { Initializer.Value: { } initializer } => initializer,
        SingleVariableDesignationSyntax => declaration.FirstAncestorOrSelf<InvocationExpressionSyntax>()?.Expression,
        _ => null,
    };

    // The collections in which ASP.NET keeps what the sender said.
    private bool IsTold(ExpressionSyntax part, CancellationToken cancellation) =>
        part is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Headers" or "Query" or "QueryString" }
        && reading.Models[part.SyntaxTree].GetSymbolInfo(part, cancellation).Symbol is IPropertySymbol { ContainingType: var owner } property
        && (reading.AspNet.IsRequest(owner) || property.Type.IsOrInherits(reading.AspNet.HeaderDictionary));

    private bool IsUntold(ExpressionSyntax value, CancellationToken cancellation) =>
        !reading.Models[value.SyntaxTree].GetConstantValue(value, cancellation).HasValue
        && value is not (LiteralExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" })
        && !IsFromSender(value, cancellation);

    // A test before a refusal, or an answer to whoever asked.
    private static bool Decides(ExpressionSyntax comparison)
    {
        foreach (var node in comparison.Ancestors())
        {
            switch (node)
            {
                case IfStatementSyntax test:
                    return test.Condition.Span.Contains(comparison.Span) && Refuses(test);
                case ConditionalExpressionSyntax choice when choice.Condition.Span.Contains(comparison.Span):
                case ReturnStatementSyntax or ArrowExpressionClauseSyntax:
                    return true;
                // var isRelay = Request.Headers["X-Relay-Key"] == key;
                case VariableDeclaratorSyntax flag:
                    return Functions.Around(flag)?.DescendantNodes().OfType<IfStatementSyntax>().Any(test => Refuses(test)
                        && test.Condition.DescendantNodesAndSelf().Any(part => part is IdentifierNameSyntax name && name.Identifier.ValueText == flag.Identifier.ValueText)) == true;
                case StatementSyntax:
                    return false;
            }
        }
        return false;
    }

    private static bool Refuses(IfStatementSyntax test) =>
        test.Statement.DescendantNodesAndSelf().Concat(test.Else?.DescendantNodes() ?? []).Any(node => node is ReturnStatementSyntax or ThrowStatementSyntax);
}
