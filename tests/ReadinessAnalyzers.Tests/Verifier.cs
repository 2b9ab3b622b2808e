using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ReadinessAnalyzers.Tests;

// The calls and the markup of Microsoft.CodeAnalysis.Testing, as far as these tests use them, in one file: replacing it by the real
// library is a change of this file only.
//
//   [|span|]            a diagnostic of the analyzer's first rule
//   {|RDY2002:span|}    a diagnostic of that id
//   {|#0:span|}         a place that an expected diagnostic names: Diagnostic("RDY2002").WithLocation(0)

/// <summary>Runs one analyzer over source with markup and compares what it reports.</summary>
internal static class CSharpAnalyzerVerifier<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    public static DiagnosticResult Diagnostic(string id) => new(id);

    public static Task VerifyAnalyzerAsync(string source, params DiagnosticResult[] expected)
    {
        var test = new CSharpAnalyzerTest<TAnalyzer> { TestCode = source };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }
}

/// <summary>A diagnostic that a test expects.</summary>
internal sealed record DiagnosticResult(string Id)
{
    public int? Location { get; private init; }

    public string? Message { get; private init; }

    public object[]? Arguments { get; private init; }

    public DiagnosticResult WithLocation(int markupKey) => this with { Location = markupKey };

    public DiagnosticResult WithMessage(string message) => this with { Message = message };

    public DiagnosticResult WithArguments(params object[] arguments) => this with { Arguments = arguments };
}

/// <summary>One compilation under test. Sources must compile unless <see cref="AllowCompileErrors"/> says otherwise.</summary>
internal class CSharpAnalyzerTest<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    public string TestCode { set => Sources.Add(($"/0/Test{Sources.Count}.cs", value)); }

    public List<(string Path, string Source)> Sources { get; } = [];

    /// <summary>With the same markup as sources.</summary>
    public List<(string Path, string Text)> AdditionalFiles { get; } = [];

    /// <summary>MSBuild properties and .editorconfig keys that apply to every file.</summary>
    public Dictionary<string, string> GlobalOptions { get; } = [];

    public List<DiagnosticResult> ExpectedDiagnostics { get; } = [];

    /// <summary>Ids that are not compared: RDY0000 says of every project only that it was analyzed, RDY0002 speaks wherever a webhook is.</summary>
    public List<string> DisabledDiagnostics { get; } = ["RDY0000", "RDY0002"];

    /// <summary>Ids of rules that are off by default and on here.</summary>
    public List<string> EnabledDiagnostics { get; } = [];

    public ImmutableArray<MetadataReference> References { get; set; } = TestReferences.All;

    public LanguageVersion LanguageVersion { get; set; } = LanguageVersion.Latest;

    public bool HasImplicitUsings { get; set; } = true;

    public bool AllowCompileErrors { get; set; }

    public virtual async Task RunAsync(CancellationToken cancellation = default)
    {
        var marked = Sources.Select(file => MarkedSource.Parse(file.Path, file.Source)).ToList();
        var (compilation, options) = Create(marked);
        if (!AllowCompileErrors)
        {
            var errors = compilation.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            Assert.Empty(errors);
        }
        var analyzer = new TAnalyzer();
        var reported = await compilation
            .WithAnalyzers([analyzer], new CompilationWithAnalyzersOptions(options, (exception, _, _) => throw exception, true, false))
            .GetAnalyzerDiagnosticsAsync(cancellation);
        Compare([.. marked, .. AdditionalFiles.Select(file => MarkedSource.Parse(file.Path, file.Text))], reported, analyzer);
    }

    protected (CSharpCompilation Compilation, AnalyzerOptions Options) Create(IReadOnlyList<MarkedSource> sources)
    {
        var parse = new CSharpParseOptions(LanguageVersion, DocumentationMode.Diagnose);
        var trees = sources.Select(source =>
            CSharpSyntaxTree.ParseText(SourceText.From(source.Text, Encoding.UTF8), parse, source.Path)).ToList();
        if (HasImplicitUsings)
            trees.Add(CSharpSyntaxTree.ParseText(TestReferences.ImplicitUsings, parse, "/0/GlobalUsings.g.cs", Encoding.UTF8));
        var hasEntryPoint = trees.Any(tree => tree.GetCompilationUnitRoot().Members.Any(SyntaxKind.GlobalStatement));
        var compilation = CSharpCompilation.Create("Test", trees, References, new CSharpCompilationOptions(
            hasEntryPoint ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            specificDiagnosticOptions: EnabledDiagnostics.ToDictionary(id => id, _ => ReportDiagnostic.Info)));
        var options = new AnalyzerOptions(
            [.. AdditionalFiles.Select(file => new InMemoryText(file.Path, MarkedSource.Parse(file.Path, file.Text).Text))], new InMemoryOptions(GlobalOptions));
        return (compilation, options);
    }

    private void Compare(IReadOnlyList<MarkedSource> sources, IEnumerable<Diagnostic> reported, TAnalyzer analyzer)
    {
        var firstRule = analyzer.SupportedDiagnostics.First(rule => !DisabledDiagnostics.Contains(rule.Id)).Id; // as with MarkupOptions.UseFirstDescriptor
        var expected = sources
            .SelectMany(source => source.Marks.Select(mark => Line(mark.Id ?? firstRule, source.Path, mark.Span, null)))
            .Concat(ExpectedDiagnostics.Select(result =>
            {
                var (path, span) = sources.SelectMany(source => source.Places
                    .Where(place => place.Key == result.Location).Select(place => (source.Path, place.Span))).Single();
                return Line(result.Id, path, span, MessageOf(result, analyzer));
            }))
            .Order(StringComparer.Ordinal).ToList();

        // A message is compared only where the test states one.
        var actual = reported.Where(diagnostic => !DisabledDiagnostics.Contains(diagnostic.Id)).Select(diagnostic =>
        {
            var path = diagnostic.Location.SourceTree?.FilePath ?? diagnostic.Location.GetLineSpan().Path;
            var plain = Line(diagnostic.Id, path, diagnostic.Location.SourceSpan, null);
            var full = Line(diagnostic.Id, path, diagnostic.Location.SourceSpan, diagnostic.GetMessage());
            return expected.Contains(plain) ? plain : full;
        }).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(string.Join('\n', expected), string.Join('\n', actual));
    }

    private static string? MessageOf(DiagnosticResult result, TAnalyzer analyzer) => result.Message ?? (result.Arguments is null
        ? null
        : string.Format(null, analyzer.SupportedDiagnostics.Single(rule => rule.Id == result.Id).MessageFormat.ToString(), result.Arguments));

    private static string Line(string id, string path, TextSpan span, string? message) =>
        $"{path}({span.Start}..{span.End}) {id}{(message is null ? "" : ": " + message)}";
}

