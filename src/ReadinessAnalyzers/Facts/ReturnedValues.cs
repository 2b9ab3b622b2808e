using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReadinessAnalyzers.Facts;

/// <summary>The expressions whose value a method, a getter or a local function returns.</summary>
internal static class ReturnedValues
{
    /// <summary>None if <paramref name="declaration"/> has no body, as an auto-property or an abstract method.</summary>
    public static IEnumerable<ExpressionSyntax> Of(SyntaxNode declaration) => declaration switch
    {
        ArrowExpressionClauseSyntax arrow => [arrow.Expression],
        MethodDeclarationSyntax method => Of(method.ExpressionBody, method.Body),
        LocalFunctionStatementSyntax function => Of(function.ExpressionBody, function.Body),
        AccessorDeclarationSyntax accessor => Of(accessor.ExpressionBody, accessor.Body),
        _ => [],
    };

    private static IEnumerable<ExpressionSyntax> Of(ArrowExpressionClauseSyntax? arrow, BlockSyntax? body) => arrow is not null
        ? [arrow.Expression]
        : body?.DescendantNodes(node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or ExpressionSyntax))
            .OfType<ReturnStatementSyntax>()
            .Select(statement => statement.Expression)
            .OfType<ExpressionSyntax>() ?? [];
}
