using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>
/// RDY8004 and RDY8018: each item of a list of webhook secrets is one, no two are the same, and while there is more than one, a setting
/// says until when.
/// </summary>
internal sealed class WebhookSecretRotation : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        foreach (var setting in readiness.Demanded<WebhookSecretsDemand>())
        {
            var secrets = ListedItems.Of(setting.Values, ListedItems.Separators);
            foreach (var other in secrets.Where(secret => !IsWebhookSecret(secret.Text) && !IsSaidElsewhere(secret.Text, readiness)))
            {
                yield return GateRules.WebhookSecretForm.At(
                    other.Value.Position,
                    $"'{other.Value.Key}' holds {FoundKey.Describe(other.Text)} where webhook signing secrets (whsec_…) belong, so no webhook would be verified with it. Set the signing secret of the endpoint.");
            }

            foreach (var again in secrets.GroupBy(secret => secret.Text, StringComparer.Ordinal).SelectMany(same => same.Skip(1).Take(1)))
            {
                yield return GateRules.WebhookSecretRotation.At(
                    again.Value.Position, $"'{setting.Name}' holds the same webhook secret twice, so there is no second one to change to. Remove one.");
            }

            if (readiness.Input.Configuration.ValuesOf(setting.Name).Count > 1 || secrets.Count > 1)
            {
                foreach (var finding in OpenEnd(setting, readiness))
                    yield return finding;
            }
        }
    }

    private static IEnumerable<Finding> OpenEnd(DemandedSetting<WebhookSecretsDemand> setting, Readiness readiness)
    {
        const string Why = "and as long as the old one is accepted, whoever has it can forge events";
        if (setting.Demand.RetireOn is not { } retireOn)
        {
            yield return GateRules.WebhookSecretRotation.At(
                setting.Value.Position, $"'{setting.Name}' holds several webhook secrets, {Why}. Name the setting that says until when under 'retireOn' in readiness.json.");
        }
        else if (!readiness.Input.Configuration.Exists(retireOn) && readiness.Input.Policy.DeferralOf(retireOn) is null && readiness.Input.Configuration.IsComplete)
        {
            yield return GateRules.WebhookSecretRotation.At(
                setting.Value.Position, $"'{setting.Name}' holds several webhook secrets, {Why}. Set '{retireOn}' to the day on which the old one goes.");
        }
        else if (readiness.ValueOf(retireOn) is { } value)
        {
            if (RecentDate.Read(value.Value) is not { } day)
                yield return GateRules.WebhookSecretRotation.At(value.Position, $"'{retireOn}' is no date of the form 2026-01-31, so nobody knows when the old webhook secret goes. Write it so.");
            else if (day <= readiness.Input.Today)
                yield return GateRules.WebhookSecretRotation.At(value.Position, $"'{retireOn}' has come, and '{setting.Name}' still holds several webhook secrets, {Why}. Remove the old one.");
        }
    }

    private static bool IsWebhookSecret(string text) => StripeKey.TryParse(text, out var key) && key.Kind == StripeKeyKind.WebhookSecret;

    // RDY8003 takes whatever is a test key.
    private static bool IsSaidElsewhere(string text, Readiness readiness) =>
        readiness.Input.IsLive && StripeKey.TryParse(text, out var key) && key.Mode == StripeKeyMode.Test;
}
