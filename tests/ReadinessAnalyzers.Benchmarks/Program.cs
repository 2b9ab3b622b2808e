using ReadinessAnalyzers.Benchmarks;

// report            measures everything and writes docs/benchmarks.md
// text, webhook …   measures one part and prints it
Dictionary<string, Func<Section>> parts = new()
{
    ["text"] = MicroBenchmarks.TextPass,
    ["webhook"] = MicroBenchmarks.WebhookFlow,
    ["analyzers"] = AnalyzerCost.Measure,
    ["compile"] = WholeCompile.Measure,
    ["publish"] = WholePublish.Measure,
};

switch (args)
{
    case [ColdGate.Command, var furtherProjects]:
        ColdGate.Run(int.Parse(furtherProjects));
        return 0;
    case ["report"]:
        Report.Write(parts.Values.Select(measure => measure()));
        return 0;
    case [var part] when parts.TryGetValue(part, out var measure):
        Console.WriteLine(measure().ToMarkdown());
        return 0;
    default:
        Console.Error.WriteLine($"One of: report, {string.Join(", ", parts.Keys)}");
        return 1;
}
