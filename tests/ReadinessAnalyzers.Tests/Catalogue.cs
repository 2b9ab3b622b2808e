using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using ReadinessAnalyzers.CodeFixes.Secrets;
using ReadinessAnalyzers.Rules;

namespace ReadinessAnalyzers.Tests;

/// <summary>Every analyzer, every rule and every code fix that the package ships, found by reflection.</summary>
internal static class Catalogue
{
    private static readonly Type[] Types = typeof(SecretAnalyzer).Assembly.GetTypes();

    public static IReadOnlyList<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. Types.Where(type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .OrderBy(analyzer => analyzer.GetType().Name, StringComparer.Ordinal),
    ];

    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
        [.. Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>The rule classes with their descriptors.</summary>
    public static IReadOnlyList<(Type Type, DiagnosticDescriptor Descriptor)> Rules { get; } =
    [
        .. Types.Where(type => type is { IsAbstract: false, BaseType: { IsGenericType: true } baseType } && baseType.GetGenericTypeDefinition() == typeof(Rule<>))
            .Select(type => (type, (DiagnosticDescriptor)type.GetProperty("Descriptor")!.GetValue(Activator.CreateInstance(type))!)),
    ];

    public static IReadOnlyList<CodeFixProvider> Fixes { get; } =
    [
        .. typeof(CompileTimeCredentialFix).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];
}
