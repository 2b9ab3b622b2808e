namespace ReadinessAnalyzers.Practice;

/// <summary>Compares what the rules reported with what people found: a true report, a missed fault, a false alarm, or nobody's judgement yet.</summary>
internal sealed class Score(IReadOnlyCollection<string> rules, IReadOnlyList<Label> labels, IReadOnlyList<Sighting> sightings)
{
    private static readonly string[] Verdicts = ["false", "missed", "unlabelled", "true"];

    private sealed record Line(string Rule, string Verdict, string Place, string Label);

    public void Print(TextWriter output)
    {
        var lines = sightings.Select(Judge).Concat(Missed).ToList();
        foreach (var line in lines.OrderBy(line => line.Rule, StringComparer.Ordinal).ThenBy(line => Array.IndexOf(Verdicts, line.Verdict)))
            output.WriteLine($"{line.Rule,-8} {line.Verdict,-10} {line.Place}  {line.Label}".TrimEnd());

        output.WriteLine($"\n{"rule",-8} {"true",10} {"missed",10} {"false",10} {"unlabelled",10}");
        foreach (var rule in rules.Order(StringComparer.Ordinal))
            output.WriteLine($"{rule,-8} {Count(rule, "true"),10} {Count(rule, "missed"),10} {Count(rule, "false"),10} {Count(rule, "unlabelled"),10}");

        foreach (var awaited in labels.Where(label => label.Expected.Count > 0 && !label.Expected.Any(rules.Contains)).CountBy(label => label.Name))
            output.WriteLine($"no rule yet for {awaited.Value} x {awaited.Key}");

        int Count(string rule, string verdict) => lines.Count(line => line.Rule == rule && line.Verdict == verdict);
    }

    // A member may hold a fault and something right; the report is about the fault.
    private Line Judge(Sighting sighting)
    {
        var here = labels.Where(sighting.IsAt).ToList();
        var (verdict, label) =
            here.Find(label => label.Expected.Contains(sighting.Rule)) is { } fault ? ("true", fault)
            : here.Find(label => label.Forbidden.Contains(sighting.Rule)) is { } right ? ("false", right)
            : ("unlabelled", null);
        return new(sighting.Rule, verdict, $"{sighting.Repository} {sighting.Path}:{sighting.Line}", label?.Name ?? "");
    }

    /// <summary>Faults that none of their rules reported, charged to each of these that exists.</summary>
    private IEnumerable<Line> Missed =>
        from label in labels
        where !sightings.Any(sighting => label.Expected.Contains(sighting.Rule) && sighting.IsAt(label))
        from rule in label.Expected.Where(rules.Contains)
        select new Line(rule, "missed", $"{label.Repository} {label.Path}:{label.Line}", label.Name);
}
