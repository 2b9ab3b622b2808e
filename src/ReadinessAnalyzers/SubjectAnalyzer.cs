using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Rules;

namespace ReadinessAnalyzers;

/// <summary>
/// Finds the subjects of one kind in a file, once, and hands each to the rules about them.
/// </summary>
/// <remarks>
/// It registers one semantic-model action, where needed one for AdditionalFiles, and nothing else. That action costs nothing in a file without a subject, because the model has
/// done no work until it is asked; any operation or syntax-node action, even an empty one, would make the compiler visit every member
/// of the project again (a third more CPU time, measured).
/// </remarks>
internal abstract class SubjectAnalyzer<TSubject>(params Rule<TSubject>[] rules) : DiagnosticAnalyzer
{
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. rules.Select(rule => rule.Descriptor)];

    /// <summary>Whether generated files are read as well; only secrets are as wrong there as anywhere.</summary>
    protected virtual bool ReadsGeneratedCode => false;

    /// <summary>Whether the project's AdditionalFiles are read as well.</summary>
    protected virtual bool ReadsAdditionalFiles => false;

    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(ReadsGeneratedCode
            ? GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics
            : GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var reading = CompilationReading.Of(start.Compilation);
            if (!IsOfInterest(reading))
                return;
            start.RegisterSemanticModelAction(file =>
                Judge(reading, () => Read(reading, file.SemanticModel, file.Options, file.CancellationToken), file.ReportDiagnostic));
            if (ReadsAdditionalFiles)
            {
                start.RegisterAdditionalFileAction(file =>
                    Judge(reading, () => Read(reading, file.AdditionalFile, file.Options, file.CancellationToken), file.ReportDiagnostic));
            }
        });
    }

    /// <summary>False when the library that the subject needs is not referenced; then nothing is registered.</summary>
    protected virtual bool IsOfInterest(CompilationReading reading) => true;

    /// <summary>The subjects of one file, in the order of the text.</summary>
    protected abstract IEnumerable<TSubject> Read(CompilationReading reading, SemanticModel file, AnalyzerOptions options, CancellationToken cancellation);

    /// <summary>The subjects of one of the AdditionalFiles, in the order of the text.</summary>
    protected virtual IEnumerable<TSubject> Read(
        CompilationReading reading, AdditionalText file, AnalyzerOptions options, CancellationToken cancellation) => [];

    private void Judge(CompilationReading reading, Func<IEnumerable<TSubject>> read, Action<Diagnostic> sink)
    {
        try
        {
            foreach (var subject in read())
            {
                foreach (var rule in rules)
                    rule.Check(subject, new Report(rule.Descriptor, sink));
            }
        }
        catch (Exception exception) when (reading.Note(exception))
        {
            throw; // never reached: the compiler reports the exception, and the gate must know of it even where that is switched off
        }
    }
}
