using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Options;
using ReadinessAnalyzers.Rules.Secrets;

namespace ReadinessAnalyzers;

/// <summary>Secrets written in source files; needs no library and always runs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SecretAnalyzer() : SubjectAnalyzer<SourceSecret>(new StripeSecretInSource())
{
    // A key in a generated file leaks like any other; migrations and API clients are where they hide.
    protected override bool ReadsGeneratedCode => true;

    protected override IEnumerable<SourceSecret> Read(
        CompilationReading reading, SemanticModel file, AnalyzerOptions options, CancellationToken cancellation) =>
        new SourceSecretReader(reading, file.SyntaxTree, cancellation).Read()
            .Where(found => found.Key.Mode != StripeKeyMode.Test || !options.IgnoresTestKeys(file.SyntaxTree))
            .Select(found => new SourceSecret(found.Location, found.Key, options.IsTestProject()));
}
