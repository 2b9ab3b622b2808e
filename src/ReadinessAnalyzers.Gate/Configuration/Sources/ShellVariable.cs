namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>Finds <c>$NAME</c> and <c>${NAME}</c>, which shells and Compose replace: a text goes in, words for what it refers to come out, or null.</summary>
internal static class ShellVariable
{
    public static string? In(string text)
    {
        for (var at = text.IndexOf('$'); at >= 0; at = text.IndexOf('$', at + 1))
        {
            if (LengthAt(text, at) > 0)
                return Describe(text);
        }

        return null;
    }

    /// <summary>How many characters the variable has that begins there, up to the end of its name; 0 if none does.</summary>
    public static int LengthAt(string text, int at)
    {
        if (text[at] != '$' || at + 1 >= text.Length)
            return 0;

        var start = text[at + 1] == '{' ? at + 2 : at + 1;
        var end = start;
        while (end < text.Length && (text[end] == '_' || (text[end] < 128 && char.IsLetter(text[end])) || (end > start && char.IsDigit(text[end]))))
            end++;
        return end > start ? end - at : 0;
    }

    /// <summary>
    /// The words for a value in which a variable stands. Without braces a password that begins with a dollar sign looks the same, so the name is only
    /// told in capitals.
    /// </summary>
    public static string Describe(string value)
    {
        var name = value.TrimStart('$');
        var isName = value.Length - name.Length == 1 && LengthAt(value, 0) == value.Length && !name.Any(char.IsLower);
        return ReferenceValue.Find(value) ?? ReferenceValue.Named("variable", isName ? name : "");
    }
}
