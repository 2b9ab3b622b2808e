using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8003: no value that production uses is a test-mode key, whatever its setting is called and whoever reads it.</summary>
internal sealed class TestKeyInProduction : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        if (!readiness.Input.IsLive)
            yield break;

        // The checks of the slots tell more about these.
        var judged = new HashSet<string>(
            readiness.PresentSettings.Where(present => HasSlot(present.Setting)).Select(present => present.Value.Key),
            StringComparer.OrdinalIgnoreCase);

        foreach (var value in readiness.Input.Configuration.Values)
        {
            if (!judged.Contains(value.Key) && StripeKey.TryParse(value.Value, out var key) && key.Mode == StripeKeyMode.Test)
            {
                yield return GateRules.TestKeyInProduction.At(
                    value.Position,
                    $"'{value.Key}' holds {FoundKey.Describe(key)}; with it production talks to Stripe's test mode. "
                        + (value.Origin.Ships ? "Move it to appsettings.Development.json or user secrets." : "Take it out, or set the live one."));
            }
        }
    }

    private static bool HasSlot(RequiredSetting setting) =>
        setting.IsUsedAs(SettingFact.Roles.SecretKey)
        || setting.IsUsedAs(SettingFact.Roles.PublishableKey)
        || setting.IsUsedAs(SettingFact.Roles.WebhookSecret);
}
