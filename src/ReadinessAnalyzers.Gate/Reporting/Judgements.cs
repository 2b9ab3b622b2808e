using ReadinessAnalyzers.Gate.Checklist;
using ReadinessAnalyzers.Gate.Checks;
using ReadinessAnalyzers.Gate.CompileLogs;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Reporting;

/// <summary>
/// The result seen from the side of what is required: all that production must have, each with what became of it. A finding is about a
/// setting when it stands at its value or names it.
/// </summary>
internal sealed class Judgements(GateResult result)
{
    private const string SettingFindings = "RDY8";

    private readonly GateInput _input = result.Input;
    private readonly Deciders _deciders = new(result.Input);
    private readonly HashSet<string> _suppressedRules = new(result.Suppressed.Select(suppressed => suppressed.Finding.Id), StringComparer.Ordinal);

    /// <summary>All that the code or readiness.json asks for.</summary>
    public IReadOnlyList<Judgement> Required
    {
        get
        {
            var required = new List<Judgement>();
            AddSettings(required);
            AddPrices(required);
            AddEvents(required);
            AddInstruments(required);
            AddBuild(required);
            return required;
        }
    }

    /// <summary>The rules that looked at the code, and those of the gate, by id.</summary>
    public IReadOnlyList<Judgement> Rules
    {
        get
        {
            var (rules, ids) = (new List<Judgement>(), new HashSet<string>(StringComparer.Ordinal));
            foreach (var rule in _input.Logs.SelectMany(log => log.Rules).Concat(GateRules.All.Select(Logged)))
            {
                if (ids.Add(rule.Id))
                    rules.Add(new("rule", rule.Id, StateOf(rule)) { Use = rule.Title, Checklist = rule.Checklist });
            }

            return [.. rules.OrderBy(rule => rule.Name, StringComparer.Ordinal)];
        }
    }

    private void AddSettings(List<Judgement> required)
    {
        foreach (var setting in result.Settings)
        {
            var findings = AboutSetting(setting.Name, setting.Value);
            var rest = setting.Outcome switch
            {
                SettingOutcome.Present => JudgementState.Passed,
                SettingOutcome.Deferred => JudgementState.Deferred,
                _ => JudgementState.Unjudged,
            };
            required.Add(Decided(new("setting", setting.Name, findings.StateOr(rest)), setting.Value, setting.Deferral, findings) with
            {
                Use = string.Join(", ", setting.Uses.Select(use => use.Role).Distinct()),
                AskedAt = [.. setting.Uses.Select(use => use.Position).Distinct()],
            });
        }
    }

    private void AddPrices(List<Judgement> required)
    {
        if (_input.Policy.Prices is not { } prices)
            return;

        var (map, shared) = (PriceMap.Of(prices, _input.Configuration), PriceMap.SharedOf(prices, _input.Configuration));
        foreach (var plan in prices.Required)
        {
            string[] keys = plan.Setting is { } setting ? [setting] : [.. PriceMap.KeysOf(prices.Section, plan.Plan), prices.Section];
            var value = plan.Setting is null ? map.PriceOf(plan.Plan) ?? shared?.PriceOf(plan.Plan) : Find(plan.Setting) is { IsMissing: false } own ? own : null;
            var deferral = keys.Select(_input.Policy.DeferralOf).FirstOrDefault(entry => entry is not null);
            value ??= deferral is null ? _input.Configuration.Unseen(keys[0], isVariable: false) : null;

            // The prices of a map in one text stand all at its place, so only a name tells which of them a finding is about.
            var isPlaced = value is null || (Find(value.Key) is { } found && found.Position == value.Position);
            var findings = AboutSetting(value?.Key ?? plan.Plan, isPlaced ? value : null);
            var rest = deferral is not null || value?.Reference is not null ? JudgementState.Deferred
                : value is null ? JudgementState.Unjudged : JudgementState.Passed;
            required.Add(Decided(new("price", plan.Plan, findings.StateOr(rest)), value, deferral, findings) with { AskedAt = [plan.Position] });
        }
    }

    private void AddEvents(List<Judgement> required)
    {
        foreach (var named in _input.Policy.Events?.Required ?? [])
        {
            var places = _input.Logs.SelectMany(log => log.EventHandlers).Where(handler => named.Types.Any(handler.Types.Contains));
            required.Add(InCode("event", named.Types, GateRules.EventsHandled, named.Position, places.Select(handler => handler.Position)));
        }
    }

    private void AddInstruments(List<Judgement> required)
    {
        foreach (var named in _input.Policy.Telemetry?.Instruments ?? [])
        {
            var places = _input.Logs
                .SelectMany(log => log.Telemetry)
                .Where(part => part.Kind == TelemetryFact.Kinds.Instrument && NamePattern.Matches(part.Name, named.Name));
            required.Add(InCode("instrument", [named.Name], GateRules.RequiredInstruments, named.Position, places.Select(part => part.Position)));
        }
    }

