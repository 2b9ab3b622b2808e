using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate;

/// <summary>What the checks look at: the input, and the settings that the app was found to need.</summary>
internal sealed record Readiness(GateInput Input, IReadOnlyList<RequiredSetting> Settings)
{
    public IEnumerable<RequiredSetting> SettingsThatAre(SettingOutcome outcome) => Settings.Where(setting => setting.Outcome == outcome);

    /// <summary>Settings whose value can be judged, with the value.</summary>
    public IEnumerable<PresentSetting> PresentSettings =>
        from setting in SettingsThatAre(SettingOutcome.Present)
        select new PresentSetting(setting, setting.Value!);
}

/// <summary>A setting with the value that stands in a published file.</summary>
internal sealed record PresentSetting(RequiredSetting Setting, ConfigurationValue Value);
