using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ReadinessAnalyzers.Facts;

namespace ReadinessAnalyzers.CodeFixes;

/// <summary>A change made in a copy of the compilation, before it is offered to anybody.</summary>
internal static class TriedChange
{
    /// <summary>The file with <paramref name="change"/> made in it; null if the compiler finds something new to say.</summary>
    public static SemanticModel? In(SemanticModel file, TextChange change, CancellationToken cancellation)
    {
        var tree = file.SyntaxTree;
        // Parsed anew: only the parser knows what the project's language version allows.
        var changed = tree.WithChangedText(tree.GetText(cancellation).WithChanges(change));
        var model = CompilationReading.Of(file.Compilation.ReplaceSyntaxTree(tree, changed)).Models[changed];
        var before = WarningsIn(file, cancellation);
        return WarningsIn(model, cancellation).Any(warnings => warnings.Count() > before[warnings.Key].Count()) ? null : model;
    }

    // Warnings count: many projects treat them as errors.
    private static ILookup<string, Diagnostic> WarningsIn(SemanticModel file, CancellationToken cancellation) => file
        .GetDiagnostics(cancellationToken: cancellation)
        .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
        .ToLookup(diagnostic => diagnostic.Id);
}
