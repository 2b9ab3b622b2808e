using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ReadinessAnalyzers.Tests.Secrets;

namespace ReadinessAnalyzers.Tests.Robustness;

/// <summary>
/// The code that is spoilt: the samples, each file among the others of its app, and the sources that the tests of rules and fixes hold in
/// their string literals.
/// </summary>
internal static class Corpus
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private static readonly SyntaxTree ImplicitUsings = Parse(TestReferences.ImplicitUsings, "/0/GlobalUsings.g.cs");

    // Compilations made from one another share what they have read of their references.
    private static readonly CSharpCompilation Empty = Bound(TestReferences.All);

    public static IReadOnlyList<CorpusSource> Samples { get; } =
        [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "samples")).GroupBy(folder => AppOf(Path.GetFileName(folder))).SelectMany(App)];

    public static IReadOnlyList<CorpusSource> Sources { get; } = [.. Samples, .. Snippets()];

    /// <summary>The same, where it does not matter which file of a sample is looked at.</summary>
    public static IReadOnlyList<CorpusSource> Whole { get; } =
        [.. Sources.Where(source => source.Companions.Count == 0), .. Samples.DistinctBy(sample => AppOf(sample.Name.Split(Path.DirectorySeparatorChar)[1]))];

    /// <summary>A compilation without sources of its own, which others are made from.</summary>
    public static CSharpCompilation Bound(ImmutableArray<MetadataReference> references)
    {
        var compilation = CSharpCompilation.Create("Corpus", [ImplicitUsings], references, new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        _ = compilation.Assembly;
        return compilation;
    }

    public static CSharpCompilation Compile(string text, IEnumerable<SyntaxTree>? companions = null, CSharpCompilation? references = null) =>
        Compile(SourceText.From(text, System.Text.Encoding.UTF8), companions, references);

    public static CSharpCompilation Compile(SourceText text, IEnumerable<SyntaxTree>? companions = null, CSharpCompilation? references = null)
    {
        SyntaxTree[] trees = [CSharpSyntaxTree.ParseText(text, Parsing, "/0/Test0.cs"), .. companions ?? []];
        var compilation = (references ?? Empty).AddSyntaxTrees(trees);
        return trees.Any(tree => tree.GetCompilationUnitRoot().Members.Any(SyntaxKind.GlobalStatement))
            ? compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication))
            : compilation;
    }

    private static SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), Parsing, path);

    /// <summary>The app to which a project belongs: ReadyShop.Billing is a library of ReadyShop.</summary>
    private static string AppOf(string project) => project.Split('.')[0];

    private static IEnumerable<CorpusSource> App(IEnumerable<string> folders)
    {
        List<SyntaxTree> trees = [.. folders.SelectMany(SourceFilesIn).Select(file => Parse(File.ReadAllText(file), file))];
        return trees.Select(tree => new CorpusSource(
            Path.GetRelativePath(Repository.Root, tree.FilePath), tree.ToString(), [.. trees.Where(other => other != tree)]));
    }

    private static IEnumerable<string> SourceFilesIn(string folder) => Directory
        .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<CorpusSource> Snippets()
    {
        var tests = Path.Combine(Repository.Root, "tests", "ReadinessAnalyzers.Tests");
        return
            from file in SourceFilesIn(tests)
            where !file.Contains("Robustness", StringComparison.Ordinal)
            let name = Path.GetRelativePath(tests, file)
            from snippet in SnippetsIn(Parse(File.ReadAllText(file), file)).Distinct()
            select new CorpusSource(name, snippet, []);
    }

    private static IEnumerable<string> SnippetsIn(SyntaxTree tests) =>
        from expression in tests.GetRoot().DescendantNodes()
        let literal = expression switch
        {
            LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } text => text.Token.ValueText,
            InterpolatedStringExpressionSyntax text => string.Concat(text.Contents.Select(Written)),
            _ => "",
        }
        where literal.Contains(';', StringComparison.Ordinal)
        let code = TestSecret.Plant(MarkedSource.Strip(literal)).Replace(" @;", " \"placeholder\";", StringComparison.Ordinal)
        select IsFragment(code) ? InAction(code) : code;

    // A template's hole is filled with something that does not bind.
    private static string Written(InterpolatedStringContentSyntax content) =>
        content is InterpolatedStringTextSyntax text ? text.TextToken.ValueText : "hole";

    private static bool IsFragment(string code)
    {
        var unit = SyntaxFactory.ParseCompilationUnit(code);
        return unit.Usings.Count == 0 && unit.Members.All(member => member is GlobalStatementSyntax or IncompleteMemberSyntax);
    }

    private static string InAction(string statements) => $$"""
        using Microsoft.AspNetCore.Mvc;
        using Stripe;
        public class HookController(IConfiguration configuration) : ControllerBase
        {
            [HttpPost("/webhook")]
            public async Task<IActionResult> Receive()
            {
                {{statements}}
            }
            private static void Handle(Event stripeEvent) { }
            private static void Fulfil(Invoice? invoice) { }
        }
        """;
}

/// <summary>One file of the corpus.</summary>
/// <param name="Name">Where it stands in the repository.</param>
/// <param name="Text">What stands in it.</param>
/// <param name="Companions">The files that it is compiled with.</param>
internal sealed record CorpusSource(string Name, string Text, IReadOnlyList<SyntaxTree> Companions)
{
    public CSharpCompilation Compile(CSharpCompilation? references = null) => Corpus.Compile(Text, Companions, references);
}
