using ReadinessAnalyzers.Gate.Checklist;
using ReadinessAnalyzers.Gate.CompileLogs;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Reporting;

/// <summary>
/// The report as one page for people: verdict, counts, findings, and all that is required with what became of it. It loads nothing and runs
/// nothing: filters are check boxes that its style sheet looks at, and its own content security policy allows that style sheet alone.
/// </summary>
internal sealed partial class HtmlReport
{
    /// <summary>Of the style sheet's bytes, SHA-256 in base64, as the policy names it; a test says what it has to be.</summary>
    public const string StyleHash = "rXnsg7phYOY15D4G1qU5QyIV4UF4HXjPIMzI3Lgnftg=";

    private const string StyleSheet = "HtmlReport.css";

    private readonly GateResult _result;
    private readonly IReadOnlyList<Judgement> _required;
    private readonly IReadOnlyList<Judgement> _rules;
    private readonly IReadOnlyList<RequirementVerdict> _verdicts;
    private readonly Dictionary<string, string> _titles = new(StringComparer.Ordinal);
    private readonly HtmlText _html = new();

    private HtmlReport(GateResult result)
    {
        var judgements = new Judgements(result);
        (_result, _required, _rules, _verdicts) = (result, judgements.Required, judgements.Rules, result.Checklist);
        foreach (var rule in _rules)
            _titles[rule.Name] = rule.Use;
    }

    public static string Write(GateResult result)
    {
        var report = new HtmlReport(result);
        report.WritePage();
        return report._html.ToString();
    }

