using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Checklist;

namespace ReadinessAnalyzers.Gate.Reporting;

/// <summary>The checklist on the page: the source checklists side by side, then each requirement with who or what decided it.</summary>
internal sealed partial class HtmlReport
{
    private void WriteChecklist()
    {
        if (_result.Input.Policy.Checklist is not { } checklist)
            return;

        _html.Add($"""
            <section id="checklist" aria-labelledby="checklist-title" data-states="{States(_verdicts.Select(verdict => Name(verdict.State)))}">
            <h2 id="checklist-title">Checklist <small>profile {checklist.Profile.Name}, {_verdicts.Count} requirements</small></h2>

            """);
        WriteSources();
        foreach (var section in _verdicts.GroupBy(verdict => verdict.Requirement.Section))
            WriteSection(section.Key, [.. section]);
        _html.Add($"</section>\n");
    }

    /// <summary>How far each public checklist is answered: an item is in the state of the requirement that decides it.</summary>
    private void WriteSources()
    {
        var verdicts = _verdicts.ToDictionary(verdict => verdict.Requirement.Id, StringComparer.Ordinal);
        _html.Add($"""
            <table class="sources">
            <caption>The public checklists side by side, item by item</caption>
            <thead><tr><th scope="col">Checklist</th>{SourceColumns.Select(column => (FormattableString)$"<th scope=\"col\">{column}</th>")}</tr></thead>
            <tbody>

            """);
        foreach (var profile in Catalogue.Instance.Profiles.Where(profile => profile.Items.Count > 0))
        {
            var found = profile.Items
                .Select(item => item.Requirements.FirstOrDefault())
                .Where(id => id is not null && verdicts.ContainsKey(id))
                .Select(id => verdicts[id!])
                .ToArray();
            var passed = found.Count(verdict => verdict.State == RequirementState.Passed);
            var signed = found.Count(verdict => verdict.State == RequirementState.Signed);
            var open = found.Count(verdict => verdict.State is RequirementState.Failed or RequirementState.Open);
            var planned = found.Count(verdict => verdict.State == RequirementState.Planned);
            object[] cells = [profile.Items.Count, passed, signed, open, planned, found.Length - passed - signed - open - planned, profile.Items.Count - found.Length];
            _html.Add($"""
                <tr><th scope="row">{profile.Alias}</th>{cells.Select((count, column) => (FormattableString)$"<td data-label=\"{SourceColumns[column]}\">{count}</td>")}</tr>

                """);
        }

        _html.Add($"</tbody>\n</table>\n");
    }

    private static readonly string[] SourceColumns = ["Items", "Passed", "Signed", "Open or failed", "Not enforced yet", "Other", "Not in this profile"];

    private void WriteSection(string title, RequirementVerdict[] verdicts)
    {
        _html.Add($"""
            <section data-states="{States(verdicts.Select(verdict => Name(verdict.State)))}">
            <h3>{title}</h3>
            <table class="checklist">
            <thead><tr><th scope="col">State</th><th scope="col">Requirement</th><th scope="col">Decided by</th><th scope="col">Asked by</th></tr></thead>
            <tbody>

            """);
        foreach (var verdict in verdicts)
        {
            _html.Add($"""
                <tr data-state="{Name(verdict.State)}">
                <td><span class="state {Name(verdict.State)}">{Word(Name(verdict.State))}</span>{verdict.Findings.Select(id => (FormattableString)$" <a href=\"{RuleHelp.Link(id)}\" rel=\"noreferrer\">{id}</a>")}</td>
                <th scope="row"><code>{verdict.Requirement.Id}</code> {verdict.Requirement.Title}</th>
                <td data-label="Decided by"><span>{verdict.Decider}{Small(DatesOf(verdict))}{Small(verdict.Reason)}{Small(string.Join(", ", verdict.Evidence))}{Where(verdict)}</span></td>
                <td data-label="Asked by"><small>{ItemsOf(verdict.Requirement)}</small></td>
                </tr>

                """);
        }

        _html.Add($"</tbody>\n</table>\n</section>\n");
    }

    private FormattableString Where(RequirementVerdict verdict) =>
        verdict.At is { } place ? (FormattableString)$"<small><code>{Breakable(Place(place))}</code></small>" : $"";

    private static string DatesOf(RequirementVerdict verdict)
    {
        if (verdict.On is not { } on)
            return "";

        var until = verdict.Until is { } last ? $", holds until {SignOffAges.Day(last)}" : "";
        return SignOffAges.Day(on) + until;
    }

    private static string ItemsOf(Requirement requirement) => string.Join("; ",
        from profile in Catalogue.Instance.Profiles
        let items = profile.Items.Where(item => item.Requirements.Contains(requirement.Id)).Select(item => item.Id).ToArray()
        where items.Length > 0
        select $"{profile.Alias} {string.Join(", ", items)}");
}