    private void AddBuild(List<Judgement> required)
    {
        foreach (var demand in _input.Policy.Build)
        {
            var findings = About(finding => finding.Id == demand.Kind.Rule.Id && (demand.File.Length == 0 || IsNamedIn(finding, demand.File)));
            required.Add(new("build", demand.File.Length > 0 ? demand.File : demand.Kind.Name, findings.StateOr(StateOfBuild(demand.Kind)))
            {
                Use = demand.File.Length > 0 ? demand.Kind.Name : "",
                AskedAt = [demand.Position],
                Findings = findings.Ids,
            });
        }
    }

    private JudgementState StateOfBuild(BuildKind kind) => kind.CanBeJudged(_input) ? JudgementState.Passed : JudgementState.Unjudged;

    private Judgement InCode(string kind, IReadOnlyList<string> names, FindingDescriptor rule, FilePosition asked, IEnumerable<FilePosition> places)
    {
        var findings = About(finding => finding.Id == rule.Id && names.Any(name => IsNamedIn(finding, name)));
        var state = findings.StateOr(_input.HasAllLogs ? JudgementState.Passed : JudgementState.Unjudged);
        return new(kind, string.Join(" or ", names), state)
        {
            DecidedAt = places.OrderBy(place => place).FirstOrDefault(),
            AskedAt = [asked],
            Reason = state == JudgementState.Suppressed ? findings.Reason : "",
            Findings = findings.Ids,
        };
    }

    private static Judgement Decided(Judgement judgement, ConfigurationValue? value, DeferredSetting? deferral, FindingsAbout findings) => judgement with
    {
        DecidedAt = value?.Position ?? deferral?.Position,
        Origin = value is not null ? OriginOf(value) : deferral is not null ? "readiness.json defers it" : "",
        Overrides = HiddenBy(value),
        Reason = judgement.State switch
        {
            JudgementState.Deferred => deferral?.Reason ?? value?.Reference ?? "",
            JudgementState.Suppressed => findings.Reason,
            _ => "",
        },
        Findings = findings.Ids,
    };

    // Of a file that ships the place says which one it is.
    private static string OriginOf(ConfigurationValue value) =>
        (value.Origin.Ships ? $"published {value.Origin.Kind}" : value.Origin.ToString()) + (value.Variable is { } variable ? $", variable {variable}" : "");

    private static List<FilePosition> HiddenBy(ConfigurationValue? value)
    {
        var hidden = new List<FilePosition>();
        for (var next = value?.Overrides; next is not null; next = next.Overrides)
            hidden.Add(next.Position);

        return hidden;
    }

    private ConfigurationValue? Find(string key) => _input.Configuration.TryGet(key, out var value) ? value : null;

    private static LoggedRule Logged(FindingDescriptor rule) => new(rule.Id, rule.Title, rule.Requirements);

    private JudgementState StateOf(LoggedRule rule) => About(finding => finding.Id == rule.Id).StateOr(
        _suppressedRules.Contains(rule.Id) ? JudgementState.Suppressed
            : _deciders.HasLooked(rule.Id) ? JudgementState.Passed : JudgementState.Unjudged);

    /// <summary>What was found about a setting; not what readiness.json suppresses.</summary>
    public IReadOnlyList<Finding> FindingsAboutSetting(string name) => AboutSetting(name, Find(name)).Findings;

    /// <summary>What was found about a setting and readiness.json suppresses.</summary>
    public IReadOnlyList<SuppressedFinding> SuppressedAboutSetting(string name) => AboutSetting(name, Find(name)).Suppressed;

    private FindingsAbout AboutSetting(string name, ConfigurationValue? value) => About(finding =>
        finding.Severity != FindingSeverity.Note
        && finding.Id.StartsWith(SettingFindings, StringComparison.Ordinal)
        && (IsNamedIn(finding, name) || finding.Position == value?.Position));

    private FindingsAbout About(Func<Finding, bool> isAbout) => new(
        [.. result.Findings.Where(isAbout)],
        [.. result.SuppressedByPolicy.Where(suppressed => isAbout(suppressed.Finding))]);

    private static bool IsNamedIn(Finding finding, string name) =>
        finding.Message.IndexOf($"'{SecretMask.Apply(name)}'", StringComparison.Ordinal) >= 0;

    /// <summary>What was found about one thing, and what of it readiness.json suppresses.</summary>
    private sealed record FindingsAbout(Finding[] Findings, SuppressedFinding[] Suppressed)
    {
        public string[] Ids => [.. Findings.Concat(Suppressed.Select(suppressed => suppressed.Finding)).Select(finding => finding.Id).Distinct()];

        public string Reason => Suppressed.Length > 0 ? Suppressed[0].Justification ?? "" : "";

        /// <summary>The gravest of its states; <paramref name="rest"/> if nothing was found.</summary>
        public JudgementState StateOr(JudgementState rest)
        {
            var state = Suppressed.Length > 0 && rest > JudgementState.Suppressed ? JudgementState.Suppressed : rest;
            foreach (var finding in Findings)
            {
                var found = Judgement.StateOf(finding.Severity);
                if (found < state)
                    state = found;
            }

            return state;
        }
    }
}
