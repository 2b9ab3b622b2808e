using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReadinessAnalyzers.Facts;

/// <summary>
/// Every place of the project that mentions a symbol. The files are searched for its name as text; the model is asked about the hits only.
/// </summary>
internal sealed class SymbolUses(Compilation compilation, ModelCache models)
{
    private readonly ConcurrentDictionary<string, ImmutableArray<SimpleNameSyntax>> _names = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<SimpleNameSyntax>> _uses = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// The uses of <paramref name="symbol"/> and of what it implements or overrides, in the order of files and text; of a type, only those that
    /// declare or make something of it.
    /// </summary>
    public ImmutableArray<SimpleNameSyntax> Of(ISymbol symbol, CancellationToken cancellation) => _uses.GetOrAdd(
        symbol,
        key => [.. Among(Named(key.Name, cancellation).Where(name => key is not ITypeSymbol || IsTypeName(name)), key, cancellation)]);

    /// <summary>Those of <paramref name="names"/> that mean <paramref name="symbol"/> or what it implements or overrides.</summary>
    public IEnumerable<SimpleNameSyntax> Among(IEnumerable<SimpleNameSyntax> names, ISymbol symbol, CancellationToken cancellation)
    {
        var named = Implementations.NamedPart(symbol);
        return names.Where(name => IsUse(name, named, cancellation));
    }

    /// <summary>Every mention of that name, whatever it means.</summary>
    public ImmutableArray<SimpleNameSyntax> Named(string name, CancellationToken cancellation) => _names.GetOrAdd(
        name,
        key => [.. compilation.SyntaxTrees.SelectMany(tree => Named(key, tree, cancellation))]);

    /// <summary>Every mention of that name in one file.</summary>
    public static IEnumerable<SimpleNameSyntax> Named(string name, SyntaxTree tree, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var text = tree.GetText(cancellation).ToString();
        var first = name.Length == 0 ? -1 : text.IndexOf(name, StringComparison.Ordinal);
        return first < 0 ? [] : NamedFrom(first, text, name, tree, cancellation); // most files hold no name that is asked for
    }

    private static IEnumerable<SimpleNameSyntax> NamedFrom(int first, string text, string name, SyntaxTree tree, CancellationToken cancellation)
    {
        for (var at = first; at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            if (!IsWhole(text, at, name.Length))
                continue;
            var token = tree.GetRoot(cancellation).FindToken(at);
            if (token.SpanStart == at && token.ValueText == name && token.Parent is SimpleNameSyntax mention)
                yield return mention;
        }
    }

    // Most hits are part of a longer word, and finding the token there costs far more than looking at its neighbours.
    private static bool IsWhole(string text, int start, int length) =>
        (start == 0 || !SyntaxFacts.IsIdentifierPartCharacter(text[start - 1]))
        && (start + length == text.Length || !SyntaxFacts.IsIdentifierPartCharacter(text[start + length]));

    // Types often share their name with a property, whose many reads are of no interest.
    private static bool IsTypeName(SimpleNameSyntax name) => SyntaxFacts.IsInTypeOnlyContext(WholeExpression(name));

    private bool IsUse(SimpleNameSyntax name, ISymbol symbol, CancellationToken cancellation)
    {
        // The name of a type in "new T()" stands for the type; callers of constructors look at the creation around it.
        var info = models[name.SyntaxTree].GetSymbolInfo(name, cancellation);
        // A method that is handed over as a Delegate, as in app.MapPost("/webhook", Receive), is the only candidate, and not bound.
        var used = info.Symbol ?? (info.CandidateSymbols.Length == 1 ? info.CandidateSymbols[0] as IMethodSymbol : null);
        if (used is IMethodSymbol { ReducedFrom: { } extension })
            used = extension;
        used = used?.OriginalDefinition;
        return used is not null
            && (SymbolEqualityComparer.Default.Equals(used, symbol.OriginalDefinition) || Implementations.Runs(symbol.OriginalDefinition, used));
    }

    /// <summary>The expression that <paramref name="name"/> is the last part of: <c>x.Name</c>, <c>x?.Name</c> or the name alone.</summary>
    public static ExpressionSyntax WholeExpression(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access,
        MemberBindingExpressionSyntax binding => binding,
        QualifiedNameSyntax qualified when qualified.Right == name => qualified,
        AliasQualifiedNameSyntax qualified when qualified.Name == name => qualified,
        _ => name,
    };
}
