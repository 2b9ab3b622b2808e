using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ReadinessAnalyzers.Options;

namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary>A settings file among the project's AdditionalFiles, and the credentials in it.</summary>
internal static class SettingsFile
{
    // What is left out is input of other analyzers and generators; a Razor page, say, is read as the C# that it becomes.
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".json", ".config", ".xml", ".yml", ".yaml", ".env", ".ini", ".properties", ".conf", ".toml",
    };

    private static readonly string[] TemplateWords = ["example", "sample", "template", "dist"];

    public static bool Is(AdditionalText file) =>
        Extensions.Contains(Path.GetExtension(file.Path)) || Path.GetFileName(file.Path).ToLowerInvariant().StartsWith(".env", StringComparison.Ordinal);

    /// <summary>The Stripe secrets and other credentials of the file, each once, in the order of its text.</summary>
    public static IEnumerable<ExposedCredential> ReadAll(
        AdditionalText file, CredentialScanner scanner, AnalyzerOptions options, bool isTest, CancellationToken cancellation)
    {
        if (IsRepeated(file, options) || file.GetText(cancellation) is not { } source)
            yield break;
        var text = source.ToString();
        var stripe = StripeSecret.FindAll(text).Select(secret => (secret.Start, secret.Length, Kind: secret.Key.ToString(), Key: (StripeKey?)secret.Key)).ToList();
        var others = scanner.FindAll(text)
            .Where(other => !(other.Shape.IsSelfMade && isTest) && !(other.Shape.IsByName && IsTemplate(file)))
            .Where(other => !stripe.Any(secret => secret.Start < other.End && other.Start < secret.Start + secret.Length))
            .Select(other => (other.Start, other.Length, other.Shape.Kind, Key: (StripeKey?)null));
        foreach (var (start, length, kind, key) in stripe.Concat(others).OrderBy(found => found.Start))
        {
            var name = SettingName.At(start, text, file.Path);
            if (options.IsIgnored(key is null ? "RDY1004" : "RDY1003", file, name))
                continue;
            var span = new TextSpan(start, length);
            yield return new ExposedCredential(
                Location.Create(file.Path, span, source.Lines.GetLinePositionSpan(span)), ExposurePlace.SettingsFile, kind, Printable(name, scanner))
            {
                Stripe = key,
            };
        }
    }

    // .env.example, appsettings.template.json
    private static bool IsTemplate(AdditionalText file) => Path.GetFileName(file.Path).ToLowerInvariant().Split('.', '-', '_').Any(TemplateWords.Contains);

    // Two items may name one file.
    private static bool IsRepeated(AdditionalText file, AnalyzerOptions options)
    {
        var index = options.AdditionalFiles.IndexOf(file);
        return index > 0 && options.AdditionalFiles.Take(index).Any(other => other.Path == file.Path);
    }

    // People have pasted secrets into names, too.
    private static string? Printable(string? name, CredentialScanner scanner) =>
        name is null || StripeSecret.FindAll(name).Count > 0 || scanner.FindAll(name).Count > 0 ? null : name;
}
