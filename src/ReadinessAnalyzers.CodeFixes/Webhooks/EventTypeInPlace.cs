using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;
using ReadinessAnalyzers.Facts;

namespace ReadinessAnalyzers.CodeFixes.Webhooks;

/// <summary>An event type that is written out in a document, and what can stand in its place.</summary>
internal sealed class EventTypeInPlace
{
    private readonly Document _document;
    private readonly SemanticModel _model;
    private readonly SyntaxNode _root;
    private readonly LiteralExpressionSyntax _literal;

    private EventTypeInPlace(Document document, SemanticModel model, SyntaxNode root, LiteralExpressionSyntax literal) =>
        (_document, _model, _root, _literal) = (document, model, root, literal);

    public string Type => _literal.Token.ValueText;

    /// <summary>Null if no literal stands there.</summary>
    public static async Task<EventTypeInPlace?> FindAsync(Document document, TextSpan place, CancellationToken cancellation)
    {
        if (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            return null;
        var root = await model.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
        return root.FindNode(place, getInnermostNodeForTie: true) is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression)
            ? new EventTypeInPlace(document, model, root, literal)
            : null;
    }

    /// <summary>True if constants of Stripe.net are used in this file.</summary>
    public bool IsAmongConstants => CompilationReading.Of(_model.Compilation).Stripe?.EventTypes is { } types
        && _root.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(access =>
            access.Expression.GetLastToken().ValueText == types.Name
            && SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(access.Expression).Symbol, types));

    /// <summary>The document with the constant of the referenced Stripe.net for <paramref name="type"/>; null if it has none.</summary>
    public (Document Changed, string Name)? WithConstant(string type)
    {
        if (CompilationReading.Of(_model.Compilation).EventTypes?.Symbols.ConstantFor(type) is not { } constant)
            return null;
        // The simplifier leaves of the full name what is needed here: a type of the app's own that is called EventTypes does not capture it.
        var name = SyntaxFactory.ParseExpression($"global::Stripe.{constant}").WithAdditionalAnnotations(Simplifier.Annotation);
        return (With(name), constant);
    }

    /// <summary>The document with another text; null if it would not compile, as where another case has that text already.</summary>
    public Document? WithText(string type, CancellationToken cancellation)
    {
        var literal = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(type));
        return Compiles(literal, cancellation) ? With(literal) : null;
    }

    private Document With(ExpressionSyntax expression) =>
        _document.WithSyntaxRoot(_root.ReplaceNode(_literal, expression.WithTriviaFrom(_literal)));

    private bool Compiles(ExpressionSyntax expression, CancellationToken cancellation)
    {
        var tree = _model.SyntaxTree;
        var changed = tree.WithChangedText(tree.GetText(cancellation).WithChanges(new TextChange(_literal.Span, expression.ToString())));
        var compilation = _model.Compilation.ReplaceSyntaxTree(tree, changed);
        return ErrorsIn(CompilationReading.Of(compilation).Models[changed], cancellation) <= ErrorsIn(_model, cancellation);
    }

    private static int ErrorsIn(SemanticModel file, CancellationToken cancellation) =>
        file.GetDiagnostics(cancellationToken: cancellation).Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