/// <summary>A source text and the places that its markup named.</summary>
internal sealed record MarkedSource(string Path, string Text, IReadOnlyList<(string? Id, TextSpan Span)> Marks, IReadOnlyList<(int Key, TextSpan Span)> Places)
{
    private static readonly Regex Markup = new(@"\[\||\{\|(?<name>#\d+|[A-Z]+\d+):|\|\]|\|\}", RegexOptions.ExplicitCapture);

    public static string Strip(string source) => Markup.Replace(source, "");

    public static MarkedSource Parse(string path, string source)
    {
        var text = new StringBuilder();
        var open = new Stack<(string? Name, int Start)>();
        var marks = new List<(string? Id, TextSpan Span)>();
        var places = new List<(int Key, TextSpan Span)>();
        var copied = 0;
        foreach (Match match in Markup.Matches(source))
        {
            text.Append(source, copied, match.Index - copied);
            copied = match.Index + match.Length;
            if (match.Value is "|]" or "|}")
            {
                var (name, start) = open.Pop();
                var span = TextSpan.FromBounds(start, text.Length);
                if (name is ['#', .. var key])
                    places.Add((int.Parse(key), span));
                else
                    marks.Add((name, span));
            }
            else
            {
                open.Push((match.Groups["name"].Success ? match.Groups["name"].Value : null, text.Length));
            }
        }
        text.Append(source, copied, source.Length - copied);
        return new MarkedSource(path, text.ToString(), marks, places);
    }
}

internal sealed class InMemoryText(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
}

internal sealed class InMemoryOptions(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptionsProvider
{
    private readonly Values _values = new(values);

    public override AnalyzerConfigOptions GlobalOptions => _values;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _values;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _values;

    private sealed class Values(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }
}
