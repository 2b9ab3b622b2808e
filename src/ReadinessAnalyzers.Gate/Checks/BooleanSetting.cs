using System.Globalization;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8012: a switch is on or off as readiness.json says, however it is spelt.</summary>
internal sealed class BooleanSetting : ICheck
{
    // .NET reads true and false alone, but a switch that code reads by hand may know these.
    private static readonly string[] On = ["true", "yes", "on", "y", "t", "enabled", "enable"];
    private static readonly string[] Off = ["false", "no", "off", "n", "f", "disabled", "disable"];

    public IEnumerable<Finding> Run(Readiness readiness)
    {
        foreach (var setting in readiness.Demanded<BooleanDemand>())
        {
            var (isOn, wanted) = (Read(setting.Text), setting.Demand.Value);
            if (isOn is null)
            {
                yield return GateRules.SettingValue.At(
                    setting.Value.Position, $"'{setting.Name}' is neither true nor false, so nobody knows what the app makes of it. Write one of the two.");
            }
            else if (wanted is not null && isOn != wanted)
            {
                yield return GateRules.SettingValue.At(
                    setting.Value.Position,
                    wanted == true
                        ? $"'{setting.Name}' is off, and readiness.json says that production needs it on. Set it to true."
                        : $"'{setting.Name}' is on, and readiness.json says that production needs it off. Set it to false or remove it.");
            }
        }
    }

    private static bool? Read(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number != 0;

        return On.Contains(text, StringComparer.OrdinalIgnoreCase) ? true
            : Off.Contains(text, StringComparer.OrdinalIgnoreCase) ? false
            : null;
    }
}
