namespace ReadinessAnalyzers.Facts.Credentials;

/// <summary>The name of the setting to which a place in a settings file belongs.</summary>
internal static class SettingName
{
    private static readonly string[] KeyAttributes = [" key=\"", " name=\""];

    /// <summary>The path of a JSON value with colons, or the key before the value on its line; null if neither shows.</summary>
    public static string? At(int place, string text, string path)
    {
        if (StringComparer.OrdinalIgnoreCase.Equals(Path.GetExtension(path), ".json"))
            return InJson(place, text);
        var lineStart = place == 0 ? 0 : text.LastIndexOf('\n', place - 1) + 1;
        var before = text.Substring(lineStart, place - lineStart);
        return before.IndexOf('<') >= 0 ? KeyAttributeOf(before) : KeyOf(before);
    }

    /// <summary>True if both name one setting, however they are written: <c>Stripe:SecretKey</c>, <c>STRIPE__SECRETKEY</c>.</summary>
    public static bool AreSame(string first, string second) =>
        StringComparer.OrdinalIgnoreCase.Equals(first.Replace("__", ":"), second.Replace("__", ":"));

    private static string? KeyAttributeOf(string element) => (
            from attribute in KeyAttributes
            let start = element.IndexOf(attribute, StringComparison.Ordinal) + attribute.Length
            where start >= attribute.Length && element.IndexOf('"', start) > start
            select element.Substring(start, element.IndexOf('"', start) - start))
        .FirstOrDefault();

    // NAME=value, export NAME=value, name: value and the list item "- NAME=value".
    private static string? KeyOf(string line)
    {
        var start = Alphabets.EndOfRun(line, 0, c => char.IsWhiteSpace(c) || c == '-');
        if (string.CompareOrdinal(line, start, "export ", 0, 7) == 0)
            start = Alphabets.EndOfRun(line, start + 7, c => c == ' ');
        var end = start;
        while (end < line.Length && (IsNamePart(line[end]) || line[end] == ':' && end + 1 < line.Length && IsNamePart(line[end + 1])))
            end++;
        var sign = Alphabets.EndOfRun(line, end, c => c == ' ');
        return end > start && sign < line.Length && line[sign] is ('=' or ':') ? line.Substring(start, end - start) : null;
    }

    private static bool IsNamePart(char c) => Alphabets.IsBase64Url(c) || c == '.';

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
