using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ReadinessAnalyzers.Facts;

/// <summary>A Stripe secret that a source file gives away, whole or in constant pieces; never its text.</summary>
internal sealed record SourceSecret(Location Location, StripeKey Key)
{
    private static readonly (ExpressionSyntax, StripeKey)[] NoSecrets = [];

    /// <summary>The secrets of one file, each once, in the order of the text.</summary>
    public static IEnumerable<SourceSecret> ReadAll(SemanticModel file, CancellationToken cancellation)
    {
        var tree = file.SyntaxTree;
        var text = tree.GetText(cancellation).ToString();

        // A secret that stands in one piece is found by its characters, wherever it is: literals, comments, disabled code.
        // One that the compiler puts together has a piece that gives it away.
        var (secrets, pieces) = (StripeSecret.FindAll(text), SecretPieces.PositionsIn(text));
        if (secrets.Count + pieces.Count == 0)
            return [];

        var found = new SortedDictionary<TextSpan, StripeKey>();
        foreach (var secret in secrets)
            found[new TextSpan(secret.Start, secret.Length)] = secret.Key;
        foreach (var position in pieces) // only here is the model asked
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var (constant, key) in SecretsBuiltFrom(position, file, cancellation))
            {
                if (!found.Keys.Any(span => span.IntersectsWith(constant.Span)))
                    found[constant.Span] = key;
            }
        }
        return found.Select(pair => new SourceSecret(Location.Create(tree, pair.Key), pair.Value));
    }

    // The largest constant expression around the piece is the secret; or it initialises a constant of which a secret is built in this file.
    private static IEnumerable<(ExpressionSyntax Constant, StripeKey Key)> SecretsBuiltFrom(
        int position, SemanticModel file, CancellationToken cancellation)
    {
        var root = file.SyntaxTree.GetRoot(cancellation);
        if (EnclosingConstant(root.FindToken(position), file, cancellation) is not { } piece)
            return [];
        if (KeyIn(piece, file, cancellation) is { } key)
            return [(piece, key)];
        if (piece.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var name } })
            return [];
        return root.DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name)
            .Select(token => EnclosingConstant(token, file, cancellation))
            .SelectMany(use => use is not null && KeyIn(use, file, cancellation) is { } built ? [(use, built)] : NoSecrets);
    }

    private static StripeKey? KeyIn(ExpressionSyntax constant, SemanticModel file, CancellationToken cancellation)
    {
        if (file.GetConstantValue(constant, cancellation).Value is not string value)
            return null;
        foreach (var secret in StripeSecret.FindAll(value))
            return secret.Key;
        return null;
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