    private void WritePage()
    {
        var app = Path.GetFileNameWithoutExtension(_result.Input.ProjectFile);
        var verdict = _result.Passed ? "passed" : "failed";
        _html.Add($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{StyleHash}'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>Readiness of {app}: {verdict}</title>
            <style>
            """);
        _html.AddMarkup(ReadStyle());
        _html.Add($"""
            </style>
            </head>
            <body>
            <a class="skip" href="#content">To the findings</a>
            <header>
            <div class="verdict {verdict}">
            <p class="about">Readiness of {app} for {_result.Input.Environment}</p>
            <h1>{app} is <strong>{(_result.Passed ? "ready" : "not ready")}</strong></h1>
            <p>{VerdictInWords}</p>
            <dl>{Counts}</dl>
            </div>
            {Contents}
            </header>
            <main id="content">
            {Filters}

            """);
        WriteFindings();
        WriteChecklist();
        WriteRequired();
        WriteSuppressed();
        WriteEvents();
        WriteTelemetry();
        WriteProjects();
        WriteRules();
        _html.Add($"""
            </main>
            <footer>Values of settings are in no report. Written by ReadinessAnalyzers.</footer>
            </body>
            </html>

            """);
    }

    private string VerdictInWords
    {
        get
        {
            var (errors, deferred) = (_result.Count(FindingSeverity.Error), _result.Deferred.Count);
            var verdict = errors switch
            {
                0 => "Nothing stops the publish.",
                1 => "One finding stops the publish.",
                _ => $"{errors} findings stop the publish.",
            };
            return deferred switch
            {
                0 => verdict,
                1 => $"{verdict} One setting is deferred to the host, so its value was not seen.",
                _ => $"{verdict} {deferred} settings are deferred to the host, so their values were not seen.",
            };
        }
    }

    private IEnumerable<FormattableString> Counts =>
    [
        Count("Errors", _result.Count(FindingSeverity.Error), "failed"),
        Count("Warnings", _result.Count(FindingSeverity.Warning), "warning"),
        Count("Notes", _result.Count(FindingSeverity.Note), "note"),
        Count("Deferred", _result.Deferred.Count, "deferred"),
        Count("Suppressed", _result.Suppressed.Count, "suppressed"),
        _verdicts.Count == 0
            ? Met(_required.Count(judgement => judgement.State == JudgementState.Passed), _required.Count)
            : Met(_verdicts.Count(verdict => verdict.IsMet), _verdicts.Count(verdict => verdict.IsAsked)),
    ];

    private static FormattableString Met(int met, int all) => Count("Requirements met", met, met == all ? "passed" : "none", $" of {all}");

    private static FormattableString Count(string what, int count, string state, string of = "") =>
        $"<div class=\"{(count == 0 ? "none" : state)}\"><dt>{what}</dt><dd>{count}{of}</dd></div>";

    private FormattableString Contents => $"""
        <nav aria-label="Contents"><ul>
        {Entry("findings", "Findings", _result.Findings.Count)}{Entry("checklist", "Checklist", _verdicts.Count)}{Entry("required", "What production must have", _required.Count)}{Entry("suppressed", "Suppressed", _result.Suppressed.Count)}{Entry("rules", "Rules", _rules.Count)}
        </ul></nav>
        """;

    private static FormattableString Entry(string id, string title, int count) =>
        count == 0 ? (FormattableString)$"" : $"<li><a href=\"#{id}\">{title}</a> {count}</li>";

    private FormattableString Filters
    {
        get
        {
            var states = new HashSet<string>(_result.Findings.Select(finding => Name(Judgement.StateOf(finding.Severity)))
                .Concat(_required.Concat(_rules).Select(judgement => Name(judgement.State)))
                .Concat(_verdicts.Select(verdict => Name(verdict.State)))
                .Concat(_result.Suppressed.Select(_ => Name(JudgementState.Suppressed))));
            return $"""
                <fieldset class="filters"><legend>Show</legend>
                {AllStates.Where(states.Contains).Select(Filter)}</fieldset>
                """;
        }
    }

    private static readonly string[] AllStates = 
    [
        "failed", "open", "warning", "note", "owed", "deferred", "waived", "suppressed", "unjudged", "planned", "skipped", "signed", "passed",
    ];

    private static FormattableString Filter(string state) =>
        $"<label class=\"{state}\"><input type=\"checkbox\" id=\"show-{state}\" checked> {Word(state)}</label>\n";

    private void WriteFindings()
    {
        if (_result.Findings.Count == 0)
            return;

        _html.Add($"""
            <section id="findings" aria-labelledby="findings-title" data-states="{States(_result.Findings.Select(finding => Name(Judgement.StateOf(finding.Severity))))}">
            <h2 id="findings-title">Findings <small>{_result.Findings.Count}</small></h2>
            <ul class="findings">

            """);
        foreach (var finding in _result.Findings.OrderBy(finding => -(int)finding.Severity)) // stable
            WriteFinding(Name(Judgement.StateOf(finding.Severity)), finding.Id, finding.Position, finding.Message, $"");
        _html.Add($"</ul>\n</section>\n");
    }

    private void WriteSuppressed()
    {
        if (_result.Suppressed.Count == 0)
            return;

        _html.Add($"""
            <section id="suppressed" aria-labelledby="suppressed-title" data-states="suppressed">
            <h2 id="suppressed-title">Suppressed <small>{_result.Suppressed.Count}</small></h2>
            <ul class="findings">

            """);
        foreach (var suppressed in _result.Suppressed)
        {
            var by = suppressed.Entry is { } entry ? $"{Place(entry.Position)}, until {entry.LastDay}" : "In source";
            WriteFinding(
                "suppressed", suppressed.Finding.Id, suppressed.Finding.Position, suppressed.Finding.Message,
                $"<p class=\"why\">{by}. Justification: {Summary.JustificationOf(suppressed)}</p>");
        }

        _html.Add($"</ul>\n</section>\n");
    }

    private void WriteFinding(string state, string id, FilePosition position, string message, FormattableString more) => _html.Add($"""
        <li data-state="{state}">
        <div class="head"><span class="state {state}">{Word(state)}</span> {Help(id)} <code>{Breakable(Place(position))}</code></div>
        <p>{message}</p>{more}
        </li>

        """);

    private void WriteRequired()
    {
        if (_required.Count == 0)
            return;

        _html.Add($"""
            <section id="required" aria-labelledby="required-title" data-states="{States(_required.Select(judgement => Name(judgement.State)))}">
            <h2 id="required-title">What production must have <small>{_required.Count}</small></h2>
            <table>
            <thead><tr><th scope="col">State</th><th scope="col">What</th><th scope="col">Decided at</th><th scope="col">Asked for at</th></tr></thead>
            <tbody>

            """);
        foreach (var judgement in _required)
        {
            _html.Add($"""
                <tr data-state="{Name(judgement.State)}">
                <td>{State(judgement)}{judgement.Findings.Select(id => (FormattableString)$" <a href=\"{RuleHelp.Link(id)}\" rel=\"noreferrer\">{id}</a>")}</td>
                <th scope="row"><code>{judgement.Name}</code><small>{judgement.Kind}{(judgement.Use.Length > 0 ? ", " + judgement.Use : "")}</small></th>
                <td data-label="Decided at">{Decision(judgement)}</td>
                <td data-label="Asked for at"><ul class="places">{judgement.AskedAt.Select(place => Item(place))}</ul></td>
                </tr>

                """);
        }

        _html.Add($"</tbody>\n</table>\n</section>\n");
    }

    private FormattableString Decision(Judgement judgement)
    {
        if (judgement.DecidedAt is not { } place)
            return $"<span class=\"why\">{(judgement.State == JudgementState.Unjudged ? "not known" : "nowhere")}</span>";

        var overrides = judgement.Overrides.Count == 0 ? "" : $"overrides {string.Join(", ", judgement.Overrides.Select(Place))}";
        return $"<span><code>{Breakable(Place(place))}</code>{Small(judgement.Origin)}{Small(judgement.Reason)}{Small(overrides)}</span>";
    }

    private void WriteRules()
    {
        if (_rules.Count == 0)
            return;

        _html.Add($"""
            <section id="rules" aria-labelledby="rules-title" data-states="{States(_rules.Select(rule => Name(rule.State)))}">
            <h2 id="rules-title">Rules <small>{_rules.Count}</small></h2>
            <table>
            <thead><tr><th scope="col">State</th><th scope="col">Rule</th><th scope="col">Checklist</th></tr></thead>
            <tbody>

            """);
        foreach (var rule in _rules)
        {
            _html.Add($"""
                <tr data-state="{Name(rule.State)}"><td>{State(rule)}</td><th scope="row">{Help(rule.Name)}</th><td data-label="Checklist">{string.Join(", ", rule.Checklist)}</td></tr>

                """);
        }

        _html.Add($"</tbody>\n</table>\n</section>\n");
    }

    private void WriteEvents() => WriteTable(
        "events",
        "Stripe events that the code handles",
        ["Where", "Route", "Events", "Signature"],
        from handler in _result.Input.Logs.SelectMany(log => log.EventHandlers).Distinct().OrderBy(handler => handler.Position)
        select new[]
        {
            Place(handler.Position),
            handler.Route,
            string.Join(", ", handler.IsOpen ? handler.Types.Append("others, chosen at run time") : handler.Types),
            handler.Verifies ? "verified here" : "",
        });

    private void WriteTelemetry()
    {
        var telemetry = new TelemetryAcrossProjects(_result.Input);
        WriteTable(
            "telemetry",
            "Metrics and traces that the code makes",
            ["Where", "What", "Name", "State"],
            from part in telemetry.Made
            select new[] { Place(part.Position), TelemetryAcrossProjects.KindOf(part), part.Name, telemetry.StateOf(part) });
    }

    private void WriteProjects() => WriteTable(
        "projects",
        "Projects covered",
        ["Project", "Compile log", "Rules switched off"],
        from log in _result.Input.Logs
        orderby log.Project == _result.Input.ProjectFile ? "" : log.Project
        select new[]
        {
            RelativePath.From(_result.Input.ProjectFile, log.Project), Summary.StateOf(log), string.Join(", ", log.SwitchedOffRules),
        });

    private void WriteTable(string id, string title, string[] columns, IEnumerable<string[]> rows)
    {
        var cells = rows.ToArray();
        if (cells.Length == 0)
            return;

        _html.Add($"""
            <section id="{id}" aria-labelledby="{id}-title">
            <h2 id="{id}-title">{title} <small>{cells.Length}</small></h2>
            <table>
            <thead><tr>{columns.Select(column => (FormattableString)$"<th scope=\"col\">{column}</th>")}</tr></thead>
            <tbody>
            {cells.Select(row => Row(row, columns))}</tbody>
            </table>
            </section>

            """);
    }

    private static FormattableString Row(string[] cells, string[] columns) => $"""
        <tr><th scope="row"><code>{Breakable(cells[0])}</code></th>{cells.Skip(1).Select((cell, index) => Cell(cell, columns[index + 1]))}</tr>

        """;

    private static FormattableString Cell(string cell, string column) =>
        cell.Length == 0 ? (FormattableString)$"<td></td>" : $"<td data-label=\"{column}\"><span>{cell}</span></td>";

    private FormattableString Help(string id) =>
        $"<span><a href=\"{RuleHelp.Link(id)}\" rel=\"noreferrer\">{id}</a> {(_titles.TryGetValue(id, out var title) ? title : "")}</span>";

    private FormattableString Item(FilePosition place) => $"<li><code>{Breakable(Place(place))}</code></li>";

    private static FormattableString Small(string text) => text.Length == 0 ? (FormattableString)$"" : $"<small>{text}</small>";

    private static FormattableString State(Judgement judgement) => $"<span class=\"state {Name(judgement.State)}\">{Word(Name(judgement.State))}</span>";

    private string Place(FilePosition position) => $"{RelativePath.From(_result.Input.ProjectFile, position.Path)}:{position.Line}";

    /// <summary>A path that a narrow column breaks between two folders, if it can, and not within a name.</summary>
    private static IEnumerable<FormattableString> Breakable(string path) =>
        SecretMask.Apply(path).Split('/').Select((part, index) => index == 0 ? (FormattableString)$"{part}" : $"/<wbr>{part}");

    private static string Name(JudgementState state) => state.ToString().ToLowerInvariant();

    private static string Name(RequirementState state) => state == RequirementState.Advised ? "note" : state.ToString().ToLowerInvariant();

    private static string States(IEnumerable<string> states) => string.Join(" ", states.Distinct());

    private static string Word(string state) => state switch
    {
        "failed" => "Failed",
        "open" => "Open",
        "owed" => "Due after release",
        "waived" => "Waived",
        "planned" => "Not enforced yet",
        "skipped" => "Left out",
        "signed" => "Signed",
        "warning" => "Warning",
        "note" => "Note",
        "deferred" => "Deferred",
        "suppressed" => "Suppressed",
        "unjudged" => "Not judged",
        _ => "Passed",
    };

    private static string ReadStyle()
    {
        using var style = new StreamReader(typeof(HtmlReport).Assembly.GetManifestResourceStream(StyleSheet)!);
        return style.ReadToEnd();
    }
}
