using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8016: a secret serves one setting of one environment.</summary>
internal sealed class UniqueSecret : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        var secrets = new HashSet<ConfigurationValue>(readiness.Demanded<SecretDemand>().Select(setting => setting.Value));
        var published = readiness.Input.OtherPublishedValues.ToLookup(value => value.Value, StringComparer.Ordinal);
        foreach (var same in secrets.Concat(StripeSecrets(readiness)).Distinct().GroupBy(value => value.Value, StringComparer.Ordinal))
        {
            var first = same.OrderBy(value => secrets.Contains(value)).ThenBy(value => value.Position).First();
            foreach (var other in same.Where(value => value != first && secrets.Contains(value)))
            {
                yield return GateRules.WeakSecret.At(
                    other.Position, $"'{other.Key}' and '{first.Key}' hold the same secret, so who learns one has both. Give each its own.");
            }
        }

        foreach (var secret in secrets)
        {
            if (published[secret.Value].FirstOrDefault() is { } other)
            {
                yield return GateRules.WeakSecret.At(
                    secret.Position, $"'{secret.Key}' holds what '{other.Key}' holds in {Path.GetFileName(other.Position.Path)}, so whoever has that file has the secret of production. Make a new one.");
            }
        }
    }

    private static IEnumerable<ConfigurationValue> StripeSecrets(Readiness readiness) =>
        from present in readiness.PresentSettings
        where (present.Setting.IsUsedAs(SettingFact.Roles.SecretKey) || present.Setting.IsUsedAs(SettingFact.Roles.WebhookSecret)) && !present.Value.IsStandIn
        select present.Value;
}
