namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>
/// RDY8006: no published settings file holds a real Stripe secret, in force or not. A test key is left out: what it opens holds no money,
/// and where production would use it the other checks speak.
/// </summary>
internal sealed class SecretInShippedFile : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        foreach (var value in readiness.Input.Configuration.AllValues.Concat(readiness.Input.OtherPublishedValues))
        {
            foreach (var secret in StripeSecret.FindAll(value.Value ?? ""))
            {
                if (secret.Key.Mode == StripeKeyMode.Test)
                    continue;

                yield return GateRules.SecretInShippedFile.At(
                    value.Position,
                    $"'{value.Key}' holds {FoundKey.Describe(secret.Key)}, and this file is published with the app. "
                        + "Roll the secret in Stripe's dashboard, remove it here, and let the host supply the new one.");
                break; // one value, one finding
            }
        }
    }
}
