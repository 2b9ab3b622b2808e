namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>Recognises <c>[parameters('stripeKey')]</c> and every other expression of a template: a text goes in, words for it come out, or null.</summary>
internal static class ArmExpression
{
    private static readonly string[] Functions = ["parameters", "variables", "reference"];

    public static string? Find(string? value)
    {
        if (value is null || !value.StartsWith("[", StringComparison.Ordinal) || value.StartsWith("[[", StringComparison.Ordinal) || !value.EndsWith("]", StringComparison.Ordinal))
            return null;

        foreach (var function in Functions)
        {
            var call = $"{function}('";
            var start = value.IndexOf(call, StringComparison.OrdinalIgnoreCase);
            if (start < 0)
                continue;

            start += call.Length;
            var end = start;
            while (end < value.Length && (char.IsLetterOrDigit(value[end]) || value[end] is '_' or '-'))
                end++;
            if (end > start && end < value.Length && value[end] == '\'')
                return $"{function.TrimEnd('s')} '{value.Substring(start, end - start)}' of the template";
        }

        return "an expression of the template";
    }
}
