using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ReadinessAnalyzers.Facts;

/// <summary>
/// Where an identifier stands in the project's files: the candidates for <i>who calls this method</i> and <i>who writes this property</i>,
/// found by their text and at most once per name. Whether a candidate means the symbol is the model's to say.
/// </summary>
internal sealed class IdentifierIndex(Compilation compilation)
{
    private readonly ConcurrentDictionary<string, ImmutableArray<SyntaxToken>> _tokens = new(StringComparer.Ordinal);

    /// <summary>The identifier tokens with that text, by file and position.</summary>
    public ImmutableArray<SyntaxToken> this[string name, CancellationToken cancellation]
    {
        get
        {
            if (_tokens.TryGetValue(name, out var known))
                return known;
            var anchor = new TextAnchors(name);
            var tokens = compilation.SyntaxTrees.SelectMany(tree => TokensIn(tree, name, anchor.PositionsIn(tree, cancellation), cancellation));
            return _tokens.GetOrAdd(name, [.. tokens]);
        }
    }

    private static IEnumerable<SyntaxToken> TokensIn(SyntaxTree tree, string name, IReadOnlyList<int> positions, CancellationToken cancellation)
    {
        foreach (var position in positions)
        {
            var token = tree.GetRoot(cancellation).FindToken(position);
            if (token.SpanStart == position && token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name)
                yield return token;
        }
    }
}
