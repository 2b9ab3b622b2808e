using System.Globalization;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8012: a whole number is within its limits, and greater or less than that of another setting.</summary>
internal sealed class IntegerSetting : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        foreach (var setting in readiness.Demanded<IntegerDemand>())
        {
            if (Read(setting.Value.Value) is not { } number)
            {
                yield return At(setting, "is no whole number, so the app stops or takes another one. Write digits alone.");
                continue;
            }

            var (min, max, lesser, greater) = setting.Demand;
            if (number < min || number > max)
                yield return At(setting, $"is not {Describe(min, max)}, as readiness.json requires. Set it so.");
            if (lesser is not null && number <= Read(readiness, lesser))
                yield return At(setting, $"must be greater than '{lesser}', and is not. Change one of the two.");
            if (greater is not null && number >= Read(readiness, greater))
                yield return At(setting, $"must be less than '{greater}', and is not. Change one of the two.");
        }
    }

    private static Finding At(DemandedSetting<IntegerDemand> setting, string fault) =>
        GateRules.SettingValue.At(setting.Value.Position, $"'{setting.Name}' {fault}");

    private static string Describe(long? min, long? max) => (min, max) switch
    {
        (null, _) => $"{max} or less",
        (_, null) => $"{min} or more",
        _ => $"from {min} to {max}",
    };

    private static long? Read(Readiness readiness, string setting) => readiness.ValueOf(setting) is { } value ? Read(value.Value) : null;

    private static long? Read(string? text) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
