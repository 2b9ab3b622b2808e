using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Configuration.Sources;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>
/// RDY8003 and RDY8016: production shares no webhook secret, whatever its setting is called, and none of the secrets that readiness.json names with
/// an environment whose fingerprint it names as well.
/// </summary>
internal sealed class SecretOfOtherEnvironment : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        var foreign = readiness.Input.NonProduction.Secrets;
        var judged = readiness.Input.Configuration.Values.Where(value => value is { Reference: null, IsStandIn: false, IsMissing: false }).OrderBy(value => value.Position);
        return WebhookSecrets(judged, foreign).Concat(Secrets(readiness, foreign));
    }

    private static IEnumerable<Finding> WebhookSecrets(IEnumerable<ConfigurationValue> values, IReadOnlyList<ForeignSecret> foreign) =>
        from value in values
        where value.Value!.IndexOf("whsec_", StringComparison.Ordinal) >= 0
        from item in ListedItems.Of([value], ListedItems.Separators)
        where StripeKey.TryParse(item.Text, out _)
        let same = foreign.FirstOrDefault(secret => secret.Is(item.Text))
        where same is not null
        select GateRules.TestKeyInProduction.At(
            value.Position,
            $"'{value.Key}' holds the webhook secret that '{same.Setting}' holds in {same.Environment}, as {same.File} tells, so the events of the live endpoint are refused and those of the other are believed. "
                + "Set the signing secret of the live endpoint.");

    private static IEnumerable<Finding> Secrets(Readiness readiness, IReadOnlyList<ForeignSecret> foreign) =>
        from value in readiness.Demanded<SecretDemand>().Select(setting => setting.Value)
        where !StripeKey.TryParse(value.Value, out _)
        let same = foreign.FirstOrDefault(secret => secret.Is(value.Value!))
        where same is not null
        select GateRules.WeakSecret.At(
            value.Position,
            $"'{value.Key}' holds the secret that '{same.Setting}' holds in {same.Environment}, as {same.File} tells, so whoever knows that one has the secret of production. Make a new one.");
}
