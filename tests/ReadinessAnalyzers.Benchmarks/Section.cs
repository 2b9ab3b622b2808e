namespace ReadinessAnalyzers.Benchmarks;

/// <summary>One part of docs/benchmarks.md: what was measured, the figure to hold, the figure found, and the table behind it.</summary>
internal sealed record Section(string Title, string Target, string Found, string Notes, string[] Columns, IReadOnlyList<string[]> Rows)
{
    public string ToMarkdown() =>
        $"## {Title}\n\nTarget: {Target}. Found: {Found}.\n\n{Row(Columns)}{Row([.. Columns.Select((_, index) => index == 0 ? "---" : "--:")])}"
        + string.Concat(Rows.Select(Row)) + $"\n{Notes}\n";

    public static string Row(params string[] cells) => $"| {string.Join(" | ", cells)} |\n";
}
