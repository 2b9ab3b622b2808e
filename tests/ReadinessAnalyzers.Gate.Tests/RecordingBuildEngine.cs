using System.Collections;
using Microsoft.Build.Framework;

namespace ReadinessAnalyzers.Gate.Tests;

/// <summary>Hosts a task in process and keeps what it logs.</summary>
internal sealed class RecordingBuildEngine : IBuildEngine
{
    public List<BuildErrorEventArgs> Errors { get; } = [];

    public List<BuildWarningEventArgs> Warnings { get; } = [];

    public List<BuildMessageEventArgs> Messages { get; } = [];

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "Shop.csproj";

    /// <summary>All text that was logged, of whatever kind.</summary>
    public string Everything =>
        string.Join("\n", [.. Errors.Select(e => e.Message), .. Warnings.Select(w => w.Message), .. Messages.Select(m => m.Message)]);

    /// <summary>What a user sees without asking for more.</summary>
    public string[] Visible => [.. Messages.Where(message => message.Importance == MessageImportance.High).Select(message => message.Message!)];

    public void LogErrorEvent(BuildErrorEventArgs e) => Errors.Add(e);

    public void LogWarningEvent(BuildWarningEventArgs e) => Warnings.Add(e);

    public void LogMessageEvent(BuildMessageEventArgs e) => Messages.Add(e);

    public void LogCustomEvent(CustomBuildEventArgs e)
    {
    }

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) =>
        throw new NotSupportedException();
}
