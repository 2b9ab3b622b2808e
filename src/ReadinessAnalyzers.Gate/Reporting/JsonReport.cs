using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Checklist;
using ReadinessAnalyzers.Gate.CompileLogs;

namespace ReadinessAnalyzers.Gate.Reporting;

/// <summary>The report for programs; docs/reports.md describes every member. A member may be added, none changes its meaning within a version.</summary>
internal sealed class JsonReport
{
    private const int Version = 1;

    private readonly GateResult _result;
    private readonly JsonWriter _json = new();

    private JsonReport(GateResult result) => _result = result;

    public static string Write(GateResult result)
    {
        var report = new JsonReport(result);
        report.WriteReport();
        return report._json.ToString();
    }

    private void WriteReport()
    {
        var (judgements, verdicts) = (new Judgements(_result), _result.Checklist);
        _json.Object(() => _json
            .Number("version", Version)
            .Text("app", Path.GetFileNameWithoutExtension(_result.Input.ProjectFile))
            .Text("environment", _result.Input.Environment)
            .Truth("passed", _result.Passed)
            .Object("counts", () => _json
                .Number("errors", _result.Count(FindingSeverity.Error))
                .Number("warnings", _result.Count(FindingSeverity.Warning))
                .Number("notes", _result.Count(FindingSeverity.Note))
                .Number("deferred", _result.Deferred.Count)
                .Number("suppressed", _result.Suppressed.Count))
            .Array("findings", _result.Findings, WriteFinding)
            .Array("suppressed", _result.Suppressed, WriteSuppressed)
            .Array("requirements", judgements.Required, WriteJudgement)
            .Array("checklist", verdicts, WriteVerdict)
            .Array("rules", judgements.Rules, WriteJudgement)
            .Array("projects", _result.Input.Logs, log => _json.Object(() => _json
                .Text("project", RelativePath.From(_result.Input.ProjectFile, log.Project))
                .Truth("checked", log is { State: CompileLogState.Usable, AnalyzersRan: true })
                .Texts("rulesSwitchedOff", log.SwitchedOffRules))));
    }

    private void WriteFinding(Finding finding) => _json.Object(() =>
    {
        _json.Text("id", finding.Id).Text("severity", finding.Severity.ToString().ToLowerInvariant());
        WritePlace(finding.Position);
        _json.Text("message", finding.Message).Text("help", RuleHelp.Link(finding.Id));
    });

    private void WriteSuppressed(SuppressedFinding suppressed) => _json.Object(() =>
    {
        _json.Text("id", suppressed.Finding.Id);
        WritePlace(suppressed.Finding.Position);
        _json.Text("message", suppressed.Finding.Message).Text("justification", suppressed.Justification);
        if (suppressed.Entry is { } entry)
            _json.Object("suppressedAt", () => WritePlace(entry.Position)).Text("until", entry.LastDay);
        _json.Text("help", RuleHelp.Link(suppressed.Finding.Id));
    });

    private void WriteJudgement(Judgement judgement) => _json.Object(() =>
    {
        _json
            .Text("kind", judgement.Kind)
            .Text("name", judgement.Name)
            .Text("use", judgement.Use)
            .Text("state", judgement.State.ToString().ToLowerInvariant())
            .Text("origin", judgement.Origin)
            .Text("reason", judgement.Reason)
            .Texts("findings", judgement.Findings)
            .Texts("checklist", judgement.Checklist);
        if (judgement.DecidedAt is { } place)
            _json.Object("decidedAt", () => WritePlace(place));
        WritePlaces("overrides", judgement.Overrides);
        WritePlaces("askedAt", judgement.AskedAt);
    });

    private void WriteVerdict(RequirementVerdict verdict) => _json.Object(() =>
    {
        _json
            .Text("id", verdict.Requirement.Id)
            .Text("title", verdict.Requirement.Title)
            .Text("state", verdict.State.ToString().ToLowerInvariant())
            .Text("decider", verdict.Decider)
            .Text("on", Day(verdict.On))
            .Text("until", Day(verdict.Until))
            .Text("reason", verdict.Reason)
            .Texts("evidence", verdict.Evidence)
            .Texts("findings", verdict.Findings);
        if (verdict.At is { } place)
            _json.Object("decidedAt", () => WritePlace(place));
    });

    private static string? Day(DateTime? day) => day is { } known ? SignOffAges.Day(known) : null;

    private void WritePlaces(string name, IReadOnlyCollection<FilePosition> places)
    {
        if (places.Count > 0)
            _json.Array(name, places, place => _json.Object(() => WritePlace(place)));
    }

    private void WritePlace(FilePosition place) => _json
        .Text("file", RelativePath.From(_result.Input.ProjectFile, place.Path))
        .Number("line", place.Line)
        .Number("column", place.Column);
}
