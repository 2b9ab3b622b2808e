using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>
/// RDY8002 and RDY8004 for settings that only readiness.json names: what the checks of the slots do not ask, whether a key is a restricted one
/// where that is demanded, and whether it is long enough to be whole.
/// </summary>
internal sealed class DeclaredCredential : ICheck
{
    // Stripe's oldest keys have 24 characters behind the prefix.
    private const int ShortestBody = 24;

    public IEnumerable<Finding> Run(Readiness readiness)
    {
        foreach (var setting in readiness.Demanded<CredentialDemand>())
        {
            // Another kind or mode, or a placeholder, is the other checks' business.
            if (!StripeKey.TryParse(setting.Value.Value, out var key) || setting.Value.IsPlaceholderCredential || !Fits(key, setting.Demand.Role) || (readiness.Input.IsLive && key.Mode == StripeKeyMode.Test))
                continue;

            if (setting.Demand.IsRestricted && key.Kind != StripeKeyKind.RestrictedKey)
            {
                yield return GateRules.StripeKeyForSlot.At(
                    setting.Value.Position, $"'{setting.Name}' holds {FoundKey.Describe(key)}, which may do everything; readiness.json requires a restricted key ({(readiness.Input.IsLive ? "rk_live_…" : "rk_test_…")}). Make one in Stripe's dashboard.");
            }
            else if (setting.Value.Value!.Length < key.Prefix.Length + ShortestBody)
            {
                yield return RuleOf(setting.Demand.Role).At(
                    setting.Value.Position, $"'{setting.Name}' holds {FoundKey.Describe(key)} that is too short to be one of Stripe's, so every call would be refused. Copy the whole of it.");
            }
        }
    }

    private static bool Fits(StripeKey key, string role) => role switch
    {
        SettingFact.Roles.PublishableKey => key.Kind == StripeKeyKind.PublishableKey,
        SettingFact.Roles.WebhookSecret => key.Kind == StripeKeyKind.WebhookSecret,
        _ => key.Kind is StripeKeyKind.SecretKey or StripeKeyKind.RestrictedKey or StripeKeyKind.OrganizationKey,
    };

    private static FindingDescriptor RuleOf(string role) => role == SettingFact.Roles.WebhookSecret ? GateRules.WebhookSecretForm : GateRules.StripeKeyForSlot;
}
