using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ReadinessAnalyzers.Facts;

/// <summary>The calls of one method or constructor in the project, each by its arguments.</summary>
/// <param name="Calls">In the order of files and text.</param>
/// <param name="AreAll">False if the method is also handed out as a delegate, so that others call it unseen.</param>
internal sealed record MethodCalls(ImmutableArray<ImmutableArray<IArgumentOperation>> Calls, bool AreAll);

/// <summary>Finds who calls a method; each method is searched for at most once per compilation.</summary>
internal sealed class CallSites(SymbolUses uses, ModelCache models)
{
    private readonly ConcurrentDictionary<IMethodSymbol, MethodCalls> _calls = new(SymbolEqualityComparer.Default);

    public MethodCalls Of(IMethodSymbol method, CancellationToken cancellation) => _calls.GetOrAdd(
        method.OriginalDefinition,
        key => key.MethodKind == MethodKind.Constructor ? OfConstructor(key, cancellation) : OfMethod(key, cancellation));

    private MethodCalls OfMethod(IMethodSymbol method, CancellationToken cancellation)
    {
        var calls = ImmutableArray.CreateBuilder<ImmutableArray<IArgumentOperation>>();
        var areAll = true;
        foreach (var use in uses.Of(method, cancellation))
        {
            var expression = SymbolUses.WholeExpression(use);
            if (expression.Parent is InvocationExpressionSyntax invocation && invocation.Expression == expression)
            {
                if (OperationOf(invocation, cancellation) is IInvocationOperation call)
                    calls.Add(call.Arguments);
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
        var mentions = uses.Of(constructor.ContainingType, cancellation);
        var declarations = constructor.ContainingType.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation));
        var candidates = mentions.Select(mention => mention.SyntaxTree.GetRoot(cancellation))
            .Concat(declarations.Select(declaration => declaration.SyntaxTree.GetRoot(cancellation)))
            .Distinct()
            .SelectMany(root => root.DescendantNodes())
            .Where(node => node is BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax);
        var calls = candidates
            .Where(node => SymbolEqualityComparer.Default.Equals(
                models[node.SyntaxTree].GetSymbolInfo(node, cancellation).Symbol?.OriginalDefinition, constructor))
            .Select(node => OperationOf(node, cancellation) switch
            {
                IObjectCreationOperation creation => creation.Arguments,
                IInvocationOperation initializer => initializer.Arguments,
                _ => default,
            });
        return new MethodCalls([.. calls.Where(arguments => !arguments.IsDefault)], AreAll: true);
    }

    private IOperation? OperationOf(SyntaxNode node, CancellationToken cancellation) =>
        models[node.SyntaxTree].GetOperation(node, cancellation);

    private static bool IsMentionOnly(SyntaxNode expression) =>
        expression.Parent is CrefSyntax
        || expression.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } };
}
