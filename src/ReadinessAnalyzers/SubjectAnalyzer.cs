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
/// It registers one semantic-model action and nothing else. That action costs nothing in a file without a subject, because the model has
/// done no work until it is asked; any operation or syntax-node action, even an empty one, would make the compiler visit every member
/// of the project again (a third more CPU time, measured).
/// </remarks>
internal abstract class SubjectAnalyzer<TSubject>(params Rule<TSubject>[] rules) : DiagnosticAnalyzer
{
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. rules.Select(rule => rule.Descriptor)];

    /// <summary>Whether generated files are read as well; only secrets are as wrong there as anywhere.</summary>
    protected virtual bool ReadsGeneratedCode => false;

    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(ReadsGeneratedCode
            ? GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics
            : GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var reading = CompilationReading.Of(start.Compilation);
            if (IsOfInterest(reading))
                start.RegisterSemanticModelAction(file => Judge(reading, file));
        });
    }

    /// <summary>False when the library that the subject needs is not referenced; then nothing is registered.</summary>
    protected virtual bool IsOfInterest(CompilationReading reading) => true;

    /// <summary>The subjects of one file, in the order of the text.</summary>
    protected abstract IEnumerable<TSubject> Read(CompilationReading reading, SemanticModel file, AnalyzerOptions options, CancellationToken cancellation);

    private void Judge(CompilationReading reading, SemanticModelAnalysisContext file)
    {
        try
        {
            foreach (var subject in Read(reading, file.SemanticModel, file.Options, file.CancellationToken))
            {
                foreach (var rule in rules)
                    rule.Check(subject, new Report(rule.Descriptor, file.ReportDiagnostic));
            }
        }
        catch (Exception exception) when (reading.Note(exception))
        {
            throw; // never reached: the compiler reports the exception, and the gate must know of it even where that is switched off
        }
    }
}
