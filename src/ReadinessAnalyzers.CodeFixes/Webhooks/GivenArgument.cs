using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ReadinessAnalyzers.CodeFixes.Webhooks;

/// <summary>An argument that had better be left to the library's default.</summary>
internal sealed class GivenArgument(ArgumentSyntax argument, InvocationExpressionSyntax call)
{
    public ArgumentSyntax Argument => argument;

    public InvocationExpressionSyntax Call => call;

    /// <summary>The argument whose value stands at <paramref name="place"/>.</summary>
    public static GivenArgument? Find(TextSpan place, SyntaxNode root) =>
        root.FindNode(place, getInnermostNodeForTie: true).FirstAncestorOrSelf<ArgumentSyntax>() is { Parent.Parent: InvocationExpressionSyntax call } argument
        && argument.Expression.Span == place
            ? new GivenArgument(argument, call)
            : null;

    /// <summary>
    /// The change that leaves the argument out; null where a positional one follows, which would take its place, where the parameter has no
    /// default, or where a remark would go with it.
    /// </summary>
    public TextChange? Removal(SemanticModel model, CancellationToken cancellation)
    {
        var arguments = Call.ArgumentList.Arguments;
        var index = arguments.IndexOf(Argument);
        if (arguments.Skip(index + 1).Any(later => later.NameColon is null)
            || model.GetSymbolInfo(Call, cancellation).Symbol is not IMethodSymbol method
            || ParameterOf(method, index) is not { IsOptional: true })
        {
            return null;
        }
        var removed = index > 0
            ? TextSpan.FromBounds(arguments[index - 1].Span.End, Argument.Span.End)
            : TextSpan.FromBounds(Argument.SpanStart, arguments[index + 1].SpanStart);
        return Call.DescendantTrivia().Any(trivia => removed.Contains(trivia.Span) && IsRemark(trivia)) ? null : new TextChange(removed, "");
    }

    private static bool IsRemark(SyntaxTrivia trivia) => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia);

    private IParameterSymbol? ParameterOf(IMethodSymbol method, int index) => Argument.NameColon is { Name.Identifier.ValueText: var name }
        ? method.Parameters.FirstOrDefault(parameter => parameter.Name == name)
        : method.Parameters.ElementAtOrDefault(index);
}
