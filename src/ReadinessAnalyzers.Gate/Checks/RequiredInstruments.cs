using ReadinessAnalyzers.Gate.Checklist;
using ReadinessAnalyzers.Gate.CompileLogs;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>
/// RDY3005: some code of the publish makes and records each instrument that readiness.json requires, and some code exports metrics. A name
/// that the code puts together at run time may be any that fits it.
/// </summary>
internal sealed class RequiredInstruments : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        if (readiness.Input.Policy.Telemetry is not { Instruments.Count: > 0 } policy || !readiness.Input.HasAllLogs)
            return [];
        var telemetry = new TelemetryAcrossProjects(readiness.Input);
        var made = telemetry.Of(TelemetryFact.Kinds.Instrument).ToArray();
        var missing = policy.Instruments.Where(required => !made.Any(instrument => NamePattern.Matches(instrument.Name, required.Name))).ToArray();
        var misspelt = missing.Where(required => NearestTo(required, made, policy) is not null).ToArray();
        return
        [
            .. misspelt.Select(required => Misspelt(required, NearestTo(required, made, policy)!)),
            .. NeverMade([.. missing.Except(misspelt)], policy, readiness.Input),
            .. policy.Instruments.Except(missing).Select(required => required.Name).Distinct().SelectMany(name => NeverRecorded(name, made, telemetry)),
            .. NeverExported(policy, telemetry),
        ];
    }

    // What is required itself was not meant by another name.
    private static string? NearestTo(NamedInstrument required, TelemetryPart[] made, TelemetryPolicy policy) => NearestName.Misspelt(
        required.Name, made.Select(instrument => instrument.Name).Where(name => !NamePattern.IsPattern(name)).Except(policy.Instruments.Select(other => other.Name)));

    private static Finding Misspelt(NamedInstrument required, string nearest) => GateRules.RequiredInstruments.At(
        required.Position, $"No code makes the instrument '{required.Name}', which readiness.json requires; did you mean '{nearest}'?");

    private static IEnumerable<Finding> NeverMade(NamedInstrument[] missing, TelemetryPolicy policy, GateInput input)
    {
        var names = missing.Select(required => required.Name).Distinct().ToArray();
        var (it, an) = names.Length == 1 ? ("it", "the instrument") : ("them", "the instruments");
        if (names.Length > 0)
        {
            yield return GateRules.RequiredInstruments.At(
                policy.Position,
                $"No code makes {an} '{string.Join("', '", names)}', which readiness.json requires. Create {it} on a meter and record to {it}, or "
                    + OfProfile.WayOut(missing.Select(required => required.Position), ProfileDemands.Instruments, $"take {it} off the list", input));
        }
    }

    private static IEnumerable<Finding> NeverRecorded(string name, TelemetryPart[] made, TelemetryAcrossProjects telemetry)
    {
        var all = made.Where(instrument => NamePattern.Matches(instrument.Name, name)).ToArray();
        if (!all.Any(telemetry.IsUsed))
        {
            yield return GateRules.RequiredInstruments.At(
                all[0].Position, $"The instrument '{name}', which readiness.json requires, is made here and never recorded, so it always says nothing. Record to it where it happens.");
        }
    }

    private static IEnumerable<Finding> NeverExported(TelemetryPolicy policy, TelemetryAcrossProjects telemetry)
    {
        // Who collects from outside of the code exports as well.
        if (!telemetry.IsExported(TelemetryFact.Signals.Metrics) && !telemetry.IsOutOfSight && policy.Registered.Count == 0)
        {
            yield return GateRules.RequiredInstruments.At(
                policy.Position,
                "readiness.json requires instruments, and no code exports metrics, so nobody will see them. "
                    + "Add an exporter to the meter provider, such as AddOtlpExporter(); if something outside of the code collects them, list their meters under 'telemetry', 'registered' in readiness.json.");
        }
    }
}
