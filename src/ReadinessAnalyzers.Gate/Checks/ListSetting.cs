using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8012: a list has the items that readiness.json names, and no others where it names them all.</summary>
internal sealed class ListSetting : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        foreach (var setting in readiness.Demanded<ListDemand>())
        {
            // With one of the items out of sight, nobody knows what the list lacks.
            var isWhole = setting.Values.Count == readiness.Input.Configuration.ValuesOf(setting.Name).Count;
            var items = ListedItems.Of(setting.Values, ListedItems.Separators);
            var missing = setting.Demand.Items.Where(wanted => !items.Any(item => Same(item, wanted))).ToArray();
            if (isWhole && missing.Length > 0)
            {
                yield return GateRules.SettingValue.At(
                    setting.Value.Position, $"'{setting.Name}' lacks '{string.Join("', '", missing)}', which readiness.json requires. Add what is missing.");
            }

            if (setting.Demand.IsWhole && items.FirstOrDefault(item => !setting.Demand.Items.Any(wanted => Same(item, wanted))) is { } other)
            {
                yield return GateRules.SettingValue.At(
                    other.Value.Position, $"'{setting.Name}' holds more than the items that readiness.json names. Remove the others, or name them.");
            }
        }
    }

    private static bool Same(ListedItem item, string wanted) => item.Text.Equals(wanted, StringComparison.OrdinalIgnoreCase);
}
