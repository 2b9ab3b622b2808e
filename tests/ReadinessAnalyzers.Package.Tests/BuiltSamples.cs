using System.Xml.Linq;
using Microsoft.Build.Utilities;
using ReadinessAnalyzers.Gate;

namespace ReadinessAnalyzers.Package.Tests;

/// <summary>The samples that are ready, built in Release, so that their compile logs tell what is in their code.</summary>
/// <param name="package">Packs the same projects, so it must have finished.</param>
public sealed class BuiltSamples(PackedPackage package) : IAsyncLifetime
{
    public static readonly IReadOnlyList<string> Names = ["ReadyShop", "ReadySubscriptions"];

    public static string FolderOf(string sample) => Path.Combine(PackedPackage.Repository, "samples", sample);

    public async ValueTask InitializeAsync()
    {
        Assert.True(File.Exists(package.File));
        foreach (var sample in Names)
            (await DotNet.RunAsync(PackedPackage.Repository, "build", $"samples/{sample}", "-c", "Release")).Succeeds();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal SampleCopy Copy(string sample) => new(sample);
}

/// <summary>A copy of all that the gate reads of a sample: its settings, readiness.json, the files beside that, and compile logs.</summary>
internal sealed class SampleCopy : IDisposable
{
    private const string Log = "readiness.sarif";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("readiness-sample-");
    private readonly string _sample;
    private readonly string[] _projects;

    public SampleCopy(string sample)
    {
        _sample = sample;
        var samples = Path.GetDirectoryName(BuiltSamples.FolderOf(sample))!;
        _projects =
        [
            .. from folder in Directory.GetDirectories(samples)
               let name = Path.GetFileName(folder)
               where name == sample || name.StartsWith($"{sample}.", StringComparison.Ordinal)
               select name,
        ];
        foreach (var file in FilesOf(sample))
            CopyTo(file, Path.Combine(BuiltSamples.FolderOf(sample), file));
        foreach (var project in _projects)
            CopyTo(LogOf(project), Path.Combine(samples, project, "obj", "Release", "net10.0", Log));
    }

    /// <summary>The compile logs, as seen from the folder.</summary>
    public IEnumerable<string> Logs => _projects.Select(LogOf);

    public string PolicyFile => PathOf("readiness.json");

    /// <summary>What the gate reads beside the code, as seen from the sample's folder.</summary>
    public static IEnumerable<string> FilesOf(string sample)
    {
        var folder = BuiltSamples.FolderOf(sample);
        return
            from pattern in (string[])["appsettings*.json", "readiness.json", "readiness/*", "docs/*"]
            let room = Path.Combine(folder, Path.GetDirectoryName(pattern)!)
            let depth = pattern.Contains('/') ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly
            from file in Directory.EnumerateFiles(room, Path.GetFileName(pattern), depth)
            select Path.GetRelativePath(folder, file).Replace('\\', '/');
    }

    public string PathOf(string file) => Path.Combine(_folder.FullName, file);

    /// <summary>What the gate finds, errors and warnings: <c>readiness.json: RDY9020 The profile …</c>.</summary>
    public string[] Judge()
    {
        var engine = new RecordingBuildEngine();
        var gate = new ReadinessGate
        {
            BuildEngine = engine,
            ProjectFile = PathOf($"{_sample}.csproj"),
            AssemblyName = _sample,
            TargetFramework = "net10.0",
            Today = "2026-11-21",
            CompileLogs = [.. _projects.Select(project => Item(LogOf(project), "Project", PathOf($"{project}.csproj")))],
            BuildProperties = [Property("Configuration", "Release"), Property("Optimize", "true"), Property("TreatWarningsAsErrors", "true")],
            ResolvedFilesToPublish = [.. PublishedSettings().Select(file => Item(file, "RelativePath", file))],
        };
        var passed = gate.Execute();
        string[] found =
        [
            .. engine.Errors.Select(error => $"{Path.GetFileName(error.File)}: {error.Code} {error.Message}"),
            .. engine.Warnings.Select(warning => $"{Path.GetFileName(warning.File)}: {warning.Code} {warning.Message}"),
        ];
        Assert.Equal(passed, engine.Errors.Count == 0);
        return found;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private IEnumerable<string> PublishedSettings()
    {
        var left = XDocument.Load(Path.Combine(BuiltSamples.FolderOf(_sample), $"{_sample}.csproj")).Descendants("Content")
            .Where(content => (string?)content.Attribute("CopyToPublishDirectory") == "Never")
            .Select(content => (string)content.Attribute("Update")!);
        return FilesOf(_sample).Where(file => file.StartsWith("appsettings", StringComparison.Ordinal)).Except(left);
    }

    private static TaskItem Property(string name, string value) => new(name, new Dictionary<string, string> { ["Value"] = value });

    private static string LogOf(string project) => $"{project}.{Log}";

    private TaskItem Item(string file, string metadata, string value) => new(PathOf(file), new Dictionary<string, string> { [metadata] = value });

    private void CopyTo(string file, string from)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.Copy(from, PathOf(file));
    }
}
