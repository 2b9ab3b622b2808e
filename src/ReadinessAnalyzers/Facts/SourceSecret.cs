using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ReadinessAnalyzers.Facts;

/// <summary>A Stripe secret that a source file gives away, whole or in constant pieces; never its text.</summary>
internal sealed record SourceSecret(Location Location, StripeKey Key)
{
    /// <summary>The secrets of one file, each once, in the order of the text.</summary>
    public static IEnumerable<SourceSecret> ReadAll(SemanticModel file, CancellationToken cancellation)
    {
        var tree = file.SyntaxTree;
        var text = tree.GetText(cancellation).ToString();
        var found = new SortedDictionary<TextSpan, StripeKey>();

        // A secret that stands in one piece is found by its characters, wherever it is: literals, comments, disabled code.
        foreach (var secret in StripeSecret.FindAll(text))
            found[new TextSpan(secret.Start, secret.Length)] = secret.Key;

        // One that the compiler puts together has a piece that gives it away. Only here is the model asked.
        foreach (var position in SecretPieces.PositionsIn(text))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var constant in ConstantsBuiltFrom(position, file, cancellation))
            {
                var isKnown = found.Keys.Any(span => span.IntersectsWith(constant.Span));
                if (!isKnown && Secret(constant, file, cancellation) is { } key)
                    found[constant.Span] = key;
            }
        }
        return found.Select(pair => new SourceSecret(Location.Create(tree, pair.Key), pair.Value));
    }

    private static StripeKey? Secret(ExpressionSyntax constant, SemanticModel file, CancellationToken cancellation) =>
        file.GetConstantValue(constant, cancellation).Value is string value && StripeSecret.FindAll(value).Select(s => (StripeKey?)s.Key).FirstOrDefault() is { } key
            ? key
            : null;

    // The largest constant expression around the piece; if that initialises a constant, also those around the constant's uses in this file.
    private static IEnumerable<ExpressionSyntax> ConstantsBuiltFrom(int position, SemanticModel file, CancellationToken cancellation)
    {
        var root = file.SyntaxTree.GetRoot(cancellation);
        if (EnclosingConstant(root.FindToken(position), file, cancellation) is not { } constant)
            yield break;
        yield return constant;

        if (constant.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator })
            yield break;
        var name = declarator.Identifier.ValueText;
        foreach (var token in root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name))
        {
            if (EnclosingConstant(token, file, cancellation) is { } use)
                yield return use;
        }
    }

    private static ExpressionSyntax? EnclosingConstant(SyntaxToken token, SemanticModel file, CancellationToken cancellation)
    {
        ExpressionSyntax? largest = null;
        for (var node = token.Parent; node is ExpressionSyntax or InterpolatedStringContentSyntax; node = node.Parent)
        {
            if (node is ExpressionSyntax expression && file.GetConstantValue(expression, cancellation).Value is string)
                largest = expression;
        }
        return largest;
    }
}
