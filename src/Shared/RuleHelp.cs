namespace ReadinessAnalyzers;

/// <summary>Where the page of a rule or of a gate check is read.</summary>
internal static class RuleHelp
{
    /// <summary>The page of <paramref name="id"/>: what is wrong, why it matters, how to fix it.</summary>
    public static string Link(string id) =>
        $"https://github.com/ReadinessAnalyzers/ReadinessAnalyzers/blob/main/docs/rules/{id}.md";
}
