namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8004: what the code verifies webhook signatures with must be a webhook signing secret.</summary>
internal sealed class WebhookSecretForm : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        foreach (var (setting, value) in readiness.PresentSettings)
        {
            var isKey = StripeKey.TryParse(value.Value, out var key) && !value.IsPlaceholderCredential;
            if (setting.IsUsedAs(SettingFact.Roles.WebhookSecret) && !(isKey && key.Kind == StripeKeyKind.WebhookSecret))
            {
                yield return GateRules.WebhookSecretForm.At(
                    value.Position,
                    $"'{setting.Name}' holds {FoundKey.Describe(value)} where the code needs a webhook signing secret (whsec_…), "
                        + "so every webhook would be refused. "
                        + (value.Origin.Ships
                            ? $"Remove it here and let the host supply the endpoint's signing secret; then {Deferral.Of(setting.Name, readiness.Input)}."
                            : "Set the signing secret of the endpoint."));
            }
        }
    }
}
