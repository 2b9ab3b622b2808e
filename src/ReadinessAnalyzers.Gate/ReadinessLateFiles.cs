using Microsoft.Build.Framework;
using ReadinessAnalyzers.Gate.Checks;
using ReadinessAnalyzers.Gate.Reporting;

namespace ReadinessAnalyzers.Gate;

/// <summary>
/// Searches the files that joined the publish after the gate, such as the bundle of a single-page app, for Stripe secrets (RDY8006). False when one
/// was found, before anything is copied.
/// </summary>
public sealed class ReadinessLateFiles : Microsoft.Build.Utilities.Task
{
    /// <summary>Full path of the published project.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>What of <c>@(ResolvedFileToPublish)</c>, as it is when the SDK begins to copy, the gate has not searched.</summary>
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>As in <see cref="ReadinessGate.Mode"/>.</summary>
    public string Mode { get; set; } = "error";

    /// <summary>Runs the task.</summary>
    public override bool Execute()
    {
        var onlyWarn = Mode.Equals("warn", StringComparison.OrdinalIgnoreCase);
        var reporter = new MSBuildReporter(Log, onlyWarn);
        try
        {
            var paths = Files.Select(file => file.GetMetadata("FullPath")).Distinct();
            var findings = SecretInShippedFile.In(paths.SelectMany(PublishedSecret.FindIn)).OrderBy(finding => finding).ToArray();
            foreach (var finding in findings)
                reporter.Report(finding);
            if (findings.Length > 0)
            {
                var verdict = onlyWarn ? Summary.PublishedAllTheSame : Summary.Failed;
                Log.LogMessage(MessageImportance.High, $"Readiness: {verdict}, {Summary.ErrorsOf(findings.Length)} in files that joined the publish after the gate");
            }
        }
        catch (Exception e)
        {
            reporter.Report(GateRules.GateFailed.At(
                new(ProjectFile), $"{nameof(ReadinessLateFiles)} could not finish ({e.GetType().Name}), so some files are not searched. Please report this."));
        }

        return !Log.HasLoggedErrors;
    }
}
