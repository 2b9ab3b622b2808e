using ReadinessAnalyzers.Gate.Configuration;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>A list as apps write it: a JSON array in the settings file, one in a single text, or a text with separators.</summary>
internal static class ListedItems
{
    public static readonly char[] Separators = [',', ';', ' ', '\t', '\r', '\n'];

    /// <summary>The items, each as text with the value in which it stands; blank ones are left out.</summary>
    public static IReadOnlyList<ListedItem> Of(IReadOnlyList<ConfigurationValue> values, params char[] separators) =>
        [.. from value in values
            from text in TextsOf(value.Value!.Trim(), separators)
            where !string.IsNullOrWhiteSpace(text)
            select new ListedItem(text.Trim(), value)];

    private static IEnumerable<string> TextsOf(string text, char[] separators)
    {
        if (text[0] == '[')
        {
            try
            {
                return JsonValue.Parse(text).Items.Select(item => item.Text);
            }
            catch (JsonFormatException)
            {
                // then it is a text like any other
            }
        }

        return text.Split(separators);
    }
}

/// <summary>An item of a list, and the value in which it stands.</summary>
internal sealed record ListedItem(string Text, ConfigurationValue Value)
{
    /// <summary>The key only: the text may be a secret.</summary>
    public override string ToString() => Value.Key;
}
