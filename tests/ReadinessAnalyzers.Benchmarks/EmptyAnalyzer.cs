using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ReadinessAnalyzers.Benchmarks;

#pragma warning disable RS1036, RS1038, RS1041 // They are measured here and shipped nowhere.

/// <summary>Asks for each file's model, as ours do, and does nothing with it: the price of having any analyzer at all.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal class EmptyAnalyzer : DiagnosticAnalyzer
{
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [new("EMPTY", "Never reported", "Never reported", "Benchmarks", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        Register(context);
    }

    protected virtual void Register(AnalysisContext context) => context.RegisterSemanticModelAction(_ => { });
}

/// <summary>Does nothing with each literal, for which the compiler visits every member once more: the planted fault that the figures must show.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EmptyOperationAnalyzer : EmptyAnalyzer
{
    protected override void Register(AnalysisContext context) => context.RegisterOperationAction(_ => { }, OperationKind.Literal);
}
