using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReadinessAnalyzers.CodeFixes.Telemetry;

/// <summary>The template of a line of a log, in which an event's id and type take the place of a value; the words around it stay.</summary>
internal static class LogTemplate
{
    private const string IdAndType = "{EventId} of type {EventType}";

    /// <summary>Null where <paramref name="words"/> are more than one text around one value.</summary>
    /// <param name="words">The template, or the text that the value is part of.</param>
    /// <param name="isFollowedByValue">Whether the value is an argument of its own.</param>
    public static string? WithIdAndType(ExpressionSyntax words, bool isFollowedByValue) => isFollowedByValue ? OfTemplate(words) : OfText(words);

    // "payload {Json}", json
    private static string? OfTemplate(ExpressionSyntax words)
    {
        if (!words.IsKind(SyntaxKind.StringLiteralExpression))
            return null;
        var text = words.ToString();
        var (start, end) = (text.IndexOf('{'), text.IndexOf('}'));
        return start >= 0 && start == text.LastIndexOf('{') && end > start && end == text.LastIndexOf('}')
            ? Between(text.Substring(0, start), text.Substring(end + 1))
            : null;
    }

    private static string? OfText(ExpressionSyntax words)
    {
        switch (words)
        {
            case InterpolatedStringExpressionSyntax { StringStartToken.Text: "$\"" } text when text.Contents.OfType<InterpolationSyntax>().Count() == 1:
                var hole = text.Contents.IndexOf(content => content is InterpolationSyntax);
                return Between("\"" + string.Concat(text.Contents.Take(hole)), string.Concat(text.Contents.Skip(hole + 1)) + "\"");
            case BinaryExpressionSyntax { Left: LiteralExpressionSyntax { Token: var left }, Right: var right } when left.IsKind(SyntaxKind.StringLiteralToken) && !HoldsText(right):
                return Between(left.Text.Substring(0, left.Text.Length - 1), "\"");
            default:
                return HoldsText(words) ? null : Between("\"", "\"");
        }
    }

    private static bool HoldsText(ExpressionSyntax words) =>
        words.DescendantNodesAndSelf().Any(node => node is InterpolatedStringExpressionSyntax || node.IsKind(SyntaxKind.StringLiteralExpression));

    private static string Between(string before, string after) =>
        before.Trim('@', '"', ' ').Length + after.Trim('"', ' ').Length == 0 ? $"\"Stripe event {IdAndType}\"" : before + IdAndType + after;
}
