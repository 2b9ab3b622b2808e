using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ReadinessAnalyzers.Practice;

/// <summary>What one project compiles. MSBuild is not asked: a checkout is not restored, and its targets are not ours to run.</summary>
internal sealed partial record Project(string File, IEnumerable<string> Sources, IEnumerable<string> Settings)
{
    private static readonly CSharpParseOptions Parsing = new(
        LanguageVersion.Preview,
        preprocessorSymbols: ["NET", "NETCOREAPP", .. Enumerable.Range(5, 6).Select(version => $"NET{version}_0_OR_GREATER")]);

    private const string BasicUsings = "System System.Collections.Generic System.IO System.Linq System.Net.Http System.Threading System.Threading.Tasks";
    private const string WebUsings = """
        System.Net.Http.Json Microsoft.AspNetCore.Builder Microsoft.AspNetCore.Hosting Microsoft.AspNetCore.Http
        Microsoft.AspNetCore.Routing Microsoft.Extensions.Configuration Microsoft.Extensions.DependencyInjection
        Microsoft.Extensions.Hosting Microsoft.Extensions.Logging
        """;
    private const string WorkerUsings =
        "Microsoft.Extensions.Configuration Microsoft.Extensions.DependencyInjection Microsoft.Extensions.Hosting Microsoft.Extensions.Logging";

    /// <summary>The text of the project file; empty for files that belong to no project.</summary>
    public string Definition { get; init; } = "";

    public bool IsTest => Definition.Contains("Microsoft.NET.Test.Sdk", StringComparison.OrdinalIgnoreCase) || TestProject().IsMatch(Definition);

    /// <summary>Full paths of the projects that this one names.</summary>
    public IEnumerable<string> References =>
        from Match reference in ProjectReference().Matches(Definition)
        select Path.GetFullPath(Path.Combine(Path.GetDirectoryName(File)!, reference.Groups["path"].Value.Replace('\\', '/')));

    /// <summary>The compilation. Packages are missing, so errors in it are normal.</summary>
    public CSharpCompilation Compile(IEnumerable<MetadataReference> references)
    {
        var usings = string.Concat(Usings.Select(name => $"global using {name};"));
        SyntaxTree[] trees = [.. Sources.Select(Parse), CSharpSyntaxTree.ParseText(usings, Parsing, "GlobalUsings.g.cs")];
        var isProgram = trees.Any(tree => tree.GetCompilationUnitRoot().Members.Any(SyntaxKind.GlobalStatement));
        return CSharpCompilation.Create(Path.GetFileNameWithoutExtension(File), trees, references, new(
            isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable));
    }

    // Files without a project get the usings of the commonest one.
    private IEnumerable<string> Usings =>
    [
        .. Definition.Length == 0 || ImplicitUsings().IsMatch(Definition) ? BasicUsings.Split() : [],
        .. Definition.Length == 0 || ImplicitUsings().IsMatch(Definition) && Definition.Contains("Sdk.Web\"", StringComparison.Ordinal)
            ? WebUsings.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            : [],
        .. ImplicitUsings().IsMatch(Definition) && Definition.Contains("Sdk.Worker\"", StringComparison.Ordinal) ? WorkerUsings.Split() : [],
        .. Using().Matches(Definition).Select(match => match.Groups["name"].Value),
    ];

    private static SyntaxTree Parse(string path)
    {
        using var file = System.IO.File.OpenRead(path);
        return CSharpSyntaxTree.ParseText(SourceText.From(file), Parsing, path);
    }

    [GeneratedRegex("""<ProjectReference\s[^>]*?Include="(?<path>[^"]+)["]""")]
    private static partial Regex ProjectReference();

    [GeneratedRegex("""<Using\s+Include="(?<name>[\w.]+)["]""")]
    private static partial Regex Using();

    [GeneratedRegex(@"<ImplicitUsings>\s*(enable|true)", RegexOptions.IgnoreCase)]
    private static partial Regex ImplicitUsings();

    [GeneratedRegex(@"<(IsTestProject|IsTestingPlatformApplication)>\s*true", RegexOptions.IgnoreCase)]
    private static partial Regex TestProject();
}
