using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary>
/// Which of the values that a name gave away in a source file are at fault: not those in examples and in code for development, and not those
/// of which the rules about Stripe speak, where they go or with what they are put together.
/// </summary>
internal sealed class NamedSecretReader(CompilationReading reading)
{
    // SampleData, FakePaymentGateway: what these make up opens nothing. Not Testimonials.
    private static readonly string[] MakersUp = ["Test", "Tests", "Sample", "Samples", "Example", "Examples", "Fake", "Mock"];

    /// <summary>True if nothing else is known of the value at <paramref name="span"/>.</summary>
    public bool IsAtFault(SyntaxTree tree, TextSpan span, CancellationToken cancellation)
    {
        var token = tree.GetRoot(cancellation).FindToken(span.Start, findInsideTrivia: true);
        if (token.IsKind(SyntaxKind.XmlTextLiteralToken))
            return false; // the example in a documentation comment
        return !token.Span.Contains(span.Start) || token.Parent is not { } text
            || !(DevelopmentOnly.Contains(text) || text.Ancestors().OfType<TypeDeclarationSyntax>().Any(IsMadeUp) || IsHandedToStripe(tree, span, cancellation) || IsPartOfStripeSecret(text, cancellation));
    }

    private static bool IsMadeUp(TypeDeclarationSyntax type)
    {
        var name = type.Identifier.ValueText;
        return MakersUp.Any(word => name.IndexOf(word, StringComparison.Ordinal) is var at and >= 0
            && (at + word.Length == name.Length || !char.IsLower(name[at + word.Length])));
    }

    // RDY1002 and RDY1005 speak of it.
    private bool IsHandedToStripe(SyntaxTree tree, TextSpan span, CancellationToken cancellation) =>
        reading.AllInputs(cancellation).SelectMany(input => input.Origins.Constants).Any(constant =>
            constant.Location.SourceTree == tree && constant.Location.SourceSpan.IntersectsWith(span));

    // RDY1001 speaks of the prefix and the body behind it, wherever these meet.
    private bool IsPartOfStripeSecret(SyntaxNode text, CancellationToken cancellation)
    {
        var places = new List<SyntaxNode> { text };
        if (SecretBodies.HolderOf(text) is { } holder && reading.Models[holder.SyntaxTree].GetDeclaredSymbol(holder, cancellation) is { } variable)
            places.AddRange(reading.Uses.Of(variable, cancellation).Select(SymbolUses.WholeExpression));
        return places.Any(place => reading.Models.OperationOf(place, cancellation) is { } operation
            && StripeSecret.FindAll(ConstantText.Of(ConstantText.LargestAround(operation), reading, cancellation).ToString()).Count > 0);
    }
}
