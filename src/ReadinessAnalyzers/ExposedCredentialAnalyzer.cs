using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Facts.Credentials;
using ReadinessAnalyzers.Options;
using ReadinessAnalyzers.Rules.Secrets;

namespace ReadinessAnalyzers;

/// <summary>
/// Credentials that the repository gives away: those of other issuers in source files, and all of them in settings files. Needs no library
/// and always runs.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ExposedCredentialAnalyzer() : SubjectAnalyzer<ExposedCredential>(new StripeSecretInConfiguration(), new OtherCredential())
{
    protected override bool ReadsGeneratedCode => true;

    protected override bool ReadsAdditionalFiles => true;

    protected override IEnumerable<ExposedCredential> Read(
        CompilationReading reading, SemanticModel file, AnalyzerOptions options, CancellationToken cancellation)
    {
        var patterns = options.CredentialPatterns(file.SyntaxTree);
        var scanner = reading.CredentialScanners.For(patterns);
        // Said once, in the first file for which it holds.
        if (scanner.OwnPatterns.Misread.Count > 0 && reading.Compilation.SyntaxTrees.First(tree => options.CredentialPatterns(tree) == patterns) == file.SyntaxTree)
        {
            foreach (var problem in Problems(scanner))
                yield return problem;
        }

        var text = file.SyntaxTree.GetText(cancellation).ToString();
        var isTest = options.IsTestCode(reading.Compilation);
        var found = scanner.FindAll(text, out var namesSink);
        var namedSecrets = new NamedSecretReader(reading);
        foreach (var credential in found)
        {
            var span = new TextSpan(credential.Start, credential.Length);
            if (!(credential.Shape.IsSelfMade && isTest) && IsText(file.SyntaxTree, credential.Start, cancellation)
                && (!credential.Shape.IsByName || namedSecrets.IsAtFault(file.SyntaxTree, span, cancellation)))
            {
                yield return new ExposedCredential(Location.Create(file.SyntaxTree, span), ExposurePlace.Source, credential.Shape.Kind);
            }
        }

        // A test signs and logs in with what it made up itself.
        if (!namesSink || isTest)
            yield break;
        foreach (var constant in new CredentialSinkReader(reading, scanner).Read(file.SyntaxTree, cancellation))
            yield return constant;
    }

    protected override IEnumerable<ExposedCredential> Read(
        CompilationReading reading, AdditionalText file, AnalyzerOptions options, CancellationToken cancellation)
    {
        if (!SettingsFile.Is(file))
            return [];
        var patterns = options.CredentialPatterns(file);
        var scanner = reading.CredentialScanners.For(patterns);
        var found = SettingsFile.ReadAll(file, scanner, options, options.IsTestCode(reading.Compilation), cancellation);
        return scanner.OwnPatterns.Misread.Count > 0 && reading.Compilation.SyntaxTrees.All(tree => options.CredentialPatterns(tree) != patterns)
            ? Problems(scanner).Concat(found)
            : found;
    }

    private static IEnumerable<ExposedCredential> Problems(CredentialScanner scanner) => scanner.OwnPatterns.Misread.Select(number =>
        new ExposedCredential(Location.None, ExposurePlace.Option, $"Entry {number} of '{SecretOptions.PatternsKey}'"));

    // Server = a.b, Password = c.d may be code.
    private static bool IsText(SyntaxTree tree, int position, CancellationToken cancellation)
    {
        var token = tree.GetRoot(cancellation).FindToken(position, findInsideTrivia: true);
        return !token.Span.Contains(position)
            || token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.Utf8StringLiteralToken
                or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken
                or SyntaxKind.XmlTextLiteralToken or SyntaxKind.BadToken;
    }
}
