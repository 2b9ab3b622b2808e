using ReadinessAnalyzers.Gate.Configuration;

namespace ReadinessAnalyzers.Gate.Requirements;

/// <summary>Finds the section in which an app keeps its price mapping, for readiness.json's first draft.</summary>
internal static class PriceSection
{
    private const string Name = ":Prices";

    /// <summary>
    /// The one section called <c>Prices</c> in which every value is the price of a plan and an interval; null when there is none, or when
    /// several could be meant.
    /// </summary>
    public static RequiredPrices? Find(GateInput input)
    {
        var sections = input.Configuration.Values
            .Where(value => !value.IsMissing && SectionOf(value.Key).Length > 0)
            .GroupBy(value => SectionOf(value.Key), StringComparer.OrdinalIgnoreCase)
            .Where(section => section.All(IsPlansPrice))
            .ToArray();

        if (sections.Length != 1)
            return null;

        var prices = sections[0].OrderBy(value => value.Position).Select(value => new RequiredPrice(PlanOf(value.Key), value.Position));
        return new(sections[0].Key, [.. prices]);
    }

    private static bool IsPlansPrice(ConfigurationValue value) =>
        value.Value?.StartsWith("price_", StringComparison.Ordinal) == true && PlanOf(value.Key).Contains('.');

    private static string SectionOf(string key) =>
        key.IndexOf(Name + ":", StringComparison.OrdinalIgnoreCase) is > 0 and var start ? key.Substring(0, start + Name.Length) : "";

    private static string PlanOf(string key) => key.Substring(SectionOf(key).Length + 1).Replace(':', '.');
}
