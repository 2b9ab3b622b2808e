namespace ReadinessAnalyzers.Gate.Configuration;

/// <summary>
/// Recognises a value that only says where the real one will come from: a text goes in; what it refers to, in words that may be shown, or
/// null comes out. Of the text itself no more is shown than a name.
/// </summary>
internal static class ReferenceValue
{
    private const int LongestName = 60;

    // No credential has these characters in it, so a marker anywhere in the value is enough.
    private static readonly Marker[] Markers =
    [
        new("@Microsoft.KeyVault(", ")", "Key Vault secret"), // Azure App Service
        new("@Microsoft.AppConfiguration(", ")", "App Configuration key"),
        new("${", "}", "variable"),                           // shells, Docker Compose, envsubst
        new("#{", "}", "token"),                              // Octopus Deploy, replace tokens
        new("$(", ")", "variable"),                           // Azure Pipelines, Kubernetes
        new("{{", "}}", "template value"),                    // Helm, Jinja
    ];

    public static bool Is(string? value) => Find(value) is not null;

    public static string? Find(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        foreach (var marker in Markers)
        {
            if (marker.ContentIn(value!) is { } content)
                return Describe(marker, content);
        }

        var token = value!.Trim();
        return IsReplaceToken(token) ? Named("token", token.Trim('_')) : null;
    }

    private static string Describe(Marker marker, string content)
    {
        if (marker.Start[0] != '@')
            return Named(marker.Noun, NameAt(content.TrimStart(), isShellName: marker.Start[0] == '$'));

        // SecretUri=https://shop.vault.azure.net/secrets/stripe-key/ or VaultName=shop;SecretName=stripe-key
        foreach (var before in new[] { "SecretName=", "/secrets/", "Key=" })
        {
            if (content.IndexOf(before, StringComparison.OrdinalIgnoreCase) is >= 0 and var start)
                return Named(marker.Noun, NameAt(content.Substring(start + before.Length), isShellName: false));
        }

        return Named(marker.Noun, "");
    }

    private static string Named(string noun, string name) => name.Length == 0 ? $"a {noun}" : $"{noun} '{name}'";

    // In ${NAME-default} what follows the name may be a value, so a dash only belongs to names that no shell knows.
    private static string NameAt(string text, bool isShellName)
    {
        var end = 0;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_' || (!isShellName && text[end] is '.' or '-' or ' ')))
            end++;

        var name = text.Substring(0, end).Trim();
        return name.Length <= LongestName ? name : "";
    }

    /// <summary><c>__TOKEN__</c>, the whole value.</summary>
    private static bool IsReplaceToken(string value) =>
        value.Length > 4 && value.StartsWith("__", StringComparison.Ordinal) && value.EndsWith("__", StringComparison.Ordinal);

    /// <summary>How one kind of placeholder begins and ends, and what stands between.</summary>
    private sealed record Marker(string Start, string End, string Noun)
    {
        public string? ContentIn(string value)
        {
            var start = value.IndexOf(Start, StringComparison.Ordinal);
            if (start < 0)
                return null;

            start += Start.Length;
            var end = value.IndexOf(End, start, StringComparison.Ordinal);
            return end < 0 ? null : value.Substring(start, end - start);
        }
    }
}
