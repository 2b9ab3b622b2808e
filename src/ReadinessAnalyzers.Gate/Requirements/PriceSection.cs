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
            .Where(section => section.All(value => value.Value!.StartsWith("price_", StringComparison.Ordinal) && PlanOf(value.Key).Contains('.')))
            .ToArray();

        return sections.Length != 1
            ? null
            : new(sections[0].Key, [.. from value in sections[0] orderby value.Position select new RequiredPrice(PlanOf(value.Key), value.Position)]);
    }

    private static string SectionOf(string key) =>
        key.IndexOf(Name + ":", StringComparison.OrdinalIgnoreCase) is > 0 and var start ? key.Substring(0, start + Name.Length) : "";

    private static string PlanOf(string key) => key.Substring(SectionOf(key).Length + 1).Replace(':', '.');
}
