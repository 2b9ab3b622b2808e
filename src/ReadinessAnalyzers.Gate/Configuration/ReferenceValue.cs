using System.Text;

namespace ReadinessAnalyzers.Gate.Configuration;

/// <summary>
/// Recognises a value that says, as a whole or in a part, only where the real one will come from: a text goes in; what it refers to, in
/// words that may be shown, or null comes out.
/// </summary>
/// <remarks>
/// The marks of a reference may stand in a password, and what looks like a name is then half of a secret. So a name is shown only where the
/// value is one reference and nothing else, and the name is one that somebody gave and nobody drew at random.
/// </remarks>
internal static class ReferenceValue
{
    /// <summary>What stands for a reference in <see cref="WithoutReferences"/>.</summary>
    public const char Unknown = '\uFFFC';

    private const int LongestName = 60;
    private const int LongestWord = 16;
    private const int MostDigits = 3;

    private static readonly Marker[] Markers =
    [
        new("@Microsoft.KeyVault(", ")", "Key Vault secret"), // Azure App Service
        new("@Microsoft.AppConfiguration(", ")", "key of App Configuration"),
        new("${", "}", "variable") { BehindName = ":-?+" },                     // shells, Docker Compose, envsubst
        new("#{", "}#", "token") { InName = ".- ", BehindName = "|" },          // replace tokens
        new("#{", "}", "token") { InName = ".- ", BehindName = "|" },           // Octopus Deploy
        new("$(", ")", "variable") { InName = ".-" },                           // Azure Pipelines, Kubernetes
        new("{{", "}}", "template value") { InName = ".- ", BehindName = "|" }, // Helm, Jinja
    ];

    public static bool Is(string? value) => Find(value) is not null;

    /// <param name="value">The value, as the app would see it.</param>
    /// <param name="keepsDollars">Whether nothing replaces variables in it, so that a dollar sign is one.</param>
    public static string? Find(string? value, bool keepsDollars = false)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;

        var text = value!.Trim();
        foreach (var marker in Markers)
        {
            if (!(keepsDollars && marker.Start[0] == '$') && marker.ContentIn(text) is { } content)
                return Named(marker.Noun, marker.Around(content) == text ? NameIn(content, marker) : "");
        }

        return IsReplaceToken(text) ? Named("token", text.Trim('_')) : null;
    }

    /// <summary>What is literally there: the text with <see cref="Unknown"/> in the place of each reference, also of a bare <c>$NAME</c>.</summary>
    public static string WithoutReferences(string text)
    {
        var known = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var length = LengthAt(text, at);
            known.Append(length > 0 ? Unknown : text[at]);
            at += Math.Max(length, 1);
        }

        return known.ToString();
    }

    /// <summary>The words for a reference, with its name if that may be shown.</summary>
    public static string Named(string noun, string name) => IsName(name) ? $"{noun} '{name}'" : $"a {noun}";

    /// <summary>Whether the text looks like a name that somebody gave: of words in one case or in CamelCase, digits at their ends only.</summary>
    public static bool IsName(string text) =>
        text.Any(char.IsLetter)
        && text.Length <= LongestName
        && text.Split('_', '-', '.', ' ').All(IsWord)
        && SecretMask.Apply(text) == text;

    private static bool IsWord(string text)
    {
        var letters = text.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        if (text.Length - letters.Length > MostDigits || !letters.All(letter => letter < 128 && char.IsLetter(letter)))
            return false;
        if (letters.All(char.IsUpper) || letters.All(char.IsLower))
            return letters.Length <= LongestWord;

        // CamelCase, of words that are as long as those of a language
        var words = letters.Count(char.IsUpper) + (char.IsLower(letters[0]) ? 1 : 0);
        var hasCapitalsInARow = letters.Skip(1).Zip(letters, (letter, before) => char.IsUpper(letter) && char.IsUpper(before)).Any(isPair => isPair);
        return !hasCapitalsInARow && char.IsLower(letters[letters.Length - 1]) && letters.Length >= 3 * words;
    }

    private static string NameIn(string content, Marker marker)
    {
        if (marker.Start[0] != '@')
        {
            var text = content.Trim(' ', '-'); // {{- .Values.key -}}
            var end = NameEnd(text, 0, marker.InName);
            return end == text.Length || marker.BehindName.IndexOf(text[end]) >= 0 ? text.Substring(0, end).Trim() : "";
        }

        // SecretUri=https://shop.vault.azure.net/secrets/stripe-key/ or VaultName=shop;SecretName=stripe-key
        foreach (var before in new[] { "SecretName=", "/secrets/", "Key=" })
        {
            if (content.IndexOf(before, StringComparison.OrdinalIgnoreCase) is >= 0 and var start)
                return content.Substring(start + before.Length, NameEnd(content, start + before.Length, ".-") - start - before.Length);
        }

        return "";
    }

    private static int NameEnd(string text, int start, string others)
    {
        while (start < text.Length && (char.IsLetterOrDigit(text[start]) || text[start] == '_' || others.IndexOf(text[start]) >= 0))
            start++;
        return start;
    }

    /// <summary><c>__TOKEN__</c>, the whole value.</summary>
    private static bool IsReplaceToken(string value) =>
        value.Length > 4
        && value.StartsWith("__", StringComparison.Ordinal)
        && value.EndsWith("__", StringComparison.Ordinal)
        && NameEnd(value, 0, ".-") == value.Length;

    private static int LengthAt(string text, int at)
    {
        var marker = Markers.FirstOrDefault(marker => string.CompareOrdinal(text, at, marker.Start, 0, marker.Start.Length) == 0);
        return marker is null ? Sources.ShellVariable.LengthAt(text, at) : marker.LengthAt(text, at);
    }

    /// <summary>How one kind of placeholder begins and ends, and what stands between.</summary>
    private sealed record Marker(string Start, string End, string Noun)
    {
        /// <summary>What a name may hold beside letters, digits and underscores.</summary>
        public string InName { get; init; } = "";

        /// <summary>What may follow a name: a default value, a filter.</summary>
        public string BehindName { get; init; } = "";

        public string? ContentIn(string value)
        {
            var start = value.IndexOf(Start, StringComparison.Ordinal);
            if (start < 0)
                return null;

            start += Start.Length;
            var end = value.IndexOf(End, start, StringComparison.Ordinal);
            return end < 0 ? null : value.Substring(start, end - start);
        }

        public string Around(string content) => Start + content + End;

        /// <summary>How long the placeholder is that begins there, others within it included: <c>${A:-${B}}</c>. One without an end takes all that follows.</summary>
        public int LengthAt(string text, int at)
        {
            var (open, close, depth) = (Start[Start.Length - 1], End[0], 0);
            for (var end = at; end < text.Length; end++)
            {
                if (text[end] == open)
                    depth++;
                else if (text[end] == close && --depth == 0)
                    return end + 1 - at;
            }

            return text.Length - at;
        }
    }
}
