using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8012: what readiness.json says must be absent is set nowhere, itself or below.</summary>
internal sealed class AbsentSetting : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        var configuration = readiness.Input.Configuration;
        return
            from setting in readiness.Input.Policy.Settings
            where setting.Demands.OfType<AbsentDemand>().Any()
            from value in configuration.Values.Where(Meant(setting, configuration))
            where !value.IsMissing
            select GateRules.SettingValue.At(
                value.Position, $"'{value.Key}' is set, and readiness.json says that production must not have it. Remove it here.");
    }

    private static Func<ConfigurationValue, bool> Meant(SettingPolicy setting, EffectiveConfiguration configuration)
    {
        if (!NamePattern.IsPattern(setting.Name))
            return value => value.Key.Equals(setting.Name, StringComparison.OrdinalIgnoreCase) || SettingName.IsBelow(value.Key, setting.Name);

        var names = new HashSet<string>(setting.NamesIn(configuration), StringComparer.OrdinalIgnoreCase);
        return value => names.Contains(value.Key);
    }
}
