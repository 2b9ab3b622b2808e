namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>Finds <c>$NAME</c> and <c>${NAME}</c>, which shells and Compose replace: a text goes in, words for the first one come out, or null.</summary>
internal static class ShellVariable
{
    public static string? In(string text)
    {
        for (var at = text.IndexOf('$'); at >= 0; at = text.IndexOf('$', at + 1))
        {
            if (At(text, at) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>The variable that begins at <paramref name="at"/>.</summary>
    public static string? At(string text, int at)
    {
        if (text[at] != '$' || at + 1 >= text.Length)
            return null;

        var start = text[at + 1] == '{' ? at + 2 : at + 1;
        var end = start;
        while (end < text.Length && (text[end] == '_' || (text[end] < 128 && char.IsLetter(text[end])) || (end > start && char.IsDigit(text[end]))))
            end++;
        return end > start ? $"variable '{text.Substring(start, end - start)}'" : null;
    }
}
