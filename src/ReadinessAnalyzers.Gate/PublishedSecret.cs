using ReadinessAnalyzers.Gate.Configuration;

namespace ReadinessAnalyzers.Gate;

/// <summary>A Stripe secret in a file that is published with the app, wherever in its text; never its characters.</summary>
internal sealed record PublishedSecret(FilePosition Position, StripeKey Key)
{
    // Files that people write and browsers or servers read. Assemblies, images and archives are not searched.
    private static readonly HashSet<string> TextFiles = new(
        [".json", ".js", ".mjs", ".ts", ".html", ".htm", ".css", ".map", ".xml", ".config", ".txt", ".md", ".env", ".ini", ".yml", ".yaml", ".csv", ".sql", ".sh", ".ps1", ".properties", ""],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The secrets of a file, in the order of its text. None in a file that is no text, too large or cannot be read.</summary>
    public static IReadOnlyList<PublishedSecret> FindIn(string path)
    {
        try
        {
            return TextFiles.Contains(Path.GetExtension(path)) && SettingsText.ReadBytes(path) is { } bytes
                ? FindIn(path, new StreamReader(new MemoryStream(bytes)).ReadToEnd())
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return [];
        }
    }

    private static PublishedSecret[] FindIn(string path, string text) =>
    [
        .. from secret in StripeSecret.FindAll(text)
           let line = text.Take(secret.Start).Count(c => c == '\n') + 1
           let column = secret.Start - (text.LastIndexOf('\n', Math.Max(secret.Start - 1, 0)) is var end && secret.Start == 0 ? -1 : end)
           select new PublishedSecret(new FilePosition(path, line, column), secret.Key),
    ];
}
