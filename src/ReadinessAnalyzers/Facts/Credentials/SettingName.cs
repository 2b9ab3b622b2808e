using System.Text.RegularExpressions;

namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary>The name of the setting to which a place in a settings file belongs.</summary>
internal static class SettingName
{
    private static readonly Regex KeyAttribute = new(@"\b(?:key|name)\s*=\s*""(?<name>[^""]+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    // NAME=value, export NAME=value, name: value and the list item "- NAME=value".
    private static readonly Regex KeyOfLine = new(
        @"^[\s-]*(?:export\s+)?(?<name>[A-Za-z_][\w.:-]*?)\s*[=:]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>The path of a JSON value with colons, or the key before the value on its line; null if neither shows.</summary>
    public static string? At(int place, string text, string path)
    {
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            return InJson(place, text);
        var lineStart = place == 0 ? 0 : text.LastIndexOf('\n', place - 1) + 1;
        var before = text.Substring(lineStart, place - lineStart);
        var name = before.IndexOf('<') >= 0 ? KeyAttribute.Match(before) : KeyOfLine.Match(before);
        return name.Success ? name.Groups["name"].Value : null;
    }

    /// <summary>True if both name one setting, however they are written: <c>Stripe:SecretKey</c>, <c>STRIPE__SECRETKEY</c>.</summary>
    public static bool AreSame(string first, string second) =>
        string.Equals(first.Replace("__", ":"), second.Replace("__", ":"), StringComparison.OrdinalIgnoreCase);

    private static string? InJson(int place, string text)
    {
        try
        {
            var reader = new JsonReader(text);
            var path = new JsonPath();
            while (reader.Read() && reader.Start <= place)
            {
                path.MoveTo(reader);
                if (reader.Token == JsonToken.String && IsInside(text, reader.Start, place))
                    return path.ToString();
            }
            return null;
        }
        catch (JsonFormatException)
        {
            return null;
        }
    }

    // A comment behind the string does not belong to it.
    private static bool IsInside(string text, int quote, int place)
    {
        for (var at = quote + 1; at < place; at++)
        {
            if (text[at] == '\\')
                at++;
            else if (text[at] == '"')
                return false;
        }
        return true;
    }
}
