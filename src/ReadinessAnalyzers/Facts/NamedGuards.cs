using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ReadinessAnalyzers.Flow;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers.Facts;

/// <summary>Guards behind a name of the app's own: <c>if (!options.IsConfigured) return …</c>, where that member looks at the value.</summary>
internal sealed class NamedGuards(CompilationReading reading)
{
    // From the endpoint that asks to the method that uses.
    private const int MostCalls = 3;

    /// <summary>
    /// The member that tells the outcome of a test of <paramref name="tested"/>: a flag, or a method that answers with a bool or with the fault
    /// that it found; null if none does.
    /// </summary>
    /// <param name="tested">A read of the value.</param>
    /// <param name="use">What is to be guarded: the function that holds it is no guard.</param>
    /// <param name="cancellation">Ends the search.</param>
    public ISymbol? TellerOf(SyntaxNode tested, SyntaxNode use, CancellationToken cancellation)
    {
        if (IsSignatureCheck(tested))
            return null;
        foreach (var node in tested.Ancestors())
        {
            if (DeclaredBy(node) is { } declaration)
            {
                return !declaration.Contains(use) && SymbolOf(declaration, cancellation) is { } member && Tells(member, tested, declaration)
                    ? member
                    : null;
            }
            if (node is AssignmentExpressionSyntax assignment && assignment.Right.Span.Contains(tested.Span)
                && reading.Models[node.SyntaxTree].GetSymbolInfo(assignment.Left, cancellation).Symbol is (IFieldSymbol or IPropertySymbol) and var flag)
            {
                return IsBool(TypeOf(flag)) ? flag : null;
            }
        }
        return null;
    }

    /// <summary>True if <paramref name="use"/> is reached only where <paramref name="teller"/> has one of its answers.</summary>
    public bool Guards(ISymbol teller, SyntaxNode use, CancellationToken cancellation)
    {
        var callers = CallersOf(use, cancellation);
        return reading.Uses.Of(teller, cancellation).Where(mention => !DevelopmentOnly.Contains(mention)).SelectMany(Answers).Any(answer =>
            answer.Ancestors().Any(node => node switch
            {
                IfStatementSyntax test when test.Condition.Span.Contains(answer.Span) => Guards(test, LeadsToUse),
                ConditionalExpressionSyntax choice when choice.Condition.Span.Contains(answer.Span) =>
                    choice.WhenTrue is ThrowExpressionSyntax || choice.WhenFalse is ThrowExpressionSyntax
                        || LeadsToUse(choice.WhenTrue) != LeadsToUse(choice.WhenFalse),
                _ => false,
            }));

        // The use itself, or a call of a method that leads to it.
        bool LeadsToUse(SyntaxNode node) =>
            node.Contains(use)
            || node.DescendantNodesAndSelf().Any(part => part is SimpleNameSyntax name && callers.Contains(name.Identifier.ValueText));
    }

    private HashSet<string> CallersOf(SyntaxNode use, CancellationToken cancellation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var level = new List<SyntaxNode> { use };
        for (var left = MostCalls; left > 0; left--)
        {
            var methods = level.Select(Functions.Around).OfType<MethodDeclarationSyntax>().Where(method => names.Add(method.Identifier.ValueText)).ToList();
            level = [.. methods.Select(method => SymbolOf(method, cancellation)).OfType<ISymbol>().SelectMany(method => reading.Uses.Of(method, cancellation))];
        }
        return names;
    }

    // Where the answer is looked at: at once, or in a local. var problem = Missing(); if (problem is not null) return problem;
    private static IEnumerable<SyntaxNode> Answers(SimpleNameSyntax mention) =>
        mention.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is { Parent.Parent: LocalDeclarationStatementSyntax } local && Functions.Around(local) is { } function
            ? [mention, .. function.DescendantNodes().Where(node => node is IdentifierNameSyntax name && name.Identifier.ValueText == local.Identifier.ValueText)]
            : [mention];

    private static bool Guards(IfStatementSyntax test, Func<SyntaxNode, bool> leadsToUse) =>
        leadsToUse(test.Statement)
        || test.Else is { } otherwise && leadsToUse(otherwise)
        || Leaves(test.Statement) && test.Parent is { } rest
            && rest.ChildNodes().SkipWhile(node => node.SpanStart <= test.SpanStart).Any(leadsToUse)
        // In a constructor, at start-up, or in a method for the purpose.
        || test.Statement.DescendantNodesAndSelf().Any(node => node is ThrowStatementSyntax);

    private static bool Leaves(StatementSyntax statement) =>
        statement is ReturnStatementSyntax or ThrowStatementSyntax
        || statement is BlockSyntax { Statements: var statements } && statements.LastOrDefault() is ReturnStatementSyntax or ThrowStatementSyntax;

    private static bool IsSignatureCheck(SyntaxNode value) =>
        value.FirstAncestorOrSelf<ArgumentSyntax>()?.Parent?.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } }
        && StripeEvents.VerifyingNames.Contains(name);

    private static SyntaxNode? DeclaredBy(SyntaxNode node) => node
        is MethodDeclarationSyntax or LocalFunctionStatementSyntax or PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax }
            ? node
            : null;

    private ISymbol? SymbolOf(SyntaxNode declaration, CancellationToken cancellation) =>
        reading.Models[declaration.SyntaxTree].GetDeclaredSymbol(declaration, cancellation);

    private static bool Tells(ISymbol member, SyntaxNode tested, SyntaxNode declaration) =>
        IsBool(TypeOf(member))
        || member is IMethodSymbol { ReturnsVoid: false } && tested.Ancestors().TakeWhile(node => node != declaration).Any(node => node switch
        {
            IfStatementSyntax test => test.Condition.Span.Contains(tested.Span),
            ConditionalExpressionSyntax choice => choice.Condition.Span.Contains(tested.Span),
            _ => false,
        });

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IMethodSymbol method => method.ReturnType,
        _ => null,
    };

    // bool, Task<bool>, ValueTask<bool>
    private static bool IsBool(ITypeSymbol? type) =>
        (type is INamedTypeSymbol { TypeArguments: { Length: 1 } result } ? result[0] : type)?.SpecialType == SpecialType.System_Boolean;
}
