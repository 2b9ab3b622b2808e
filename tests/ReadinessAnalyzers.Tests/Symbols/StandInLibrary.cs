using Microsoft.CodeAnalysis;

namespace ReadinessAnalyzers.Tests.Symbols;

/// <summary>A compilation that references a type of somebody's library, with members of the names that a test needs; the framework's own types are the real ones.</summary>
internal static class StandInLibrary
{
    /// <summary>The compilation and the type in it.</summary>
    /// <param name="type">The metadata name, such as <c>System.Diagnostics.Metrics.Counter`1</c>.</param>
    /// <param name="members">The names of the methods that a stand-in gets.</param>
    public static (Compilation Compilation, INamedTypeSymbol Type) With(string type, params string[] members)
    {
        var framework = SourceCompilation.Of(TestReferences.Framework);
        if (framework.GetTypeByMetadataName(type) is { } real)
            return (framework, real);

        var dot = type.LastIndexOf('.');
        var library = SourceCompilation.Of(
            TestReferences.Framework,
            $"namespace {type[..dot]} {{ public class {type[(dot + 1)..]} {{ {string.Concat(members.Select(member => $"public void {member}() {{ }} "))}}} }}");
        var compilation = SourceCompilation.Of([.. TestReferences.Framework, library.ToMetadataReference()]);
        return (compilation, compilation.GetTypeByMetadataName(type)!);
    }

    /// <summary>A method of that name; the first of several.</summary>
    public static IMethodSymbol Method(this INamedTypeSymbol type, string name) => type.GetMembers(name).OfType<IMethodSymbol>().First();
}
