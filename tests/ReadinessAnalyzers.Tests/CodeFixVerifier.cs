using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ReadinessAnalyzers.Tests;

// As Verifier.cs: the calls of Microsoft.CodeAnalysis.Testing, in one file. Where no fix may be offered, the fixed source is the source.

/// <summary>Runs one analyzer and one code fix over source with markup and compares what becomes of it.</summary>
internal static class CSharpCodeFixVerifier<TAnalyzer, TCodeFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    public static DiagnosticResult Diagnostic(string id) => new(id);

    public static Task VerifyCodeFixAsync(string source, string fixedSource) => VerifyCodeFixAsync(source, [], fixedSource);

    public static Task VerifyCodeFixAsync(string source, DiagnosticResult expected, string fixedSource) =>
        VerifyCodeFixAsync(source, [expected], fixedSource);

    public static Task VerifyCodeFixAsync(string source, DiagnosticResult[] expected, string fixedSource)
    {
        var test = new CSharpCodeFixTest<TAnalyzer, TCodeFix> { TestCode = source, FixedCode = fixedSource };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }
}

/// <summary>
/// One compilation to be fixed: the diagnostics before are the expected ones; fixed one at a time and all at once it becomes the same;
/// the result compiles, and neither the compiler nor any analyzer of the catalogue finds in it what it did not find before.
/// </summary>
internal sealed class CSharpCodeFixTest<TAnalyzer, TCodeFix> : CSharpAnalyzerTest<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    private readonly TCodeFix _fix = new();

    public string FixedCode { set => FixedSources.Add(($"/0/Test{FixedSources.Count}.cs", value)); }

    public List<(string Path, string Source)> FixedSources { get; } = [];

    /// <summary>The title that every fix must have; null if it does not matter.</summary>
    public string? CodeActionTitle { get; set; }

    public override async Task RunAsync(CancellationToken cancellation = default)
    {
        await base.RunAsync(cancellation);
        var fixedTest = new CSharpAnalyzerTest<TAnalyzer>
        {
            References = References,
            LanguageVersion = LanguageVersion,
            HasImplicitUsings = HasImplicitUsings,
            AllowCompileErrors = AllowCompileErrors,
        };
        fixedTest.Sources.AddRange(FixedSources);
        fixedTest.EnabledDiagnostics.AddRange(EnabledDiagnostics);
        fixedTest.DisabledDiagnostics.AddRange(DisabledDiagnostics);
        foreach (var option in GlobalOptions)
            fixedTest.GlobalOptions.Add(option.Key, option.Value);
        await fixedTest.RunAsync(cancellation);

        using var workspace = new AdhocWorkspace();
        var project = CreateProject(workspace);
        Compare(await FixOneAtATimeAsync(project, cancellation), "one at a time");
        Compare(await FixAllAsync(project, FixAllScope.Document, cancellation), "all in each document");
        Compare(await FixAllAsync(project, FixAllScope.Project, cancellation), "all in the project");
    }

    private Project CreateProject(AdhocWorkspace workspace)
    {
        var (compilation, _) = Create([.. Sources.Select(file => MarkedSource.Parse(file.Path, file.Source))]);
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Test", "Test", LanguageNames.CSharp,
            compilationOptions: compilation.Options, parseOptions: compilation.SyntaxTrees[0].Options, metadataReferences: References));
        foreach (var tree in compilation.SyntaxTrees)
            project = project.AddDocument(tree.FilePath, tree.GetText(), filePath: tree.FilePath).Project;
        return project;
    }

    private async Task<Project> FixOneAtATimeAsync(Project project, CancellationToken cancellation)
    {
        var noise = await NoiseOfAsync(project, cancellation);
        for (var step = 0; await FindFixAsync(project, cancellation) is { } action; step++)
        {
            Assert.True(step < 20, "The fixes never come to an end");
            var changed = await ApplyAsync(project, action, cancellation);
            Assert.True(await DiffersAsync(project, changed, cancellation), $"'{action.Title}' changes nothing");
            var noiseAfter = await NoiseOfAsync(changed, cancellation);
            Assert.All(noiseAfter, found => Assert.True(
                found.Count() <= noise[found.Key].Count(), $"The fix brought {found.Key}: {found.First()}"));
            (project, noise) = (changed, noiseAfter);
        }
        return project;
    }

    private async Task<Project> FixAllAsync(Project project, FixAllScope scope, CancellationToken cancellation)
    {
        var provider = _fix.GetFixAllProvider();
        Assert.NotNull(provider);
        Assert.Contains(scope, provider.GetSupportedFixAllScopes());
        if (await FindFixAsync(project, cancellation) is not { EquivalenceKey: { } key })
            return project;
        var everywhere = new Reported(this);
        foreach (var id in scope == FixAllScope.Document ? project.DocumentIds : [project.DocumentIds[0]])
        {
            var document = project.GetDocument(id)!;
            var context = scope == FixAllScope.Document
                ? new FixAllContext(document, _fix, scope, key, _fix.FixableDiagnosticIds, everywhere, cancellation)
                : new FixAllContext(project, _fix, scope, key, _fix.FixableDiagnosticIds, everywhere, cancellation);
            if (await provider.GetFixAsync(context) is { } action)
                project = await ApplyAsync(project, action, cancellation);
        }
        return project;
    }

    private async Task<CodeAction?> FindFixAsync(Project project, CancellationToken cancellation)
    {
        foreach (var diagnostic in await FixableAsync(project, cancellation))
        {
            var actions = new List<CodeAction>();
            var document = project.GetDocument(diagnostic.Location.SourceTree)!;
            await _fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellation));
            if (actions.Count == 0)
                continue;
            var offered = Assert.Single(actions);
            Assert.Equal(typeof(TCodeFix).GetField("EquivalenceKey")?.GetRawConstantValue(), offered.EquivalenceKey);
            if (CodeActionTitle is not null)
                Assert.Equal(CodeActionTitle, offered.Title);
            return offered;
        }
        return null;
    }

    private async Task<IReadOnlyList<Diagnostic>> FixableAsync(Project project, CancellationToken cancellation)
    {
        var reported = await AnalyzeAsync(project, [new TAnalyzer()], cancellation);
        return
        [
            .. reported.Where(diagnostic => _fix.FixableDiagnosticIds.Contains(diagnostic.Id))
                .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start),
        ];
    }

    // What the compiler and all of our rules say; facts are no complaint.
    private async Task<ILookup<string, Diagnostic>> NoiseOfAsync(Project project, CancellationToken cancellation)
    {
        var compilation = (await project.GetCompilationAsync(cancellation))!;
        var ours = await AnalyzeAsync(project, [.. Catalogue.Analyzers], cancellation);
        return compilation.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Concat(ours.Where(diagnostic => diagnostic.Id[3] != '0'))
            .ToLookup(diagnostic => diagnostic.Id);
    }

    private async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(
        Project project, ImmutableArray<DiagnosticAnalyzer> analyzers, CancellationToken cancellation)
    {
        var compilation = (await project.GetCompilationAsync(cancellation))!;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new InMemoryOptions(GlobalOptions)), (exception, _, _) => throw exception, true, false);
        return await compilation.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync(cancellation);
    }

    // By text: a new version of a document is not yet a change.
    private static async Task<bool> DiffersAsync(Project project, Project changed, CancellationToken cancellation)
    {
        foreach (var document in project.Documents)
        {
            var before = await document.GetTextAsync(cancellation);
            if (!before.ContentEquals(await changed.GetDocument(document.Id)!.GetTextAsync(cancellation)))
                return true;
        }
        return false;
    }

    private static async Task<Project> ApplyAsync(Project project, CodeAction action, CancellationToken cancellation)
    {
        var operations = await action.GetOperationsAsync(cancellation);
        var solution = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
        return solution.GetProject(project.Id)!;
    }

    private void Compare(Project project, string how)
    {
        foreach (var (path, source) in FixedSources)
        {
            var document = project.Documents.Single(candidate => candidate.FilePath == path);
            Assert.True(document.TryGetText(out var text));
            var expected = MarkedSource.Parse(path, source).Text;
            Assert.True(text.ToString() == expected, $"Fixed {how}, {path} became\n\n{text}\n\ninstead of\n\n{expected}");
        }
    }

    /// <summary>The diagnostics of whatever the fixes ask about.</summary>
    private sealed class Reported(CSharpCodeFixTest<TAnalyzer, TCodeFix> test) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await test.FixableAsync(project, cancellationToken);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await test.FixableAsync(document.Project, cancellationToken)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        // Only diagnostics without a place, of which there are none.
        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
