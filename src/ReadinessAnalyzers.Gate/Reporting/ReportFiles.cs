using System.Security;
using System.Text;

namespace ReadinessAnalyzers.Gate.Reporting;

/// <summary>
/// Writes reports to files. One that cannot be written is a finding and nothing more: the verdict stands without it.
/// </summary>
internal sealed class ReportFiles(GateResult result, Func<string, string> inProject)
{
    private const string None = "none";

    // What GitHub takes of one step; it shows nothing of a summary that is larger.
    private const long StepSummaryLimit = 1024 * 1024;

    private readonly List<Finding> _problems = [];

    /// <summary>What could not be written.</summary>
    public IReadOnlyList<Finding> Problems => _problems;

    /// <summary>The first report that was written, in full; empty if there is none.</summary>
    public string First { get; private set; } = "";

    /// <param name="report">The path, whose ending each format replaces by its own; empty: nothing is written.</param>
    /// <param name="formats">Their names, in the order of importance.</param>
    public void Write(string report, IEnumerable<string> formats)
    {
        foreach (var name in formats.Where(name => report.Length > 0 && !name.Equals(None, StringComparison.OrdinalIgnoreCase)))
        {
            if (ReportFormat.All.FirstOrDefault(format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } format)
            {
                var known = string.Join(", ", ReportFormat.All.Select(other => other.Name));
                Report($"'{name}' is no format of a report; ReadinessReportFormats takes {known} or {None}.");
                continue;
            }

            Try($"The {format.Name} report", format.FileOf(report), path =>
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, format.Write(result));
                First = First.Length > 0 ? First : path;
            });
        }
    }

    /// <summary>Appends the Markdown report to what GitHub shows for the step, or its first lines if there is no room for all.</summary>
    /// <param name="path">What the variable GITHUB_STEP_SUMMARY says; empty: nothing is written.</param>
    public void AppendToStepSummary(string path)
    {
        if (path.Length == 0)
            return;

        Try("The summary of the step", path, file =>
        {
            var (text, before) = (MarkdownReport.Write(result), File.Exists(file) ? new FileInfo(file).Length : 0);
            if (before + Encoding.UTF8.GetByteCount(text) >= StepSummaryLimit)
                text = text.Substring(0, text.IndexOf("\n## ", StringComparison.Ordinal)) + "\nThe full report is too long for this page.\n";
            File.AppendAllText(file, text + "\n");
        });
    }

    private void Try(string what, string path, Action<string> write)
    {
        try
        {
            write(inProject(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or SecurityException)
        {
            Report($"{what} cannot be written to '{path}' ({e.GetType().Name}). Name a path that this build may write, or leave the report out.");
        }
    }

    private void Report(string message) => _problems.Add(GateRules.ReportNotWritten.At(new(result.Input.ProjectFile), message));
}
