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
        var mentions = new Lazy<ILookup<string, SyntaxToken>>(() => file.SyntaxTree.GetRoot(cancellation).DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
            .ToLookup(token => token.ValueText, StringComparer.Ordinal));

        // A secret that stands in one piece is found by its characters, wherever it is: literals, comments, disabled code.
        foreach (var secret in StripeSecret.FindAll(text))
            Add(new SourceSecret(Location.Create(file.SyntaxTree, new TextSpan(secret.Start, secret.Length)), secret.Key));

        // One that the compiler puts together has a piece that gives it away. Only here is the model asked.
        // A constant of many pieces, an embedded certificate say, is judged once.
        var judged = 0;
        foreach (var position in SecretPieces.PositionsIn(text).Where(position => position >= judged))
        {
            cancellation.ThrowIfCancellationRequested();
            if (EnclosingConstant(position, file, cancellation) is not { } piece)
                continue;
            judged = piece.Span.End;
            foreach (var secret in BuiltFrom(piece, mentions, file, cancellation))
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
    private static IEnumerable<SourceSecret> BuiltFrom(
        ExpressionSyntax piece, Lazy<ILookup<string, SyntaxToken>> mentions, SemanticModel file, CancellationToken cancellation)
    {
        if (SecretIn(piece, file, cancellation) is { } whole)
            return [whole];
        if (piece.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var name } })
            return [];
        return mentions.Value[name]
            .Select(token => EnclosingConstant(token.SpanStart, file, cancellation))
            .OfType<ExpressionSyntax>()
            .Select(use => SecretIn(use, file, cancellation))
            .OfType<SourceSecret>();
    }

    // The largest constant is usually the whole expression. Where it is not, what holds something else than a constant is none itself, so
    // the way out from the piece ends there.
    private static ExpressionSyntax? EnclosingConstant(int position, SemanticModel file, CancellationToken cancellation)
    {
        var around = new List<ExpressionSyntax>();
        for (var node = file.SyntaxTree.GetRoot(cancellation).FindToken(position).Parent; node is ExpressionSyntax or InterpolatedStringContentSyntax; node = node.Parent)
        {
            if (node is ExpressionSyntax expression)
                around.Add(expression);
        }
        if (around.Count > 0 && IsText(around[around.Count - 1]))
            return around[around.Count - 1];
        return around
            .SkipWhile(expression => expression is SimpleNameSyntax && !IsText(expression)) // Names.Prefix: the name alone may be none
            .TakeWhile(IsText)
            .LastOrDefault();

        bool IsText(ExpressionSyntax expression) => file.GetConstantValue(expression, cancellation).Value is string;
    }

    private static SourceSecret? SecretIn(ExpressionSyntax constant, SemanticModel file, CancellationToken cancellation) =>
        file.GetConstantValue(constant, cancellation).Value is string value
            ? StripeSecret.FindAll(value).Select(secret => new SourceSecret(constant.GetLocation(), secret.Key)).FirstOrDefault()
            : null;
}
