using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8012: two settings hold the same value, or different ones, as readiness.json says.</summary>
internal sealed class RelatedSettings : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness) => Unlike(readiness).Concat(Alike(readiness));

    private static IEnumerable<Finding> Unlike(Readiness readiness) =>
        from setting in readiness.Demanded<SameAsDemand>()
        where Holds(setting.Demand.Setting, setting.Value.Value, readiness) == false
        select GateRules.SettingValue.At(
            setting.Value.Position, $"'{setting.Name}' and '{setting.Demand.Setting}' hold different values, and readiness.json says that they are the same. Correct one of them.");

    private static IEnumerable<Finding> Alike(Readiness readiness) =>
        from setting in readiness.Demanded<DiffersFromDemand>()
        from other in setting.Demand.Settings
        where !SettingName.AreSame(other, setting.Name) && Holds(other, setting.Value.Value, readiness) == true
        select GateRules.SettingValue.At(
            setting.Value.Position, $"'{setting.Name}' and '{other}' hold the same value, and readiness.json says that they differ. Give each its own.");

    /// <summary>Null where the other one cannot be judged.</summary>
    private static bool? Holds(string setting, string? text, Readiness readiness) =>
        readiness.ValueOf(setting) is { } value ? string.Equals(value.Value, text, StringComparison.Ordinal) : null;
}
