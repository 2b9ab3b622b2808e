using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Reporting;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checklist;

/// <summary>The result seen from the side of the checklist: each requirement of the profile with what became of it; nothing without a profile.</summary>
internal sealed class ChecklistVerdicts
{
    /// <summary>Findings that name the requirements that they are about: sign-offs, evidence, documents, releases.</summary>
    private static readonly HashSet<string> RecordFindings = new(
        [
            .. new[]
            {
                GateRules.MissingSignOff, GateRules.InvalidSignOff, GateRules.ExpiredSignOff, GateRules.WrongSigner, GateRules.SignOffEvidence, GateRules.StaleSignOff,
                GateRules.ForbiddenWaiver, GateRules.EndingSignOff, GateRules.RequirementOpen, GateRules.ReleaseUnwatched,
            }.Select(rule => rule.Id),
        ],
        StringComparer.Ordinal);

    private readonly GateResult _result;
    private readonly ChecklistPolicy _checklist;
    private readonly Judgements _judgements;
    private readonly HashSet<string> _judgedRules;
    private readonly Deciders _deciders;

    private ChecklistVerdicts(GateResult result, ChecklistPolicy checklist)
    {
        (_result, _checklist) = (result, checklist);
        _judgements = new(result);
        _judgedRules = [.. _judgements.Rules.Where(rule => rule.State != JudgementState.Unjudged).Select(rule => rule.Name)];
        _deciders = new(result.Input);
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
        var suppressed = SuppressedAbout(requirement);
        if (suppressed.Length > 0 && rest.State > RequirementState.Waived)
            rest = rest with { State = RequirementState.Waived, Reason = suppressed[0].Justification ?? "" };
        var gravest = rest.State;
        foreach (var finding in findings)
            gravest = StateOf(finding) < gravest ? StateOf(finding) : gravest;
        return rest with { State = gravest, Findings = [.. findings.Concat(suppressed.Select(one => one.Finding)).Select(finding => finding.Id).Distinct()] };
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
        var isLookedAt = requirement.Credential is not null ? settings.Length > 0
            : names.Length > 0 ? names.Any(name => !NamePattern.IsPattern(name) || _result.Input.Configuration.Values.Any(value => NamePattern.Matches(name, value.Key)))
            : requirement.Rules.Any(_judgedRules.Contains) && _deciders.RemedyFor(requirement) is null;
        var state = !isLookedAt || settings.Any(setting => setting.Outcome == SettingOutcome.Missing) ? RequirementState.Unjudged
            : settings.Any(setting => setting.Outcome == SettingOutcome.Deferred) ? RequirementState.Deferred
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
                || (RecordFindings.Contains(finding.Id) && IsNamedIn(finding, requirement.Id))
            select finding;
        return [.. settings.Concat(others).Distinct()];
    }

    private SuppressedFinding[] SuppressedAbout(Requirement requirement) =>
    [
        .. SettingsOf(requirement).SelectMany(_judgements.SuppressedAboutSetting),
        .. requirement.Credential is not null ? [] : _result.Suppressed.Where(suppressed => requirement.Rules.Contains(suppressed.Finding.Id)),
    ];

    /// <summary>The settings that decide it: those that the code reads as its credential, and those that answer it in readiness.json.</summary>
    private string[] SettingsOf(Requirement requirement)
    {
        var read = _result.Settings.Where(setting => requirement.Credential is { } role && setting.IsUsedAs(role)).Select(setting => setting.Name);
        var asked = _result.Input.Policy.Settings.Where(setting => setting.Answers(requirement.Id)).Select(setting => setting.Name);
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
