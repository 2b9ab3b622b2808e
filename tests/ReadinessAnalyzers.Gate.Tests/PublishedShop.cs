using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace ReadinessAnalyzers.Gate.Tests;

/// <summary>An app on disk, for the tests of the tasks: files and compile logs go in, a task with all its parameters comes out.</summary>
internal sealed class PublishedShop : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<ITaskItem> _published = [];
    private readonly List<ITaskItem> _logs = [];
    private readonly List<string> _facts = [];

    public RecordingBuildEngine Engine { get; } = new();

    public string ProjectFile => PathOf("Shop.csproj");

    public string PathOf(string name) => Path.Combine(_folder.Path, name);

    public string Write(string name, string text) => _folder.Write(name, text);

    public string Publish(string name, string json)
    {
        var path = Write(name, json);
        _published.Add(new TaskItem(path, new Dictionary<string, string> { ["RelativePath"] = name }));
        return path;
    }

    public void Read(string setting, string role, string source = "configuration")
    {
        AddFact("RDY0001", $"\"setting\": \"{setting}\", \"role\": \"{role}\", \"source\": \"{source}\", \"fallback\": \"none\"");
    }

    /// <summary>Handles Stripe events of these types, separated by a bar.</summary>
    public void Handle(string types) => AddFact("RDY0002", $"\"{EventHandlerFact.Types}\": \"{types}\"");

    /// <summary>Makes and records an instrument.</summary>
    public void Record(string instrument, string use = TelemetryFact.Uses.Yes) =>
        AddFact("RDY0003", $"\"{TelemetryFact.Kind}\": \"{TelemetryFact.Kinds.Instrument}\", \"{TelemetryFact.Name}\": \"{instrument}\", \"{TelemetryFact.Use}\": \"{use}\"");

    /// <summary>Exports metrics.</summary>
    public void Export() => AddFact("RDY0003", $"\"{TelemetryFact.Kind}\": \"{TelemetryFact.Kinds.Exporter}\", \"{TelemetryFact.Signal}\": \"{TelemetryFact.Signals.Metrics}\"");

    private void AddFact(string id, string properties) => _facts.Add($$"""
        {
          "ruleId": "{{id}}", "level": "note", "message": { "text": "fact" },
          "locations": [{ "physicalLocation": { "artifactLocation": { "uri": "{{new Uri(PathOf("Program.cs")).AbsoluteUri}}" }, "region": { "startLine": 14, "startColumn": 9 } } }],
          "properties": { "customProperties": { {{properties}} } }
        }
        """);

    public void AddLog(string name, string text, string project = "Shop.csproj", string configuration = "", string gate = "") => _logs.Add(
        new TaskItem(Write(name, text), new Dictionary<string, string> { ["Project"] = PathOf(project), ["Configuration"] = configuration, ["Gate"] = gate }));

    /// <summary>The log of a project that was analyzed to its end, with these results.</summary>
    public static string CheckedLog(params string[] results) => $$"""
        {
          "version": "2.1.0",
          "runs": [{
            "results": [{{string.Join(",", results.Append("""{ "ruleId": "RDY0000", "properties": { "customProperties": { "warningLevel": "4" } } }"""))}}],
            "tool": { "driver": { "rules": [{ "id": "RDY1001" }] } }
          }]
        }
        """;

    /// <summary>Runs the task; without a log of the app's own there is one with the facts.</summary>
    public bool Run(ReadinessTask task)
    {
        if (_logs.All(log => log.GetMetadata("Project") != ProjectFile))
        {
            AddLog("Shop.sarif", CheckedLog([.. _facts]));
        }

        task.BuildEngine = Engine;
        task.ProjectFile = ProjectFile;
        if (task.TargetFramework.Length == 0)
            task.TargetFramework = "net10.0";
        task.CompileLogs = [.. _logs];
        task.ResolvedFilesToPublish = [.. _published];
        return task.Execute();
    }

    public void Dispose() => _folder.Dispose();
}
