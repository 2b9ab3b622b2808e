using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Reporting;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checklist;

/// <summary>The result seen from the side of the checklist: each requirement of the profile with what became of it; nothing without a profile.</summary>
internal sealed class ChecklistVerdicts
{
    // Findings about one requirement by name: sign-offs, evidence, documents, releases.
    private const string RecordFindings = "RDY90";

    private readonly GateResult _result;
    private readonly ChecklistPolicy _checklist;
    private readonly Judgements _judgements;
    private readonly HashSet<string> _judgedRules;

    private ChecklistVerdicts(GateResult result, ChecklistPolicy checklist)
    {
        (_result, _checklist) = (result, checklist);
        _judgements = new(result);
        _judgedRules = [.. _judgements.Rules.Where(rule => rule.State != JudgementState.Unjudged).Select(rule => rule.Name)];
    }

    /// <summary>In the order of the catalogue.</summary>
    public static IReadOnlyList<RequirementVerdict> Of(GateResult result)
    {
        if (result.Input.Policy.Checklist is not { } checklist)
            return [];

        var verdicts = new ChecklistVerdicts(result, checklist);
        return [.. checklist.OfProfile.Select(verdicts.VerdictOn)];
    }

    private RequirementVerdict VerdictOn(Requirement requirement)
    {
        if (_checklist.Skipped.TryGetValue(requirement.Id, out var skipped))
            return new(requirement, RequirementState.Skipped) { Reason = skipped.Reason, At = skipped.Position };
        if (requirement.Feature is { } feature && !_checklist.Features.Contains(feature))
            return new(requirement, RequirementState.Skipped) { Reason = $"'{feature}' is not among the features" };
        if (requirement.IsPlanned)
            return new(requirement, RequirementState.Planned);
        if (requirement.IsSum)
            return new(requirement, _result.Passed ? RequirementState.Passed : RequirementState.Failed) { Decider = "all others" };

        var findings = FindingsAbout(requirement);
        var rest = _result.Input.ProvedRequirements.TryGetValue(requirement.Id, out var proof)
            ? new(requirement, RequirementState.Passed) { Decider = proof.What, At = proof.Position }
            : requirement.SignOff is not null ? RecordOf(requirement)
            : IsForEvidence(requirement) ? new(requirement, _result.Input.IsLive ? RequirementState.Open : RequirementState.Unjudged)
            : AutomaticVerdictOn(requirement);
        var worst = findings.Select(StateOf).Append(rest.State).Min();
        return rest with { State = worst, Findings = [.. findings.Select(finding => finding.Id).Distinct()] };
    }

    /// <summary>Whether test results or a document decide it, and nothing else.</summary>
    private static bool IsForEvidence(Requirement requirement) =>
        requirement.IsDecidedByTests || requirement.Asks?.Members.Any(member => member.Name == "documents") == true;

    /// <summary>What is on record, whether it holds or not; findings say the rest.</summary>
    private RequirementVerdict RecordOf(Requirement requirement)
    {
        var file = _result.Input.SignOffs.FirstOrDefault(file => file.Id == requirement.Id);
        if (file?.Record is not { } record)
        {
            // Where things are tried out nobody signs.
            var state = requirement.SignOff!.AfterDays is not null ? RequirementState.Owed : _result.Input.IsLive ? RequirementState.Open : RequirementState.Unjudged;
            return new(requirement, state);
        }

        return new(requirement, record.IsWaiver ? RequirementState.Waived : RequirementState.Signed)
        {
            Decider = record.Role.Length > 0 ? $"{record.By}, {record.Role}" : record.By,
            On = record.On,
            Until = record.LastDay,
            At = file.PositionOf("by"),
            Evidence = [.. record.Evidence.Select(evidence => evidence.File.Length > 0 ? evidence.File : evidence.Link)],
            Reason = record.Reason,
        };
    }

    private RequirementVerdict AutomaticVerdictOn(Requirement requirement)
    {
        var names = SettingsOf(requirement);
        var settings = _result.Settings.Where(setting => names.Any(name => SettingName.AreSame(name, setting.Name))).ToArray();
        var state = settings.Any(setting => setting.Outcome == SettingOutcome.Deferred) ? RequirementState.Deferred
            : requirement.Credential is not null ? settings.Length > 0 ? RequirementState.Passed : RequirementState.Unjudged
            : requirement.Rules.Count > 0 && !requirement.Rules.Any(_judgedRules.Contains) ? RequirementState.Unjudged
            : RequirementState.Passed;
        return new(requirement, state)
        {
            Decider = string.Join(", ", names.Length > 0 ? names : requirement.Rules),
            At = settings.Select(setting => setting.Value?.Position).FirstOrDefault(place => place is not null),
        };
    }

    private Finding[] FindingsAbout(Requirement requirement)
    {
        var settings = SettingsOf(requirement).SelectMany(_judgements.FindingsAboutSetting);
        var told = new HashSet<Finding>(_result.Verdicts.Where(verdict => verdict.Requirement == requirement.Id).SelectMany(verdict => verdict.Findings));
        var others = requirement.Credential is not null ? [] :
            from finding in _result.Findings
            where requirement.Rules.Contains(finding.Id)
                || told.Contains(finding)
                || (finding.Id.StartsWith(RecordFindings, StringComparison.Ordinal) && IsNamedIn(finding, requirement.Id))
            select finding;
        return [.. settings.Concat(others).Distinct()];
    }

    /// <summary>The settings that decide it: those that the code reads as its credential, and those that answer it in readiness.json.</summary>
    private string[] SettingsOf(Requirement requirement)
    {
        var read = _result.Settings.Where(setting => requirement.Credential is { } role && setting.IsUsedAs(role)).Select(setting => setting.Name);
        var asked = _result.Input.Policy.Settings.Where(setting => setting.Requirement == requirement.Id).Select(setting => setting.Name);
        return [.. read.Concat(asked).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    // Who signed another requirement is named too where two need different people; the finding is about the record that it stands in.
    private static bool IsNamedIn(Finding finding, string id) =>
        Path.GetFileNameWithoutExtension(finding.Position.Path) == id
        || (finding.Id != GateRules.WrongSigner.Id && finding.Message.IndexOf(id, StringComparison.Ordinal) >= 0);

    private static RequirementState StateOf(Finding finding) =>
        finding.Severity == FindingSeverity.Error ? RequirementState.Failed
        : finding.Id == GateRules.ReleaseUnwatched.Id ? RequirementState.Owed
        : RequirementState.Advised;
}
