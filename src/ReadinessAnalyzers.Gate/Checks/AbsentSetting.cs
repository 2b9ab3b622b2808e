using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8012: what readiness.json says must be absent is set nowhere, itself or below.</summary>
internal sealed class AbsentSetting : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness) =>
        from setting in readiness.Input.Policy.Settings
        where setting.Demands.OfType<AbsentDemand>().Any()
        from value in readiness.Input.Configuration.Values
        where !value.IsMissing && IsMeant(setting.Name, value.Key)
        select GateRules.SettingValue.At(
            value.Position, $"'{value.Key}' is set, and readiness.json says that production must not have it. Remove it here.");

    private static bool IsMeant(string name, string key) => NamePattern.IsPattern(name)
        ? NamePattern.Matches(name, key)
        : key.Equals(name, StringComparison.OrdinalIgnoreCase) || key.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase);
}
