using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate;

/// <summary>What the checks look at: the input, and the settings that the app was found to need.</summary>
internal sealed record Readiness(GateInput Input, IReadOnlyList<RequiredSetting> Settings)
{
    public IEnumerable<RequiredSetting> SettingsThatAre(SettingOutcome outcome) => Settings.Where(setting => setting.Outcome == outcome);

    /// <summary>Settings whose value can be judged, with the value.</summary>
    public IEnumerable<(RequiredSetting Setting, Configuration.ConfigurationValue Value)> PresentSettings =>
        from setting in SettingsThatAre(SettingOutcome.Present)
        select (setting, setting.Value!);
}
