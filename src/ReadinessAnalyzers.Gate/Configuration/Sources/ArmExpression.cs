namespace ReadinessAnalyzers.Gate.Configuration.Sources;

/// <summary>
/// Recognises <c>[parameters('stripeKey')]</c> and every other expression of a template: a text goes in, words for it come out, or null. Only
/// where the expression is nothing else, it is told what it names: others hold texts of their own.
/// </summary>
internal static class ArmExpression
{
    private static readonly string[] Functions = ["parameters", "variables", "reference"];

    public static string? Find(string? value)
    {
        if (value is null || !value.StartsWith("[", StringComparison.Ordinal) || value.StartsWith("[[", StringComparison.Ordinal) || !value.EndsWith("]", StringComparison.Ordinal))
            return null;

        foreach (var function in Functions)
        {
            var (start, end) = ($"[{function}('", "')]");
            if (!value.StartsWith(start, StringComparison.OrdinalIgnoreCase) || !value.EndsWith(end, StringComparison.Ordinal) || value.Length <= start.Length + end.Length)
                continue;

            var name = value.Substring(start.Length, value.Length - start.Length - end.Length);
            if (ReferenceValue.IsName(name))
                return $"{function.TrimEnd('s')} '{name}' of the template";
        }

        return "an expression of the template";
    }
}
