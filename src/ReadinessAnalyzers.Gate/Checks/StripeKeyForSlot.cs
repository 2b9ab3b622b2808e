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
                    $"'{setting.Name}' holds {found}; production needs a live secret key (sk_live_… or rk_live_…). "
                        + (value.Origin.Ships
                            ? $"Remove it here and let the host supply the live key; then {Deferral.Of(setting.Name, readiness.Input)}."
                            : "Set the one of your live account."));
            }

            if (setting.IsUsedAs(SettingFact.Roles.PublishableKey) && !(isKey && IsPublishableKey(key, live)))
            {
                yield return GateRules.StripeKeyForSlot.At(
                    value.Position,
                    $"'{setting.Name}' holds {found}; production needs a live publishable key (pk_live_…). "
                        + "Set the one of your live account.");
            }
        }
    }

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
