using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8019: the setting that names the mode says live in production, and every key is of the mode that it names.</summary>
internal sealed class ModeAgreesWithKeys : ICheck
{
    private static readonly string[] Live = ["live", "production", "prod"];
    private static readonly string[] Test = ["test", "testing", "sandbox", "development", "dev"];

    public IEnumerable<Finding> Run(Readiness readiness)
    {
        foreach (var setting in readiness.Demanded<ModeDemand>())
        {
            var mode = Live.Contains(setting.Text, StringComparer.OrdinalIgnoreCase) ? StripeKeyMode.Live
                : Test.Contains(setting.Text, StringComparer.OrdinalIgnoreCase) ? StripeKeyMode.Test
                : StripeKeyMode.Unknown;
            if (mode == StripeKeyMode.Unknown || (mode == StripeKeyMode.Test && readiness.Input.IsLive))
            {
                yield return GateRules.ModeAndKeys.At(
                    setting.Value.Position,
                    mode == StripeKeyMode.Unknown
                        ? $"'{setting.Name}' names no mode of Stripe. Write live or test."
                        : $"'{setting.Name}' says test mode, in which nobody pays. Set it to live.");
                continue;
            }

            // A test key in production has a finding of its own.
            var others = readiness.Input.IsLive ? [] : KeysOfOtherModes(mode, readiness).ToArray();
            if (others.Length > 0)
            {
                yield return GateRules.ModeAndKeys.At(
                    setting.Value.Position, $"'{setting.Name}' says one mode, and {string.Join(", ", others)} {(others.Length == 1 ? "is a key" : "are keys")} of the other, so calls mix test and real money. Make them agree.");
            }
        }
    }

    private static IEnumerable<string> KeysOfOtherModes(StripeKeyMode mode, Readiness readiness) =>
        from value in readiness.Input.Configuration.Values
        where StripeKey.TryParse(value.Value, out var key) && key.Mode != StripeKeyMode.Unknown && key.Mode != mode
        orderby value.Position
        select $"'{value.Key}'";
}
