using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Facts.Checklist;
using ReadinessAnalyzers.Options;
using ReadinessAnalyzers.Rules.Checklist;

namespace ReadinessAnalyzers;

/// <summary>
/// Sign-offs of the go-live checklist, as far as a file says by itself whether it is right: its form, its requirement and its days. Evidence,
/// people and whether the app is still what was signed are the gate's, since analyzers read no other files.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SignOffAnalyzer() : SubjectAnalyzer<SignOffDocument>(new InvalidSignOff(), new ExpiredSignOff(), new EndingSignOff())
{
    private const int LongestText = 1024 * 1024;

    private static readonly string FolderInPaths = "/" + SignOffReader.Folder + "/";

    protected override bool ReadsAdditionalFiles => true;

    protected override IEnumerable<SignOffDocument> Read(
        CompilationReading reading, SemanticModel file, AnalyzerOptions options, CancellationToken cancellation) => [];

    protected override IEnumerable<SignOffDocument> Read(
        CompilationReading reading, AdditionalText file, AnalyzerOptions options, CancellationToken cancellation)
    {
        var path = file.Path.Replace('\\', '/');
        var name = path.Substring(path.LastIndexOf('/') + 1);
        if (!name.EndsWith(SignOffReader.Extension, StringComparison.Ordinal)
            || !("/" + path.Substring(0, path.Length - name.Length)).EndsWith(FolderInPaths, StringComparison.Ordinal)
            || file.GetText(cancellation) is not { Length: <= LongestText } text)
        {
            return [];
        }

        return [new(file.Path, text, SignOffReader.Read(name, text.ToString()), options.Today(file))];
    }
}
