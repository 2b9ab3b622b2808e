namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>Recognises a value that only says where the real one will come from.</summary>
internal static class ReferenceValue
{
    // No credential has these characters in it, so a marker anywhere in the value is enough.
    private static readonly (string Start, string End)[] Markers =
    [
        ("@Microsoft.KeyVault(", ")"), // Azure App Service
        ("${", "}"),                   // shells, Docker Compose, envsubst
        ("#{", "}"),                   // Octopus Deploy, replace tokens
        ("$(", ")"),                   // Azure Pipelines, Kubernetes
    ];

    public static bool Is(string value) => Markers.Any(marker => Holds(value, marker)) || IsReplaceToken(value.Trim());

    private static bool Holds(string value, (string Start, string End) marker) =>
        value.IndexOf(marker.Start, StringComparison.Ordinal) is >= 0 and var start
        && value.IndexOf(marker.End, start, StringComparison.Ordinal) >= 0;

    /// <summary><c>__TOKEN__</c>, the whole value.</summary>
    private static bool IsReplaceToken(string value) =>
        value.Length > 4 && value.StartsWith("__", StringComparison.Ordinal) && value.EndsWith("__", StringComparison.Ordinal);
}
