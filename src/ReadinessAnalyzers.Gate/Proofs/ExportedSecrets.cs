using ReadinessAnalyzers.Gate.Configuration.Sources;

namespace ReadinessAnalyzers.Gate.Proofs;

/// <summary>
/// RDY9035: secrets in an export. Stripe returns the secret of a webhook endpoint once, when the endpoint is made; a file with that answer must
/// never be tracked.
/// </summary>
internal static class ExportedSecrets
{
    private const int ShortestBody = 8;
    private const int MostTold = 20;

    public static IEnumerable<Finding> In(string path, string text, StripeExport? export)
    {
        var told = new HashSet<int>();
        foreach (var secret in StripeSecret.FindAll(text).Take(MostTold))
        {
            var position = PositionOf(secret.Start, path, text);
            if (told.Add(position.Line))
                yield return Finding(position, secret.Key.ToString());
        }

        foreach (var endpoint in export?.Objects.Where(item => item.Kind == StripeObject.WebhookEndpoint) ?? [])
        {
            if (endpoint.Text("secret") is { } value && IsReal(value) && told.Add(endpoint.PositionOf("secret").Line))
                yield return Finding(endpoint.PositionOf("secret"), "webhook secret (whsec_…)");
        }
    }

    private static Finding Finding(FilePosition position, string what) => GateRules.SecretInEvidence.At(
        position, $"A {what} stands in evidence, which is committed. Roll the secret, and take it out of the file and its history.");

    /// <summary>Whether it is more than a mask or a placeholder.</summary>
    private static bool IsReal(string secret) =>
        StripeKey.TryParse(secret, out var key) && secret.Skip(key.Prefix.Length).TakeWhile(char.IsLetterOrDigit).Count() >= ShortestBody;

    private static FilePosition PositionOf(int start, string path, string text) =>
        new(path, text.Take(start).Count(c => c == '\n') + 1, start - (start == 0 ? -1 : text.LastIndexOf('\n', start - 1)));
}
