using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>
/// RDY8012: a list of event types is that of the types that the code handles. Where code chooses by the type in a way that nobody can
/// follow, it may handle more.
/// </summary>
internal sealed class AllowedEvents : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        // Without all logs nobody knows what is handled.
        if (!readiness.Input.HasAllLogs)
            yield break;

        var handlers = readiness.Input.Logs.SelectMany(log => log.EventHandlers).ToArray();
        var handled = new SortedSet<string>(handlers.SelectMany(handler => handler.Types), StringComparer.Ordinal);
        var isOpen = handlers.Any(handler => handler.IsOpen);
        foreach (var setting in readiness.Demanded<HandledEventsDemand>())
        {
            var listed = ListedItems.Of(setting.Values, ListedItems.Separators);
            if (listed.FirstOrDefault(item => item.Text.IndexOf('*') >= 0) is { } any)
            {
                yield return At(any.Value, "lets every type in with a '*'. Write out the types that the code handles.");
                continue;
            }

            var isWhole = setting.Values.Count == readiness.Input.Configuration.ValuesOf(setting.Name).Count;
            var missing = handled.Where(type => listed.All(item => item.Text != type)).ToArray();
            if (isWhole && missing.Length > 0)
                yield return At(setting.Value, $"lacks '{string.Join("', '", missing)}', which the code handles, so the code never sees {(missing.Length == 1 ? "it" : "them")}. Add what is missing, or remove the code.");

            var surplus = listed.Where(item => !handled.Contains(item.Text)).ToArray();
            if (surplus.Length > 0 && !isOpen)
                yield return At(surplus[0].Value, $"lists {(surplus.Length == 1 ? "a type" : $"{surplus.Length} types")} of events that no code handles. Handle what is listed, or take it off the list.");

            Finding At(ConfigurationValue value, string fault) => GateRules.SettingValue.At(value.Position, $"'{setting.Name}' {fault}");
        }
    }
}
