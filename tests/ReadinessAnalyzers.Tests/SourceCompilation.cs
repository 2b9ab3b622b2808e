using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ReadinessAnalyzers.Tests;

/// <summary>Compiles sources for tests that ask the readings themselves rather than an analyzer.</summary>
internal static class SourceCompilation
{
    public static Compilation Of(params string[] sources) => Of(TestReferences.All, sources);

    public static Compilation Of(ImmutableArray<MetadataReference> references, params string[] sources)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        var trees = sources.Append(TestReferences.ImplicitUsings)
            .Select((source, index) => CSharpSyntaxTree.ParseText(source, parse, $"/0/Test{index}.cs"))
            .ToList();
        var hasEntryPoint = trees.Any(tree => tree.GetCompilationUnitRoot().Members.Any(SyntaxKind.GlobalStatement));
        return CSharpCompilation.Create("Test", trees, references, new CSharpCompilationOptions(
            hasEntryPoint ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable));
    }
}
