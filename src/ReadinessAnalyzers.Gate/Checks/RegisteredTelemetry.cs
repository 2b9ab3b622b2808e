using ReadinessAnalyzers.Gate.CompileLogs;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>
/// RDY3004: each Meter and ActivitySource that the publish makes and uses is registered by some of its code. Where no code listens to any, an
/// agent around the app may: a warning. Where code that nobody sees may register it, nothing is said.
/// </summary>
internal sealed class RegisteredTelemetry : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        if (!readiness.Input.HasAllLogs)
            return [];
        var telemetry = new TelemetryAcrossProjects(readiness.Input);
        return telemetry.IsOutOfSight
            ? []
            : Unregistered(TelemetryFact.Kinds.Meter, TelemetryFact.Signals.Metrics, telemetry)
                .Concat(Unregistered(TelemetryFact.Kinds.ActivitySource, TelemetryFact.Signals.Traces, telemetry));
    }

    private static IEnumerable<Finding> Unregistered(string kind, string signal, TelemetryAcrossProjects telemetry) => telemetry.Of(kind)
        .Where(made => made.Name.Length > 0 && !NamePattern.IsPattern(made.Name) && telemetry.IsUsed(made) && !telemetry.IsRegistered(made, signal))
        .GroupBy(made => made.Name, StringComparer.OrdinalIgnoreCase)
        .Select(same => Finding(same.First(), signal, telemetry));

    private static Finding Finding(TelemetryPart made, string signal, TelemetryAcrossProjects telemetry)
    {
        var (thing, call, lost) = made.Kind == TelemetryFact.Kinds.Meter
            ? ("meter", "AddMeter", "what it measures")
            : ("activity source", "AddSource", "its activities");
        if (!telemetry.IsSetUp(signal))
        {
            return GateRules.RegisteredTelemetry.At(
                made.Position,
                $"No code of this publish listens to any {thing}, so {lost} reaches nobody: '{made.Name}'. "
                    + $"Register it with {call}(\"{made.Name}\"); if something outside of the code collects it, list it under 'telemetry', 'registered' in readiness.json.",
                FindingSeverity.Warning);
        }

        var near = NearestName.Misspelt(made.Name, telemetry.RegisteredNames(signal));
        return GateRules.RegisteredTelemetry.At(
            made.Position,
            $"No code registers the {thing} '{made.Name}', so {lost} {(made.Kind == TelemetryFact.Kinds.Meter ? "is" : "are")} never exported. "
                + $"Add {call}(\"{made.Name}\"){(near is null ? "." : $"; '{near}' is registered, is one of the two misspelt?")}");
    }
}
