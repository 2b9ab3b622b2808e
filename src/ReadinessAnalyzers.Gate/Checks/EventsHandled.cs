using ReadinessAnalyzers.Gate.Checklist;
using ReadinessAnalyzers.Gate.CompileLogs;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>
/// RDY2010: some code of the publish handles each event type that readiness.json requires, and none handles what it leaves out of
/// <c>only</c>. Where code chooses by the type in a way that nobody can follow, what is missing may be handled there: a warning.
/// </summary>
internal sealed class EventsHandled : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        var input = readiness.Input;
        // Without all logs nobody knows what is handled.
        if (input.Policy.Events is not { } events || !input.HasAllLogs)
            return [];
        var handlers = input.Logs.SelectMany(log => log.EventHandlers).Distinct().OrderBy(handler => handler.Position).ToArray();
        var handled = new HashSet<string>(handlers.SelectMany(handler => handler.Types), StringComparer.Ordinal);
        var misspelt = events.Required.Concat(events.Only).Where(named => named.Types.Any(type => IsMisspelt(type, handled))).ToArray();
        var missing = events.Required.Except(misspelt).Where(named => !named.Types.Any(handled.Contains)).ToArray();
        return
        [
            .. misspelt.SelectMany(named => named.Types.Where(type => IsMisspelt(type, handled)).Select(type => Misspelt(type, named.Position))),
            .. missing.Length > 0 ? [Missing(missing, handlers, events, input)] : Array.Empty<Finding>(),
            .. events.HasOnly ? handlers.SelectMany(handler => Unlisted(handler, events)) : [],
        ];
    }

    // A name that the code uses too is newer, or the fault is the code's: RDY2009.
    private static bool IsMisspelt(string type, HashSet<string> handled) =>
        !StripeEventTypes.Contains(type) && !StripeEventTypes.IsThin(type) && !handled.Contains(type) && NearestEventType.To(type) is not null;

    private static Finding Misspelt(string type, FilePosition position) =>
        GateRules.EventsHandled.At(position, $"'{type}' is no event type of Stripe. Write '{NearestEventType.To(type)}'.");

    private static Finding Missing(NamedEvent[] missing, EventHandling[] handlers, EventPolicy events, GateInput input)
    {
        var (names, one) = ($"'{string.Join("', '", missing.Select(named => named.Type)).Replace("|", "' or '")}'", missing.Length == 1);
        if (handlers.Length == 0)
        {
            return GateRules.EventsHandled.At(
                events.Position, $"readiness.json requires {names}, and no code was found in which Stripe events arrive.");
        }

        var elsewhere = handlers.Where(handler => handler.IsOpen || handlers.All(other => other.Types.Count == 0)).ToArray();
        return elsewhere.Length == 0
            ? GateRules.EventsHandled.At(
                events.Position,
                $"No code handles {names}, which readiness.json requires. Handle {(one ? "it" : "them")}, or "
                    + OfProfile.WayOut(missing.Select(named => named.Position), ProfileDemands.HandledEvents, $"take {(one ? "it" : "them")} off the list", input))
            : GateRules.EventsHandled.At(
                events.Position,
                $"No code was found to compare an event's type with {names}, which readiness.json requires. "
                    + $"It may be handled where the choice cannot be followed: {string.Join(", ", elsewhere.Select(handler => Place(handler, input)))}.",
                FindingSeverity.Warning);
    }

    private static IEnumerable<Finding> Unlisted(EventHandling handler, EventPolicy events)
    {
        var unlisted = handler.Types.Except(events.Only.Concat(events.Required).SelectMany(named => named.Types)).ToArray();
        if (unlisted.Length > 0)
        {
            yield return GateRules.EventsHandled.At(
                handler.Position,
                $"Code handles '{string.Join("', '", unlisted)}', which readiness.json does not list under 'only'. "
                    + "Remove the code, or list the event.");
        }
    }

    private static string Place(EventHandling handler, GateInput input) =>
        $"{RelativePath.From(input.ProjectFile, handler.Position.Path)}:{handler.Position.Line}";
}
