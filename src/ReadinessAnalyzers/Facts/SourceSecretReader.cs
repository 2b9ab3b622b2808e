using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ReadinessAnalyzers.Facts;

/// <summary>Finds the secrets of one file, each once.</summary>
internal sealed class SourceSecretReader(CompilationReading reading, SyntaxTree tree, CancellationToken cancellation)
{
    private readonly SortedDictionary<TextSpan, StripeKey> _found = [];
    private readonly HashSet<object> _judged = [];

    // The variables that hold a piece, in the order of their discovery: whoever names one may put it together with another.
    private readonly List<string> _holders = [];

    public IEnumerable<(Location Location, StripeKey Key)> Read()
    {
        // A secret that stands in one piece is found by its characters, wherever it is: literals, comments, disabled code.
        foreach (var secret in StripeSecret.FindAll(tree.GetText(cancellation).ToString()))
            _found[new TextSpan(secret.Start, secret.Length)] = secret.Key;

        // One that the program puts together has a piece that gives it away. Only here is the model asked.
        // A text of many pieces, an embedded certificate say, is judged once.
        var judged = 0;
        foreach (var position in SecretPieces.Of(tree, cancellation).Positions)
        {
            if (position >= judged && !IsFound(new TextSpan(position, 0)) && PieceAt(position) is { } piece)
                judged = Judge(piece).Span.End;
        }
        foreach (var name in reading.SecretBodies.Names(cancellation))
        {
            if (!_holders.Contains(name) && SymbolUses.Named(name, tree, cancellation).Any())
                _holders.Add(name);
        }
        if (_holders.Count > 0)
            JudgeMentions();
        return _found.Select(found => (Location.Create(tree, found.Key), found.Value));
    }

    // Holders that are found on the way count as well.
    private void JudgeMentions()
    {
        var mentions = tree.GetRoot(cancellation).DescendantNodes().OfType<SimpleNameSyntax>()
            .ToLookup(name => name.Identifier.ValueText, StringComparer.Ordinal);
        for (var at = 0; at < _holders.Count; at++)
        {
            foreach (var name in mentions[_holders[at]])
                Judge(SymbolUses.WholeExpression(name));
        }
    }

    private bool IsFound(TextSpan span) => _found.Count > 0 && _found.Keys.Any(known => known.IntersectsWith(span));

    // The literal at the position, or the text between two holes. Comments and disabled code were searched already.
    private SyntaxNode? PieceAt(int position)
    {
        cancellation.ThrowIfCancellationRequested();
        var token = tree.GetRoot(cancellation).FindToken(position);
        return token.Span.Contains(position) && token.Parent is LiteralExpressionSyntax or InterpolatedStringTextSyntax ? token.Parent : null;
    }

    /// <summary>Judges what the piece is put together to, and returns it.</summary>
    private SyntaxNode Judge(SyntaxNode piece)
    {
        var whole = piece;
        var isSecret = false;
        if (IsPutTogether(piece) && reading.Models.OperationOf(piece, cancellation) is { } operation)
        {
            var expression = ConstantText.LargestAround(operation);
            whole = expression.Syntax;
            if (ConstantText.VariableOf(expression) is { } variable)
                isSecret = _judged.Add(variable) && Report(ConstantText.Of(variable, reading, cancellation));
            else if (_judged.Add(whole))
                isSecret = Report(ConstantText.Of(expression, reading, cancellation));
        }
        if (!isSecret && SecretBodies.HolderOf(whole) is { } holder && SecretBodies.NameOf(holder) is var name && !_holders.Contains(name))
            _holders.Add(name);
        return whole;
    }

    private bool Report(ConstantText text)
    {
        var isSecret = false;
        foreach (var secret in StripeSecret.FindAll(text.ToString()))
        {
            isSecret = true;
            if (text.PlaceOf(secret.Start, secret.Length) is { } place && !IsFound(place.Span))
                _found.Add(place.Span, secret.Key);
        }
        return isSecret;
    }

    // What stands alone is what its characters say, unless some are escaped. So the model is asked about few of the mentions of a name.
    private static bool IsPutTogether(SyntaxNode piece) =>
        piece is InterpolatedStringTextSyntax
        || piece is LiteralExpressionSyntax { Token.Text: var written } && written.IndexOf('\\') >= 0
        || piece.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } or AssignmentExpressionSyntax or InterpolationSyntax
            or ArgumentSyntax or InitializerExpressionSyntax or ExpressionElementSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax
            or MemberAccessExpressionSyntax;
}
