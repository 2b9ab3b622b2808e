using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReadinessAnalyzers.Facts;

/// <summary>
/// The fields and properties of the project that hold the body of a secret without its prefix. Where another file puts the prefix before
/// one of them, that file's text shows no sign of it but the name.
/// </summary>
internal sealed class SecretBodies(Compilation compilation)
{
    private readonly object _reading = new();
    private IReadOnlyList<string>? _names;

    /// <summary>Their names, in order; read once, whichever file asks first.</summary>
    public IReadOnlyList<string> Names(CancellationToken cancellation)
    {
        lock (_reading)
            return _names ??= [.. ReadNames(cancellation).Distinct().OrderBy(name => name, StringComparer.Ordinal)];
    }

    /// <summary>The variable or property that <paramref name="piece"/>, or a sum or list it is part of, is the value of.</summary>
    public static SyntaxNode? HolderOf(SyntaxNodeOrToken piece)
    {
        var node = piece.Parent;
        if (piece.IsToken)
            node = node?.Parent; // the literal
        while (node is BinaryExpressionSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax or InterpolationSyntax
            or InterpolatedStringExpressionSyntax or InitializerExpressionSyntax or ArrayCreationExpressionSyntax
            or ImplicitArrayCreationExpressionSyntax or ExpressionElementSyntax or CollectionExpressionSyntax)
        {
            node = node.Parent;
        }
        return node is EqualsValueClauseSyntax or ArrowExpressionClauseSyntax && node.Parent is VariableDeclaratorSyntax or PropertyDeclarationSyntax
            ? node.Parent
            : null;
    }

    public static string NameOf(SyntaxNode holder) => holder is VariableDeclaratorSyntax variable
        ? variable.Identifier.ValueText
        : ((PropertyDeclarationSyntax)holder).Identifier.ValueText;

    private IEnumerable<string> ReadNames(CancellationToken cancellation) =>
        from tree in compilation.SyntaxTrees
        from position in SecretPieces.Of(tree, cancellation).Bodies
        let token = tree.GetRoot(cancellation).FindToken(position)
        let holder = token.Span.Contains(position) ? HolderOf(token) : null
        where holder is not null && IsSeenElsewhere(holder)
        select NameOf(holder);

    // A local is seen in its method, a private member in its class.
    private static bool IsSeenElsewhere(SyntaxNode holder) =>
        (holder is PropertyDeclarationSyntax ? holder : holder.Parent?.Parent) is MemberDeclarationSyntax member
        && (member.Modifiers.Any(modifier =>
                (SyntaxKind)modifier.RawKind is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword)
            || member.Parent is InterfaceDeclarationSyntax
            || member.Parent is TypeDeclarationSyntax type && type.Modifiers.Any(SyntaxKind.PartialKeyword));
}
