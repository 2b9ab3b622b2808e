using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Facts.Telemetry;
using ReadinessAnalyzers.Rules.Telemetry;

namespace ReadinessAnalyzers.CodeFixes.Telemetry;

/// <summary>A catch that keeps a failure to itself, and the line that tells of it.</summary>
internal sealed class SilentCatch(CatchClauseSyntax clause, string call, string level, SemanticModel model)
{
    private static readonly string[] VariableNames = ["error", "exception", "stripeError", "caughtException"];

    /// <summary>The catch that <paramref name="diagnostic"/> is about.</summary>
    public static SilentCatch? Find(Diagnostic diagnostic, SemanticModel model, CancellationToken cancellation) =>
        model.SyntaxTree.GetRoot(cancellation).FindToken(diagnostic.Location.SourceSpan.Start).Parent is CatchClauseSyntax clause
        && diagnostic.Properties.TryGetValue(SilentStripeFailure.Call, out var call) && call is not null
        && diagnostic.Properties.TryGetValue(SilentStripeFailure.Level, out var level) && level is not null
            ? new SilentCatch(clause, call, level, model)
            : null;

    /// <summary>The change that logs the exception with a logger in scope, if one compiles and the reading finds the failure told.</summary>
    public TextChange? FindLine(CancellationToken cancellation)
    {
        var reading = CompilationReading.Of(model.Compilation);
        var place = clause.Block.OpenBraceToken.Span.End;
        var variable = Variable();
        foreach (var logger in LoggerInScope.At(place, model, reading.Traces("").Symbols).Where(logger => logger != variable))
        {
            var line = $"{logger}.Log{level}({variable}, {SymbolDisplay.FormatLiteral($"{call} failed", quote: true)});";
            var change = new TextChange(TextSpan.FromBounds(clause.CatchKeyword.Span.End, AfterBrace()), $"{Declaration(variable)}{BeforeBrace()}{{{Indented(line)}");
            if (Holds(change, cancellation))
                return change;
        }
        return null;
    }

    private string Variable()
    {
        if (clause.Declaration?.Identifier.ValueText is { Length: > 0 } written)
            return written;
        var taken = clause.Ancestors().OfType<MemberDeclarationSyntax>().First().DescendantTokens().Select(token => token.ValueText).ToImmutableHashSet();
        return Array.Find(VariableNames, name => !taken.Contains(name)) ?? VariableNames[0];
    }

    private string Declaration(string variable) => clause.Declaration switch
    {
        null => $" ({(model.LookupNamespacesAndTypes(clause.SpanStart, name: "Exception").IsEmpty ? "System.Exception" : "Exception")} {variable})",
        { Identifier.ValueText.Length: > 0 } written => Written(clause.CatchKeyword.Span.End, written.Span.End),
        { } unnamed => $"{Written(clause.CatchKeyword.Span.End, unnamed.Type.Span.End)} {variable}{Written(unnamed.Type.Span.End, unnamed.Span.End)}",
    };

    // What stands between the declaration and the block, remarks included.
    private string BeforeBrace() => Written(clause.Declaration?.Span.End ?? clause.CatchKeyword.Span.End, clause.Block.OpenBraceToken.SpanStart);

    private string Written(int start, int end) => clause.SyntaxTree.GetText().ToString(TextSpan.FromBounds(start, end));

    // An empty block may be written on one line: { }
    private int AfterBrace() => IsBlank ? clause.Block.CloseBraceToken.SpanStart : clause.Block.OpenBraceToken.Span.End;

    private string Indented(string line) => !IsOnOneLine ? $"{LineBreak}{Indentation}    {line}" : IsBlank ? $" {line} " : $" {line}";

    private bool IsBlank => IsOnOneLine && clause.Block.Statements.Count == 0 && !clause.Block.DescendantTrivia().Any(IsRemark);

    private bool IsOnOneLine
    {
        get
        {
            var lines = clause.SyntaxTree.GetText().Lines;
            return lines.IndexOf(clause.Block.SpanStart) == lines.IndexOf(clause.Block.Span.End);
        }
    }

    private string LineBreak => clause.SyntaxTree.GetText().ToString().Contains("\r\n") ? "\r\n" : "\n";

    private string Indentation
    {
        get
        {
            var line = clause.SyntaxTree.GetText().Lines.GetLineFromPosition(clause.Block.OpenBraceToken.SpanStart).ToString();
            return line.Substring(0, line.Length - line.TrimStart().Length);
        }
    }

    private static bool IsRemark(SyntaxTrivia trivia) => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia);

    private bool Holds(TextChange change, CancellationToken cancellation)
    {
        if (TriedChange.In(model, change, cancellation) is not { } changed)
            return false;
        var reading = CompilationReading.Of(changed.Compilation);
        return reading.Stripe is { } stripe && !new SilentFailureReader(reading, stripe, reading.Traces(""))
            .ReadAll(changed.SyntaxTree, cancellation)
            .Any(failure => failure.Place.SourceSpan.Start == clause.CatchKeyword.SpanStart);
    }
}
