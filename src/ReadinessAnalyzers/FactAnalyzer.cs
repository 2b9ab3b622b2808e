using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ReadinessAnalyzers.Facts;
using ReadinessAnalyzers.Facts.Instrumentation;
using ReadinessAnalyzers.Facts.Webhooks;
using ReadinessAnalyzers.Options;
using ReadinessAnalyzers.Rules.Facts;
using ReadinessAnalyzers.Symbols;

namespace ReadinessAnalyzers;

/// <summary>
/// Writes down what the code shows for the gate to judge. It registers one action for the end of the compilation: nothing appears in an
/// editor, and what other analyzers have read is there already. Generated code counts, or one .editorconfig line would hide a file from the gate.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class FactAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [
        AnalysisEnded.Descriptor, StripeSettingRead.Descriptor, StripeEventsHandled.Descriptor, TelemetryWired.Descriptor,
        OptionsPropertyRead.Descriptor, OptionsBinding.Descriptor,
    ];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
#pragma warning disable RS1013 // A compilation action would run before the files are judged; this one runs after.
        context.RegisterCompilationStartAction(start =>
        {
            var reading = CompilationReading.Of(start.Compilation);
            start.RegisterCompilationEndAction(end =>
            {
                foreach (var fact in FactsOf(reading, end.CancellationToken))
                    end.ReportDiagnostic(fact);
                // All files have been judged by now. If this action fails itself, the fact is missing.
                end.ReportDiagnostic(AnalysisEnded.Of(end.Compilation, end.Options.Configuration(), reading.HasCrashed));
            });
        });
#pragma warning restore RS1013
    }

    private static IEnumerable<Diagnostic> FactsOf(CompilationReading reading, CancellationToken cancellation)
    {
        // Instruments often stand in a project of their own, which knows nothing of Stripe.
        var telemetry = TelemetryWired.Among(new TelemetryReader(reading).ReadAll(cancellation));
        if (reading.Stripe is null)
            return telemetry;
        var inputs = reading.AllInputs(cancellation).ToList();
        return
        [
            .. StripeSettingRead.Among(inputs),
            .. StripeEventsHandled.Among(new StripeEventHandlerReader(reading, new StripeEvents(reading.Stripe)).ReadAll(cancellation)),
            .. telemetry,
            .. OptionsPropertyRead.Among(inputs),
            .. OptionsBinding.Among(reading.Bindings.ForOthers(cancellation)),
        ];
    }
}
