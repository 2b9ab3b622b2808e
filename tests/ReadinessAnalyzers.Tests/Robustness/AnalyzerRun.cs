using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ReadinessAnalyzers.Tests.Robustness;

/// <summary>Code of ours threw, never ended or contradicted itself. The message says on what.</summary>
internal sealed class RobustnessFault(string message) : Exception(message);

/// <summary>Runs analyzers and fixes over a compilation and holds them to what they owe any input: no exception, and an end.</summary>
internal sealed record AnalyzerRun(ImmutableArray<DiagnosticAnalyzer> Analyzers, ImmutableArray<CodeFixProvider> Fixes)
{
    private static readonly Solution Solution = new AdhocWorkspace().CurrentSolution;

    /// <summary>All that the package ships.</summary>
    public static AnalyzerRun OfAll { get; } = new([.. Catalogue.Analyzers], [.. Catalogue.Fixes]);

    /// <summary>After this long a run is taken to have no end. It says nothing of speed: a run takes some milliseconds.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    public bool IsConcurrent { get; init; } = true;

    public AnalyzerOptions Options { get; init; } = new([], new InMemoryOptions(new Dictionary<string, string>()));

    /// <summary>What the analyzers report.</summary>
    public async Task<ImmutableArray<Diagnostic>> OverAsync(Compilation compilation, CancellationToken cancellation)
    {
        var crashes = new ConcurrentQueue<string>();
        var options = new CompilationWithAnalyzersOptions(
            Options, (exception, analyzer, _) => crashes.Enqueue($"{analyzer.GetType().Name} threw {exception}"), IsConcurrent, false);
        var found = await ToItsEndAsync(
            "The analysis", token => compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync(token), cancellation);
        if (!crashes.IsEmpty)
            throw new RobustnessFault(string.Join("\n", crashes));
        return found.FirstOrDefault(diagnostic => diagnostic.Id == "AD0001") is { } crash
            ? throw new RobustnessFault(crash.ToString())
            : found.RemoveAll(diagnostic => diagnostic.Id == "RDY0000"); // it says the same of every compilation
    }

    /// <summary>Makes every change that a fix offers for what the analyzers report, and returns how many there were.</summary>
    public async Task<int> FixAsync(CSharpCompilation compilation, CancellationToken cancellation)
    {
        var project = ProjectOf(compilation);
        var found = await OverAsync((await project.GetCompilationAsync(cancellation))!, cancellation);
        var changes = 0;
        foreach (var fix in Fixes)
        {
            foreach (var diagnostic in found.Where(diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
                changes += await ToItsEndAsync($"{fix.GetType().Name} for {diagnostic}", token => FixAsync(fix, diagnostic, project, token), cancellation);
        }
        return changes;
    }

    /// <summary>A diagnostic with all that users and the gate see of it.</summary>
    public static string Describe(Diagnostic diagnostic) => string.Join(" | ",
        [
            diagnostic.ToString(), diagnostic.Location.SourceSpan,
            .. diagnostic.AdditionalLocations.Select(place => place.GetLineSpan()),
            .. diagnostic.Properties.OrderBy(property => property.Key, StringComparer.Ordinal),
        ]);

    private static async Task<int> FixAsync(CodeFixProvider fix, Diagnostic diagnostic, Project project, CancellationToken cancellation)
    {
        var actions = new List<CodeAction>();
        try
        {
            var document = project.GetDocument(diagnostic.Location.SourceTree)!;
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellation));
            foreach (var action in actions)
                await action.GetOperationsAsync(cancellation);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new RobustnessFault($"{fix.GetType().Name} for {diagnostic} threw {exception}");
        }
        return actions.Count;
    }

    private static Project ProjectOf(CSharpCompilation compilation)
    {
        var id = ProjectId.CreateNewId();
        var solution = Solution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, "Test", "Test", LanguageNames.CSharp, compilationOptions: compilation.Options,
            parseOptions: compilation.SyntaxTrees[0].Options, metadataReferences: compilation.References));
        foreach (var tree in compilation.SyntaxTrees)
            solution = solution.AddDocument(DocumentId.CreateNewId(id), Path.GetFileName(tree.FilePath), tree.GetText(), filePath: tree.FilePath);
        return solution.GetProject(id)!;
    }

    private async Task<T> ToItsEndAsync<T>(string what, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var running = Task.Run(() => work(end.Token), CancellationToken.None);
        try
        {
            return await running.WaitAsync(Patience, cancellation);
        }
        catch (TimeoutException) when (!running.IsCompleted)
        {
            await end.CancelAsync();
            throw new RobustnessFault($"{what} does not end.");
        }
    }
}
