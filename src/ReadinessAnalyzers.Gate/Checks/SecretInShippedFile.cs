namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>
/// RDY8006: no published file holds a real Stripe secret, in force or not. A test key is left out: what it opens holds no money,
/// and where production would use it the other checks speak.
/// </summary>
internal sealed class SecretInShippedFile : ICheck
{
    private const int MostOfOneFile = 20;
    private const string Remedy = "Roll the secret in Stripe's dashboard, remove it here, and let the host supply the new one.";

    public IEnumerable<Finding> Run(Readiness readiness)
    {
        var named = new HashSet<FilePosition>();
        var published = readiness.Input.Configuration.AllValues.Where(value => value.Origin.Ships).Concat(readiness.Input.OtherPublishedValues);
        foreach (var value in published)
        {
            foreach (var secret in StripeSecret.FindAll(value.Value ?? ""))
            {
                if (secret.Key.Mode == StripeKeyMode.Test)
                    continue;

                named.Add(LineOf(value.Position));
                yield return GateRules.SecretInShippedFile.At(
                    value.Position, $"'{value.Key}' holds {FoundKey.Describe(secret.Key)}, and this file is published with the app. {Remedy}");
                break; // one value, one finding
            }
        }

        // Comments, scripts and files that are no settings; a value found above is not said twice.
        foreach (var finding in In(readiness.Input.PublishedSecrets.Where(secret => !named.Contains(LineOf(secret.Position)))))
            yield return finding;
    }

    /// <summary>What is to be said of secrets in the text of published files: of each file the first ones.</summary>
    public static IEnumerable<Finding> In(IEnumerable<PublishedSecret> secrets)
    {
        foreach (var file in secrets.Where(secret => secret.Key.Mode != StripeKeyMode.Test).GroupBy(secret => secret.Position.Path, StringComparer.Ordinal))
        {
            var (told, more) = (0, file.Count() - MostOfOneFile);
            foreach (var secret in file.Take(MostOfOneFile))
            {
                var rest = ++told == MostOfOneFile && more > 0 ? $" {more} more stand below." : "";
                yield return GateRules.SecretInShippedFile.At(
                    secret.Position, $"This line holds {FoundKey.Describe(secret.Key)}, and this file is published with the app. {Remedy}{rest}");
            }
        }
    }

    private static FilePosition LineOf(FilePosition position) => position with { Column = 1 };
}
