using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReadinessAnalyzers.Flow;

/// <summary>What has a body that runs: methods, accessors, constructors, lambdas, local functions and top-level statements.</summary>
internal static class Functions
{
    /// <summary>The innermost function around <paramref name="node"/>, itself included; null for code outside any.</summary>
    public static SyntaxNode? Around(SyntaxNode? node) => node?.AncestorsAndSelf().FirstOrDefault(IsFunction);

    private static bool IsFunction(SyntaxNode node) =>
        node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax
        || (node is CompilationUnitSyntax unit && unit.Members.Any(SyntaxKind.GlobalStatement));
}
