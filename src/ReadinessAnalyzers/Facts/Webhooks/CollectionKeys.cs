using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReadinessAnalyzers.Facts.Webhooks;

/// <summary>The keys of a dictionary, or the elements of a set, list or array, as far as the project writes them out.</summary>
internal sealed class CollectionKeys(CompilationReading reading, CancellationToken cancellation)
{
    // To bind each mention of a common name would cost more than the answer is worth.
    private const int MostMentions = 300;

    // What leaves the elements as they are; what Select and Where make of a list is not followed.
    private static readonly HashSet<string> Copies = new(
        ["ToHashSet", "ToFrozenSet", "ToImmutableHashSet", "ToArray", "ToList", "ToImmutableArray", "ToImmutableList", "AsReadOnly", "ToFrozenDictionary"],
        StringComparer.Ordinal);

    private readonly Stack<ExpressionSyntax> _pending = new();
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly List<ExpressionSyntax> _keys = [];
    private bool _ignoresCase;

    public ImmutableArray<(ExpressionSyntax Expression, bool IgnoresCase)> Of(ExpressionSyntax? collection)
    {
        if (collection is not null)
            _pending.Push(collection);
        while (_pending.Count > 0)
            Open(_pending.Pop());
        return [.. _keys.Select(key => (key, _ignoresCase))];
    }

    private void Open(ExpressionSyntax collection)
    {
        cancellation.ThrowIfCancellationRequested();
        switch (collection)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                _pending.Push(parenthesized.Expression);
                break;
            case CastExpressionSyntax cast:
                _pending.Push(cast.Expression);
                break;
            case BaseObjectCreationExpressionSyntax creation:
                OpenArguments(creation.ArgumentList);
                OpenInitializer(creation.Initializer);
                break;
            case ArrayCreationExpressionSyntax array:
                OpenInitializer(array.Initializer);
                break;
            case ImplicitArrayCreationExpressionSyntax array:
                OpenInitializer(array.Initializer);
                break;
            case InitializerExpressionSyntax initializer: // string[] types = { … };
                OpenInitializer(initializer);
                break;
            case CollectionExpressionSyntax expression:
                _keys.AddRange(expression.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression));
                foreach (var spread in expression.Elements.OfType<SpreadElementSyntax>())
                    _pending.Push(spread.Expression);
                break;
            case InvocationExpressionSyntax call:
                OpenCall(call);
                break;
            case MemberAccessExpressionSyntax or SimpleNameSyntax:
                OpenVariable(reading.Models[collection.SyntaxTree].GetSymbolInfo(collection, cancellation).Symbol);
                break;
        }
    }

    private void OpenInitializer(InitializerExpressionSyntax? initializer)
    {
        foreach (var element in initializer?.Expressions ?? [])
        {
            _keys.Add(element switch
            {
                InitializerExpressionSyntax { Expressions: { Count: > 0 } pair } => pair[0], // { "invoice.paid", handler }
                AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: { Count: 1 } index } } => index[0].Expression,
                _ => element,
            });
        }
    }

    // new HashSet<string>(types, StringComparer.OrdinalIgnoreCase)
    private void OpenArguments(ArgumentListSyntax? arguments)
    {
        foreach (var argument in arguments?.Arguments ?? [])
        {
            if (argument.Expression is MemberAccessExpressionSyntax access && access.Name.Identifier.ValueText.EndsWith("IgnoreCase", StringComparison.Ordinal))
                _ignoresCase = true;
            else
                _pending.Push(argument.Expression);
        }
    }

    // ImmutableHashSet.Create("invoice.paid", …), new[] { … }.ToFrozenSet()
    private void OpenCall(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access)
            return;
        var isCreation = name == "Create";
        if (isCreation)
            _keys.AddRange(call.ArgumentList.Arguments.Select(argument => argument.Expression).Where(IsText));
        if (isCreation || Copies.Contains(name))
            OpenArguments(call.ArgumentList);
        if (Copies.Contains(name))
            _pending.Push(access.Expression);
    }

    private bool IsText(ExpressionSyntax expression) =>
        reading.Models[expression.SyntaxTree].GetTypeInfo(expression, cancellation).Type?.SpecialType == SpecialType.System_String;

    // What it is declared with, what is assigned to it, and what is added one by one.
    private void OpenVariable(ISymbol? variable)
    {
        if (variable is not (ILocalSymbol or IFieldSymbol or IPropertySymbol) || !_seen.Add(variable))
            return;
        foreach (var value in variable.DeclaringSyntaxReferences
            .Where(reference => reading.Compilation.ContainsSyntaxTree(reference.SyntaxTree))
            .SelectMany(reference => ValuesOf(reference.GetSyntax(cancellation))))
        {
            _pending.Push(value);
        }
        foreach (var use in UsesOf(variable))
        {
            if (MemberWrites.WriteThrough(use)?.Value is { } written)
                _pending.Push(written);
            else if (AddedThrough(SymbolUses.WholeExpression(use)) is { } key)
                _keys.Add(key);
        }
    }

    private IEnumerable<SimpleNameSyntax> UsesOf(ISymbol variable) =>
        reading.Uses.Named(variable.Name, cancellation).Length > MostMentions ? [] : reading.Uses.Of(variable, cancellation);

    private static IEnumerable<ExpressionSyntax> ValuesOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax { Initializer.Value: var value } => [value],
        PropertyDeclarationSyntax { Initializer.Value: var value } => [value],
        PropertyDeclarationSyntax { ExpressionBody.Expression: var value } => [value],
        PropertyDeclarationSyntax { AccessorList.Accessors: var accessors } =>
            accessors.Where(accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration)).SelectMany(ReturnedValues.Of),
        _ => [],
    };

    // handlers["invoice.paid"] = …, handlers.Add("invoice.paid", …)
    private static ExpressionSyntax? AddedThrough(ExpressionSyntax collection) => collection.Parent switch
    {
        ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } index, Parent: AssignmentExpressionSyntax assignment } access
            when assignment.Left == access => index[0].Expression,
        MemberAccessExpressionSyntax
        {
            Name.Identifier.ValueText: "Add" or "TryAdd",
            Parent: InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } pair },
        } => pair[0].Expression,
        _ => null,
    };
}
