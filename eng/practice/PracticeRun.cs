using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ReadinessAnalyzers.Practice;

/// <summary>Runs the analyzers over every repository, project by project as an editor does, and prints the score.</summary>
internal sealed class PracticeRun(Arguments arguments, ImmutableArray<DiagnosticAnalyzer> analyzers, TextWriter output)
{
    private readonly SortedSet<string> _crashes = new(StringComparer.Ordinal);

    public async Task<int> RunAsync()
    {
        var folders = Directory.GetDirectories(arguments.Repositories)
            .Where(folder => Path.GetFileName(folder).Contains(arguments.Filter, StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal).ToList();
        if (folders.Count == 0)
        {
            output.WriteLine("No repository matches.");
            return 2;
        }

        var references = References(arguments.Stripe);
        var oldReferences = References(arguments.OldStripe ?? arguments.Stripe);
        var labels = Label.Read(arguments.Labels);
        var judged = new List<Label>();
        var sightings = new List<Sighting>();
        foreach (var checkout in folders.Select(folder => new Checkout(folder)))
        {
            var found = await AnalyzeAsync(checkout, checkout.IsBeforeStripe46 ? oldReferences : references);
            sightings.AddRange(found);
            foreach (var label in labels.Where(label => label.Repository == checkout.Name))
            {
                judged.Add(label);
                if (!checkout.Has(label.Path))
                    output.WriteLine($"{checkout.Name} has no {label.Path}, which is labelled {label.Name}: is this the right commit?");
            }
        }

        output.WriteLine();
        new Score([.. analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id).Distinct()], judged, sightings)
            .Print(output);
        output.WriteLine($"{folders.Count} repositories, {judged.Count} labels, {_crashes.Count} crashes");
        foreach (var crash in _crashes)
            output.WriteLine($"CRASH {crash}");
        return _crashes.Count == 0 ? 0 : 1;
    }

    // What is off by default is measured all the same.
    private CompilationOptions WithOptInRules(CompilationOptions options) => options.WithSpecificDiagnosticOptions(
        from analyzer in analyzers
        from rule in analyzer.SupportedDiagnostics
        where !rule.IsEnabledByDefault
        select KeyValuePair.Create(rule.Id, ReportDiagnostic.Info));

    private async Task<IReadOnlyList<Sighting>> AnalyzeAsync(Checkout checkout, ImmutableArray<MetadataReference> references)
    {
        var compilations = new Dictionary<string, CSharpCompilation?>(StringComparer.OrdinalIgnoreCase);
        var projects = checkout.Projects.ToLookup(project => project.File, StringComparer.OrdinalIgnoreCase);
        var sightings = new HashSet<Sighting>();
        var time = TimeSpan.Zero;
        foreach (var project in checkout.Projects)
        {
            var compilation = Compile(project.File)!;
            var options = new CompilationWithAnalyzersOptions(
                new ProjectOptions(project), (exception, analyzer, _) => Crashed(checkout, analyzer, exception),
                concurrentAnalysis: true, logAnalyzerExecutionTime: true, reportSuppressedDiagnostics: true);
            AnalysisResult result;
            try
            {
                result = await compilation.WithOptions(WithOptInRules(compilation.Options)).WithAnalyzers(analyzers, options).GetAnalysisResultAsync(CancellationToken.None);
            }
            catch (Exception exception)
            {
                // Code without its packages can bring down the compiler itself; what an analyzer throws comes in as a crash.
                output.WriteLine($"{checkout.Name}: the compiler failed on {Path.GetFileName(project.File)} ({exception.GetType().Name})");
                continue;
            }

            time += analyzers.Select(analyzer => result.AnalyzerTelemetryInfo[analyzer].ExecutionTime).Aggregate((sum, next) => sum + next);
            // A file of two projects is reported twice and counts once.
            sightings.UnionWith(result.GetAllDiagnostics().Where(diagnostic => diagnostic.Location != Location.None).Select(diagnostic => Sighting.Of(diagnostic, checkout)));
        }

        output.WriteLine(
            $"{time.TotalMilliseconds,7:F0} ms {checkout.Projects.Count,4} projects {checkout.SourceCount,6} files "
            + $"{sightings.Count,5} diagnostics  {checkout.Name}");
        return [.. sightings.OrderBy(sighting => sighting.Path, StringComparer.Ordinal).ThenBy(sighting => sighting.Line)];

        // Projects that reference each other in a circle see what is there already.
        CSharpCompilation? Compile(string file)
        {
            if (!compilations.TryGetValue(file, out var made) && projects[file].FirstOrDefault() is { } project)
            {
                compilations[file] = null;
                var others = Closure(project).Select(Compile).OfType<CSharpCompilation>().Select(other => other.ToMetadataReference());
                compilations[file] = made = project.Compile([.. references, .. others]);
            }

            return made;
        }

        IEnumerable<string> Closure(Project project)
        {
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { project.File };
            var open = new Queue<Project>([project]);
            while (open.TryDequeue(out var next))
            {
                foreach (var reference in next.References.Where(seen.Add).Where(projects.Contains))
                    open.Enqueue(projects[reference].First());
            }

            return seen.Skip(1);
        }
    }

    /// <summary>Names the exception and where it was thrown; its message may quote the source.</summary>
    private void Crashed(Checkout checkout, DiagnosticAnalyzer analyzer, Exception exception)
    {
        var where = exception.StackTrace?.Split('\n')[0].Trim();
        lock (_crashes)
            _crashes.Add($"{checkout.Name} {analyzer.GetType().Name}: {exception.GetType().Name} {where}");
    }

    /// <summary>.NET, ASP.NET Core and Newtonsoft.Json as this tool runs on them, Stripe.net, and the packages that were asked for.</summary>
    private ImmutableArray<MetadataReference> References(string? stripe)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => path.Replace('\\', '/').Contains("/shared/Microsoft.", StringComparison.Ordinal)
                || Path.GetFileName(path) is "Newtonsoft.Json.dll" or "Stripe.net.dll");
        var given = new[] { stripe, arguments.Packages }.OfType<string>().SelectMany(folder => Directory.GetFiles(folder, "*.dll"));
        return [.. given.Concat(platform).DistinctBy(Path.GetFileName).Select(path => MetadataReference.CreateFromFile(path))];
    }
}
