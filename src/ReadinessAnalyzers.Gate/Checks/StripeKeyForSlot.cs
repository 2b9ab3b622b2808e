namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8002: what the code uses as secret or publishable key must be a live key of that kind.</summary>
internal sealed class StripeKeyForSlot : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        foreach (var (setting, value) in readiness.PresentSettings)
        {
            var isKey = StripeKey.TryParse(value.Value, out var key) && !value.IsPlaceholderCredential;
            var found = FoundKey.Describe(value);
            var live = readiness.Input.IsLive;

            if (setting.IsUsedAs(SettingFact.Roles.SecretKey) && !(isKey && IsSecretKey(key, live)))
            {
                yield return GateRules.StripeKeyForSlot.At(
                    value.Position,
                    $"'{setting.Name}' holds {found}; {(live ? "production needs a live secret key (sk_live_… or rk_live_…)" : "the code needs a secret key (sk_test_… or rk_test_…)")}. "
                        + (value.Origin.Ships
                            ? $"Remove it here and let the host supply the {(live ? "live " : "")}key; then {Deferral.Of(setting.Name, readiness.Input)}."
                            : $"Set the one of your {Account(live)}."));
            }

            if (setting.IsUsedAs(SettingFact.Roles.PublishableKey) && !(isKey && IsPublishableKey(key, live)))
            {
                yield return GateRules.StripeKeyForSlot.At(
                    value.Position,
                    $"'{setting.Name}' holds {found}; {(live ? "production needs a live publishable key (pk_live_…)" : "the code needs a publishable key (pk_test_…)")}. "
                        + $"Set the one of your {Account(live)}.");
            }
        }
    }

    private static string Account(bool live) => live ? "live account" : "test account or sandbox";

    private static bool IsPublishableKey(StripeKey key, bool live) =>
        key.Kind == StripeKeyKind.PublishableKey && (!live || key.Mode == StripeKeyMode.Live);

    // The mode of an organization key is not documented to stand in it, so only one that says "test" is refused.
    private static bool IsSecretKey(StripeKey key, bool live) => key.Kind switch
    {
        StripeKeyKind.SecretKey or StripeKeyKind.RestrictedKey => !live || key.Mode == StripeKeyMode.Live,
        StripeKeyKind.OrganizationKey => !live || key.Mode != StripeKeyMode.Test,
        _ => false,
    };
}
