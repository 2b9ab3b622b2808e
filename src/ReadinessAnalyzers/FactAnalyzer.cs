using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Options;
using ReadinessAnalyzers.Rules.Facts;

namespace ReadinessAnalyzers;

/// <summary>
/// Writes down what the code shows for the gate to judge. It registers one compilation action: nothing appears in an editor, and what
/// other analyzers have read is there already. Generated code counts, or one .editorconfig line would hide a file from the gate.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class FactAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [AnalysisEnded.Descriptor, StripeSettingRead.Descriptor, OptionsPropertyRead.Descriptor, OptionsBinding.Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationAction(compilation =>
        {
            var reading = CompilationReading.Of(compilation.Compilation);
            foreach (var fact in FactsOf(reading, compilation.CancellationToken))
                compilation.ReportDiagnostic(fact);
            // The compiler runs this action after those of all other analyzers. If it fails itself, the fact is missing.
            compilation.ReportDiagnostic(AnalysisEnded.Of(compilation.Compilation, compilation.Options.Configuration(), reading.HasCrashed));
        });
    }

    private static IEnumerable<Diagnostic> FactsOf(CompilationReading reading, CancellationToken cancellation)
    {
        if (reading.Stripe is null)
            return [];
        var inputs = reading.AllInputs(cancellation).ToList();
        return [.. StripeSettingRead.Among(inputs), .. OptionsPropertyRead.Among(inputs), .. OptionsBinding.Among(reading.Bindings.ForOthers(cancellation))];
    }
}
