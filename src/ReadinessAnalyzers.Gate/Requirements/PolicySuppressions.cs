using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Configuration;

namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>
/// Parts the findings by what readiness.json suppresses: all of them go in, those that count and those that do not come out, and among the
/// first what is to be said of the entries themselves.
/// </summary>
internal sealed class PolicySuppressions
{
    private readonly GateInput _input;
    private readonly IReadOnlyList<Suppression> _entries;
    private readonly ILookup<FilePosition, string> _keys;
    private readonly SettingPolicy[] _settingsOfEveryApp;

    private PolicySuppressions(GateInput input)
    {
        (_input, _entries) = (input, input.Policy.Suppressions);
        _settingsOfEveryApp = [.. input.Policy.Settings.Where(setting => RequirementOfEveryApp(setting) is not null)];
        _keys = input.Configuration.AllValues.Concat(input.OtherPublishedValues).ToLookup(value => value.Position, value => value.Key);
    }

    public static PartedFindings Part(GateInput input, Finding[] findings) =>
        input.Policy.Suppressions.Count == 0 ? new(findings, []) : new PolicySuppressions(input).Part(findings);

    private PartedFindings Part(Finding[] findings)
    {
        var suppressed = new List<SuppressedFinding>();
        var (kept, used) = (new List<Finding>(), new HashSet<Suppression>());
        foreach (var finding in findings)
        {
            var entries = _entries.Where(entry => entry.Id == finding.Id && IsFor(entry, finding)).ToArray();
            used.UnionWith(entries);
            if (entries.FirstOrDefault(entry => !entry.HasEnded(_input.Today)) is not { } entry)
                kept.Add(finding);
            else if (_settingsOfEveryApp.FirstOrDefault(setting => IsAbout(finding, setting.Name)) is { } setting)
                kept.AddRange([finding, Refused(entry, setting)]);
            else
                suppressed.Add(new(finding, entry.Reason) { Entry = entry });
        }

        kept.AddRange(_entries.Where(entry => entry.HasEnded(_input.Today)).Select(Ended));
        kept.AddRange(_entries.Except(used).Where(entry => !entry.HasEnded(_input.Today)).SelectMany(entry => Unknown(entry) ?? Unused(entry, findings)));
        return new([.. kept.OrderBy(finding => finding)], suppressed);
    }

    // A message that is about a setting begins with its name, unless it stands at the value.
    private bool IsFor(Suppression entry, Finding finding)
    {
        if (entry.IsOfProject)
            return IsProject(finding.Position.Path);
        return (entry.File is null || entry.File == FromPolicy(finding.Position.Path))
            && (entry.Key is null || IsAbout(finding, entry.Key));
    }

    private bool IsAbout(Finding finding, string setting) =>
        _keys[finding.Position].Any(key => SettingName.AreSame(key, setting))
        || finding.Message.StartsWith($"'{SecretMask.Apply(SettingName.AsPath(setting))}'", StringComparison.OrdinalIgnoreCase);

    private bool IsProject(string path) =>
        path == _input.ProjectFile || _input.Logs.Any(log => log.Project == path) || _input.UncheckedProjects.Contains(path);

    private string FromPolicy(string path) => RelativePath.From(_input.Policy.File!, path);

    /// <summary>The requirement that it answers and that nobody can leave out; null if there is none.</summary>
    private static string? RequirementOfEveryApp(SettingPolicy setting) =>
        setting.Requirements.FirstOrDefault(id => Catalogue.Instance.Find(id) is { IsWaivable: false });

    private static Finding Refused(Suppression entry, SettingPolicy setting) => GateRules.InvalidPolicy.At(
        entry.Position, $"What is found about '{setting.Name}' cannot be suppressed: it answers {RequirementOfEveryApp(setting)}, which holds for every app. Put it right and remove this entry.");

    private static Finding Ended(Suppression entry) => GateRules.EndedSuppression.At(
        entry.Position, $"The suppression of {entry.Target} ended on {entry.LastDay}. Put right what it hid and remove it, or set a later day if the reason still holds.");

    private Finding[]? Unknown(Suppression entry)
    {
        // Without the analyzers' own list nobody knows their ids.
        var rules = _input.Logs.SelectMany(log => log.Rules).Select(rule => rule.Id).Distinct().ToArray();
        string[] known = [.. GateRules.All.Select(rule => rule.Id).Concat(rules).Where(id => NeverWaived.ReasonFor(id) is null).OrderBy(id => id, StringComparer.Ordinal)];
        return known.Contains(entry.Id) || (rules.Length == 0 && !entry.Id.StartsWith("RDY8", StringComparison.Ordinal))
            ? null
            : [GateRules.InvalidPolicy.At(entry.Position, $"There is no rule '{entry.Id}'; {NearestName.Advice(entry.Id, known)}")];
    }

    // Where much is not judged, an entry may hide nothing today and be needed all the same.
    private IEnumerable<Finding> Unused(Suppression entry, Finding[] findings)
    {
        var isSwitchedOff = entry.IsOfProject && _input.Logs.Any(log => log.SwitchedOffRules.Contains(entry.Id));
        if (isSwitchedOff || !_input.IsLive || !_input.HasAllLogs || !_input.Configuration.IsComplete)
            yield break;

        var elsewhere = findings.FirstOrDefault(finding => finding.Id == entry.Id);
        yield return GateRules.UnusedSuppression.At(
            entry.Position,
            $"The suppression of {entry.Target} hides nothing. "
                + (elsewhere is null ? "Remove it." : $"{entry.Id} is found at '{FromPolicy(elsewhere.Position.Path)}'; if that is meant, name this file or the setting, else remove it."));
    }
}

/// <summary>The findings that count, in their order, and those that readiness.json suppresses.</summary>
internal sealed record PartedFindings(IReadOnlyList<Finding> Findings, IReadOnlyList<SuppressedFinding> Suppressed);
