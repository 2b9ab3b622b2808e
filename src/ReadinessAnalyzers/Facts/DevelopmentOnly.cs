using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ReadinessAnalyzers.Facts;

/// <summary>Which code runs in development only, so that it says nothing about production.</summary>
internal static class DevelopmentOnly
{
    /// <summary>True if a branch that is taken when <paramref name="condition"/> has that outcome says nothing about production.</summary>
    public static bool LeavesProduction(IOperation condition, bool outcome) => condition switch
    {
        IInvocationOperation { TargetMethod.Name: "IsProduction" } => !outcome,
        IInvocationOperation { TargetMethod.Name: "IsEnvironment" } call =>
            outcome && call.Arguments.Any(argument => argument.Value.ConstantValue.Value is string name && name != "Production"),
        IInvocationOperation call => outcome && IsDevelopmentTest(call.Syntax),
        // env.EnvironmentName == "Development"
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } comparison => outcome && ComparesWithDevelopment(comparison),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } comparison => !outcome && ComparesWithDevelopment(comparison),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => LeavesProduction(not.Operand, !outcome),
        IParenthesizedOperation parenthesized => LeavesProduction(parenthesized.Operand, outcome),
        // A flag that was computed with the test: which outcome means development is not worked out, so neither is judged.
        ILocalReferenceOperation { Local.DeclaringSyntaxReferences: { Length: 1 } declarations } =>
            declarations[0].GetSyntax().DescendantNodes().Any(IsDevelopmentTest),
        _ => false,
    };

    /// <summary>True for code that runs only where <c>IsDevelopment()</c> holds, such as an endpoint mapped inside that condition.</summary>
    public static bool Contains(SyntaxNode node)
    {
        for (var inner = node; inner.Parent is { } outer; inner = outer)
        {
            if (outer is IfStatementSyntax statement && statement.Statement == inner && HoldsInDevelopmentOnly(statement.Condition))
                return true;
        }
        return false;
    }

    // True if the condition can have that outcome in development only. A flag beside the test narrows it, or lets production in.
    private static bool HoldsInDevelopmentOnly(ExpressionSyntax condition, bool outcome = true) => condition switch
    {
        ParenthesizedExpressionSyntax parenthesized => HoldsInDevelopmentOnly(parenthesized.Expression, outcome),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => HoldsInDevelopmentOnly(not.Operand, !outcome),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both =>
            both.IsKind(SyntaxKind.LogicalAndExpression) == outcome
                ? HoldsInDevelopmentOnly(both.Left, outcome) || HoldsInDevelopmentOnly(both.Right, outcome)
                : HoldsInDevelopmentOnly(both.Left, outcome) && (HoldsInDevelopmentOnly(both.Right, outcome) || outcome && KeepsProductionOut(both.Right))
                    || HoldsInDevelopmentOnly(both.Right, outcome) && outcome && KeepsProductionOut(both.Left),
        // env.IsDevelopment() == false
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression, Right: LiteralExpressionSyntax literal } comparison =>
            HoldsInDevelopmentOnly(comparison.Left, outcome == (comparison.IsKind(SyntaxKind.EqualsExpression) == literal.IsKind(SyntaxKind.TrueLiteralExpression))),
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression: LiteralExpressionSyntax literal } } test =>
            HoldsInDevelopmentOnly(test.Expression, outcome == literal.IsKind(SyntaxKind.TrueLiteralExpression)),
        _ => outcome && condition.DescendantNodesAndSelf().Any(IsDevelopmentTest),
    };

    // IsDevelopment() || IsStaging() || IsEnvironment("Testing")
    private static bool KeepsProductionOut(ExpressionSyntax condition) => condition switch
    {
        ParenthesizedExpressionSyntax parenthesized => KeepsProductionOut(parenthesized.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } both => KeepsProductionOut(both.Left) && KeepsProductionOut(both.Right),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }, ArgumentList.Arguments: var arguments } =>
            name == "IsStaging"
            || name == "IsEnvironment" && arguments.LastOrDefault()?.Expression is LiteralExpressionSyntax { Token.ValueText: var environment } && environment != "Production",
        _ => false,
    };

    private static bool ComparesWithDevelopment(IBinaryOperation comparison) =>
        comparison.LeftOperand.ConstantValue.Value is "Development" || comparison.RightOperand.ConstantValue.Value is "Development";

    // env.IsDevelopment(), an extension method of the hosting abstractions in each of their generations.
    private static bool IsDevelopmentTest(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsDevelopment" } };
}
