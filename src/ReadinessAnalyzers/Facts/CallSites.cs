using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ReadinessAnalyzers.Facts;

/// <summary>One call: the method as called, with its type arguments, and what is passed to it.</summary>
internal sealed record MethodCall(IMethodSymbol Target, ImmutableArray<IArgumentOperation> Arguments);

/// <summary>The calls of one method or constructor that the project shows.</summary>
/// <param name="Calls">In the order of files and text.</param>
/// <param name="AreAll">False if the method is also handed out as a delegate, so that others call it unseen.</param>
internal sealed record MethodCalls(ImmutableArray<MethodCall> Calls, bool AreAll);

/// <summary>Finds who calls a method; each method is searched for at most once per compilation.</summary>
internal sealed class CallSites(CompilationReading reading)
{
    // Of a method called Get, a project may show a thousand mentions, nearly all of another one.
    private const int MostMentions = 300;

    private readonly ConcurrentDictionary<IMethodSymbol, MethodCalls> _calls = new(SymbolEqualityComparer.Default);

    public MethodCalls Of(IMethodSymbol method, CancellationToken cancellation) => _calls.GetOrAdd(
        method.OriginalDefinition,
        key => key.MethodKind == MethodKind.Constructor ? OfConstructor(key, cancellation) : OfMethod(key, cancellation));

    private MethodCalls OfMethod(IMethodSymbol method, CancellationToken cancellation)
    {
        if (reading.Uses.Named(method.Name, cancellation).Length > MostMentions)
            return new MethodCalls([], AreAll: false);
        var calls = ImmutableArray.CreateBuilder<MethodCall>();
        var areAll = true;
        foreach (var use in reading.Uses.Of(method, cancellation))
        {
            var expression = SymbolUses.WholeExpression(use);
            if (expression.Parent is InvocationExpressionSyntax invocation && invocation.Expression == expression)
            {
                if (OperationOf(invocation, cancellation) is IInvocationOperation call)
                    calls.Add(new MethodCall(call.TargetMethod, call.Arguments));
            }
            else
            {
                areAll &= IsMentionOnly(expression);
            }
        }
        return new MethodCalls(calls.ToImmutable(), areAll);
    }

    private MethodCalls OfConstructor(IMethodSymbol constructor, CancellationToken cancellation)
    {
        var mentions = reading.Uses.Of(constructor.ContainingType, cancellation);
        var declarations = reading.DeclarationsOf(constructor.ContainingType, cancellation);
        var candidates = mentions.Select(mention => mention.SyntaxTree.GetRoot(cancellation))
            .Concat(declarations.Select(declaration => declaration.SyntaxTree.GetRoot(cancellation)))
            .Distinct()
            .SelectMany(root => root.DescendantNodes())
            .Where(node => MayCall(node, constructor.ContainingType.Name));
        var calls = candidates
            .Where(node => SymbolEqualityComparer.Default.Equals(
                reading.Models[node.SyntaxTree].GetSymbolInfo(node, cancellation).Symbol?.OriginalDefinition, constructor))
            .Select(node => OperationOf(node, cancellation) switch
            {
                IObjectCreationOperation { Constructor: { } called } creation => new MethodCall(called, creation.Arguments),
                IInvocationOperation initializer => new MethodCall(initializer.TargetMethod, initializer.Arguments),
                _ => null,
            });
        return new MethodCalls([.. calls.OfType<MethodCall>()], AreAll: true);
    }

    private static bool MayCall(SyntaxNode node, string type) => node switch
    {
        ObjectCreationExpressionSyntax creation => LastName(creation.Type) == type,
        ImplicitObjectCreationExpressionSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax => true,
        _ => false,
    };

    private static string? LastName(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private IOperation? OperationOf(SyntaxNode node, CancellationToken cancellation) =>
        reading.Models.OperationOf(node, cancellation);

    private static bool IsMentionOnly(SyntaxNode expression) =>
        expression.Parent is CrefSyntax
        || expression.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } };
}
