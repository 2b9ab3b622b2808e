using ReadinessAnalyzers.Gate.Checklist;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate;

/// <summary>What the checks look at: the input, and the settings that the app was found to need.</summary>
internal sealed record Readiness(GateInput Input, IReadOnlyList<RequiredSetting> Settings)
{
    /// <summary>What machine evidence says about requirements of the profile.</summary>
    public IReadOnlyList<EvidenceVerdict> Verdicts { get; init; } = [];

    public IEnumerable<RequiredSetting> SettingsThatAre(SettingOutcome outcome) => Settings.Where(setting => setting.Outcome == outcome);

    /// <summary>Settings whose value can be judged, with the value.</summary>
    public IEnumerable<PresentSetting> PresentSettings =>
        from setting in SettingsThatAre(SettingOutcome.Present)
        select new PresentSetting(setting, setting.Value!);

    /// <summary>
    /// The settings of which readiness.json has such a demand and whose value can be judged: it is there and no reference, nobody defers it,
    /// and it is not only the fingerprint of one.
    /// </summary>
    public IEnumerable<DemandedSetting<T>> Demanded<T>()
        where T : Demand => Demanded<T>(CanBeJudged);

    /// <summary>The same of the settings whose value is known in part, since the rest is a reference: <c>Host=db;Password=${DB_PASSWORD}</c>.</summary>
    public IEnumerable<DemandedSetting<T>> DemandedInPart<T>()
        where T : Demand => Demanded<T>(value => value.KnownPart is not null);

    /// <summary>What a setting holds that can be judged: one value, or the items of a list.</summary>
    public IReadOnlyList<ConfigurationValue> ValuesOf(string name) => ValuesOf(name, CanBeJudged);

    /// <summary>The same of a setting that is no list; else null.</summary>
    public ConfigurationValue? ValueOf(string name) => ValuesOf(name) is { Count: 1 } values ? values[0] : null;

    private IEnumerable<DemandedSetting<T>> Demanded<T>(Func<ConfigurationValue, bool> isMeant)
        where T : Demand =>
        from setting in Input.Policy.Settings
        from demand in setting.Demands.OfType<T>()
        from name in setting.NamesIn(Input.Configuration)
        let values = ValuesOf(name, isMeant)
        where values.Count > 0
        select new DemandedSetting<T>(name, demand, values);

    private IReadOnlyList<ConfigurationValue> ValuesOf(string name, Func<ConfigurationValue, bool> isMeant) =>
        Input.Policy.DeferralOf(name) is null ? [.. Input.Configuration.ValuesOf(name).Where(isMeant)] : [];

    private static bool CanBeJudged(ConfigurationValue value) => value.Reference is null && !value.IsStandIn;
}

/// <summary>A setting with what readiness.json demands of it and the values that production has for it, one at least.</summary>
internal sealed record DemandedSetting<T>(string Name, T Demand, IReadOnlyList<ConfigurationValue> Values)
{
    /// <summary>The value, or the first of the list.</summary>
    public ConfigurationValue Value => Values[0];

    /// <summary>The same as text, without blanks around it.</summary>
    public string Text => Value.Value!.Trim();
}

/// <summary>A setting with the value that stands in a published file.</summary>
internal sealed record PresentSetting(RequiredSetting Setting, ConfigurationValue Value);
