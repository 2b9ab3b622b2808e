using System.Text;
using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Checklist;
using ReadinessAnalyzers.Gate.CompileLogs;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Reporting;

/// <summary>
/// The report that a release manager reads: the verdict first, then what led to it. A result goes in, a Markdown text comes out, the
/// same one for the same result: no time, no machine's path, no value of a setting. A section without rows is left out.
/// </summary>
internal sealed class MarkdownReport
{
    private readonly GateResult _result;
    private readonly StringBuilder _text = new();

    private MarkdownReport(GateResult result) => _result = result;

    public static string Write(GateResult result)
    {
        var report = new MarkdownReport(result);
        report.WriteVerdict();
        report.WriteFindings("Findings", FindingSeverity.Error, FindingSeverity.Warning);
        report.WriteFindings("Notes", FindingSeverity.Note);
        report.WriteChecklist();
        report.WriteSettings();
        report.WriteEvents();
        report.WriteTelemetry();
        report.WriteDeferred();
        report.WriteSuppressed();
        report.WriteProjects();
        return report._text.ToString();
    }

    private void WriteVerdict()
    {
        var app = Path.GetFileNameWithoutExtension(_result.Input.ProjectFile);
        var summary = new Summary(_result);
        _text.Append($"# Readiness of {Plain(app)}: {summary.Verdict}\n\n");
        _text.Append($"{summary.Counts}, environment {Plain(_result.Input.Environment)}.\n");
    }

    private void WriteFindings(string title, params FindingSeverity[] severities) =>
        WriteTable(
            title,
            ["Where", "Rule", "What"],
            from finding in _result.Findings
            where severities.Contains(finding.Severity)
            select new[] { Place(finding.Position), $"[{finding.Id}]({RuleHelp.Link(finding.Id)})", Plain(finding.Message) });

    private void WriteChecklist() =>
        WriteTable(
            "Checklist",
            ["Requirement", "State", "Decided by", "Where"],
            from verdict in _result.Checklist
            let signed = verdict.On is { } day ? ", " + SignOffAges.Day(day) : ""
            select new[]
            {
                Plain($"{verdict.Requirement.Id} {verdict.Requirement.Title}"),
                StateOf(verdict.State),
                Plain(verdict.Decider + signed + (verdict.Reason.Length == 0 ? "" : verdict.Decider.Length == 0 ? verdict.Reason : $" ({verdict.Reason})")),
                verdict.At is { } place ? Place(place) : "",
            });

    private static string StateOf(RequirementState state) => state switch
    {
        RequirementState.Failed or RequirementState.Open => $"**{state.ToString().ToLowerInvariant()}**",
        RequirementState.Planned => "not enforced yet",
        RequirementState.Skipped => "left out",
        RequirementState.Owed => "due after release",
        RequirementState.Unjudged => "not judged",
        _ => state.ToString().ToLowerInvariant(),
    };

    private void WriteSettings() =>
        WriteTable(
            "Settings that production needs",
            ["Setting", "Used as", "Outcome", "Set at", "Read at"],
            from setting in _result.Settings
            select new[]
            {
                Code(setting.Name),
                Plain(string.Join(", ", setting.Uses.Select(use => use.Role).Distinct())),
                setting.Outcome.ToString(),
                setting.Value is { } value ? SetAt(value) : "",
                string.Join(", ", setting.Uses.Select(use => Place(use.Position)).Distinct()),
            });

    private void WriteEvents() =>
        WriteTable(
            "Stripe events that the code handles",
            ["Where", "Route", "Events", "Signature"],
            from handler in _result.Input.Logs.SelectMany(log => log.EventHandlers).Distinct().OrderBy(handler => handler.Position)
            select new[]
            {
                Place(handler.Position),
                handler.Route.Length == 0 ? "" : Code(handler.Route),
                Plain(string.Join(", ", handler.IsOpen ? handler.Types.Append("others, chosen at run time") : handler.Types)),
                handler.Verifies ? "verified here" : "",
            });

    private void WriteTelemetry()
    {
        var telemetry = new TelemetryAcrossProjects(_result.Input);
        WriteTable(
            "Metrics and traces that the code makes",
            ["Where", "What", "Name", "State"],
            from part in telemetry.Made
            select new[]
            {
                Place(part.Position),
                Plain(TelemetryAcrossProjects.KindOf(part)),
                Code(part.Name),
                telemetry.StateOf(part),
            });
    }

    private void WriteDeferred() =>
        WriteTable(
            "Deferred to the host",
            ["Setting", "Reason"],
            from setting in _result.Deferred
            select new[] { Code(setting.Name), Plain(setting.Deferral?.Reason ?? setting.Value?.Reference ?? "") });

    private void WriteSuppressed() =>
        WriteTable(
            "Suppressed",
            ["Where", "Rule", "What", "Justification", "Suppressed in"],
            from suppressed in _result.Suppressed
            select new[]
            {
                Place(suppressed.Finding.Position),
                $"[{suppressed.Finding.Id}]({RuleHelp.Link(suppressed.Finding.Id)})",
                Plain(suppressed.Finding.Message),
                Plain(Summary.JustificationOf(suppressed)),
                suppressed.Entry is { } entry ? $"{Place(entry.Position)} until {entry.LastDay}" : "source",
            });

    private void WriteProjects() =>
        WriteTable(
            "Projects covered",
            ["Project", "Compile log", "Rules switched off"],
            from log in _result.Input.Logs
            orderby log.Project == _result.Input.ProjectFile ? "" : log.Project
            select new[]
            {
                Code(RelativePath.From(_result.Input.ProjectFile, log.Project)),
                Summary.StateOf(log),
                string.Join(", ", log.SwitchedOffRules),
            });

    private void WriteTable(string title, string[] columns, IEnumerable<string[]> rows)
    {
        var lines = rows.Select(Row).ToArray();
        if (lines.Length == 0)
            return;

        _text.Append($"\n## {title}\n\n").Append(Row(columns)).Append(Row([.. columns.Select(_ => "---")]));
        foreach (var line in lines)
            _text.Append(line);
    }

    private static string Row(string[] cells) => $"| {string.Join(" | ", cells)} |\n";

    /// <summary>The place of the value that wins and, where it is no settings file, what the place is.</summary>
    private string SetAt(ConfigurationValue value) =>
        value.Origin.Ships ? Place(value.Position) : $"{Place(value.Position)}, {Plain(value.Origin.Kind)}{(value.Variable is { } variable ? " " + Code(variable) : "")}";

    private string Place(FilePosition position) =>
        Code($"{RelativePath.From(_result.Input.ProjectFile, position.Path)}:{position.Line}");

    /// <summary>A name that people chose; a backtick or line end in it must not end the code span.</summary>
    private static string Code(string name) =>
        "`" + SecretMask.Apply(name).Replace('`', '\'').Replace('\r', ' ').Replace('\n', ' ').Replace("|", "\\|") + "`";

    /// <summary>A text that people wrote: shown as it is, never as markup, on one line.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in SecretMask.Apply(text))
        {
            if (c is '|' or '<' or '`' or '\\' or '[' or '*')
                plain.Append('\\');
            plain.Append(c is '\r' or '\n' ? ' ' : c);
        }

        return plain.ToString();
    }
}
