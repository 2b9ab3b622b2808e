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
        var text = file.SyntaxTree.GetText(cancellation).ToString();
        var found = new SortedDictionary<TextSpan, SourceSecret>();

        // A secret that stands in one piece is found by its characters, wherever it is: literals, comments, disabled code.
        foreach (var secret in StripeSecret.FindAll(text))
            Add(new SourceSecret(Location.Create(file.SyntaxTree, new TextSpan(secret.Start, secret.Length)), secret.Key));

        // One that the compiler puts together has a piece that gives it away. Only here is the model asked.
        foreach (var position in SecretPieces.PositionsIn(text))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var secret in BuiltFrom(position, file, cancellation))
                Add(secret);
        }
        return found.Values;

        void Add(SourceSecret secret)
        {
            var span = secret.Location.SourceSpan;
            if (!found.Keys.Any(known => known.IntersectsWith(span)))
                found.Add(span, secret);
        }
    }

    // The largest constant around the piece is the secret; or it initialises a constant of which secrets are built elsewhere in the file.
    private static IEnumerable<SourceSecret> BuiltFrom(int position, SemanticModel file, CancellationToken cancellation)
    {
        var root = file.SyntaxTree.GetRoot(cancellation);
        if (EnclosingConstant(root.FindToken(position), file, cancellation) is not { } piece)
            return [];
        if (SecretIn(piece, file, cancellation) is { } whole)
            return [whole];
        if (piece.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var name } })
            return [];
        return root.DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name)
            .Select(token => EnclosingConstant(token, file, cancellation))
            .OfType<ExpressionSyntax>()
            .Select(use => SecretIn(use, file, cancellation))
            .OfType<SourceSecret>();
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

    private static SourceSecret? SecretIn(ExpressionSyntax constant, SemanticModel file, CancellationToken cancellation) =>
        file.GetConstantValue(constant, cancellation).Value is string value
            ? StripeSecret.FindAll(value).Select(secret => new SourceSecret(constant.GetLocation(), secret.Key)).FirstOrDefault()
            : null;
}
