using ReadinessAnalyzers.Gate.Configuration;

namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>Finds the section in which an app keeps its price mapping, for readiness.json's first draft.</summary>
internal static class PriceSection
{
    private const string Name = ":Prices";

    /// <summary>
    /// The one section called <c>Prices</c>, or else the one from which the code was seen to pick prices, in which every value is the price of
    /// a plan and an interval; null when there is none, or when several could be meant.
    /// </summary>
    public static RequiredPrices? Find(Readiness readiness)
    {
        var values = readiness.Input.Configuration.Values;
        return OnlyMap(values.Select(value => SectionOf(value.Key)), values)
            ?? OnlyMap(readiness.Settings.Where(setting => setting.IsUsedAs(SettingFact.Roles.PriceMap)).Select(setting => setting.Name), values);
    }

    private static RequiredPrices? OnlyMap(IEnumerable<string> sections, IReadOnlyCollection<ConfigurationValue> values)
    {
        var maps = sections
            .Where(section => section.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(section => (Section: section, Prices: new PriceMap(section, values).Entries.ToArray()))
            .Where(map => map.Prices.Length > 0 && map.Prices.All(price => IsPlansPrice(price, map.Section)))
            .ToArray();
        return maps.Length == 1
            ? new(maps[0].Section, [.. maps[0].Prices.Select(price => new RequiredPrice(PlanOf(price, maps[0].Section), price.Position))])
            : null;
    }

    private static bool IsPlansPrice(ConfigurationValue value, string section) =>
        value.Value?.StartsWith("price_", StringComparison.Ordinal) == true && PlanOf(value, section).Contains('.');

    private static string SectionOf(string key) =>
        key.IndexOf(Name + ":", StringComparison.OrdinalIgnoreCase) is > 0 and var start ? key.Substring(0, start + Name.Length) : "";

    private static string PlanOf(ConfigurationValue value, string section) => value.Key.Substring(section.Length + 1).Replace(':', '.');
}
