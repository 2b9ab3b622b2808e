using ReadinessAnalyzers.Gate.CompileLogs;

namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>
/// The smallest readiness.json that answers what the gate asks of an app and keeps what it has: every missing setting is deferred; the plans
/// that production maps to prices, the events that the code handles and the instruments that it records are required from now on.
/// </summary>
internal sealed record PolicyDraft
{
    private const string Schema =
        "https://raw.githubusercontent.com/ReadinessAnalyzers/ReadinessAnalyzers/main/src/ReadinessAnalyzers.Package/schema/readiness.schema.json";

    private const int LongestLine = 120;

    public IReadOnlyList<string> Deferred { get; private init; } = [];

    public RequiredPrices? Prices { get; private init; }

    public IReadOnlyList<string> Events { get; private init; } = [];

    public IReadOnlyList<string> Instruments { get; private init; } = [];

    /// <summary>What readiness.json lacks, which need not exist.</summary>
    public static PolicyDraft For(Readiness readiness)
    {
        var policy = readiness.Input.Policy;
        return new()
        {
            Deferred = [.. readiness.SettingsThatAre(SettingOutcome.Missing).Select(setting => setting.Name).Distinct(StringComparer.OrdinalIgnoreCase)],
            Prices = policy.Prices is null ? PriceSection.Find(readiness) : null,
            Events = policy.Events is null ? [.. EventsOf(readiness.Input.Logs)] : [],
            Instruments = policy.Telemetry is null ? [.. InstrumentsOf(readiness.Input)] : [],
        };
    }

    public bool IsEmpty => !Members().Any();

    public string ToJson() => "{\n" + string.Join(",\n", new[] { $"  \"$schema\": {JsonText.Quote(Schema)}" }.Concat(Members())) + "\n}\n";

    /// <summary>The members without the braces around them, for somebody who adds them to a file that exists.</summary>
    public IEnumerable<string> Members()
    {
        if (Prices is { Section: "Stripe:Prices" } usual)
            yield return Line("  \"prices\": ", PlansOf(usual), "");
        else if (Prices is { } other)
            yield return Line($"  \"prices\": {{ \"section\": {JsonText.Quote(other.Section)}, \"required\": ", PlansOf(other), " }");
        if (Events.Count > 0)
            yield return Line("  \"events\": ", Events, "");
        if (Instruments.Count > 0)
            yield return Line("  \"telemetry\": { \"instruments\": ", Instruments, " }");

        var deferred = string.Join(",\n", Deferred.Select(name => $"    {JsonText.Quote(name)}: \"set by the host\""));
        if (Deferred.Count > 0)
            yield return "  \"deferred\": {\n" + deferred + "\n  }";
    }

    // What is nearly the name of an event is a slip that another rule tells of.
    private static IEnumerable<string> EventsOf(IReadOnlyList<CompileLog> logs) => logs
        .SelectMany(log => log.EventHandlers)
        .SelectMany(handler => handler.Types)
        .Where(type => StripeEventTypes.Contains(type) || StripeEventTypes.IsThin(type) || NearestEventType.To(type) is null)
        .Distinct()
        .OrderBy(type => type, StringComparer.Ordinal);

    // Of metrics that nobody exports none can be required.
    private static IEnumerable<string> InstrumentsOf(GateInput input)
    {
        var telemetry = new TelemetryAcrossProjects(input);
        return !telemetry.IsExported(TelemetryFact.Signals.Metrics) && !telemetry.IsOutOfSight
            ? []
            : telemetry.Of(TelemetryFact.Kinds.Instrument)
                .Where(instrument => instrument.Name.Length > 0 && !NamePattern.IsPattern(instrument.Name) && telemetry.IsUsed(instrument))
                .Select(instrument => instrument.Name)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .OrderBy(name => name, StringComparer.Ordinal);
    }

    private static IReadOnlyList<string> PlansOf(RequiredPrices prices) => [.. prices.Required.Select(price => price.Plan)];

    /// <summary>A list in one line, or one text a line where that is too long.</summary>
    private static string Line(string before, IEnumerable<string> texts, string after)
    {
        var quoted = texts.Select(JsonText.Quote).ToArray();
        var line = $"{before}[{string.Join(", ", quoted)}]{after}";
        return line.Length <= LongestLine ? line : $"{before}[\n    {string.Join(",\n    ", quoted)}\n  ]{after}";
    }
}
