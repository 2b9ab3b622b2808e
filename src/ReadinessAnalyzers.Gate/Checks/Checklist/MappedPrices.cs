using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks.Checklist;

/// <summary>The plans with their prices, from the section and from settings of their own.</summary>
internal static class MappedPrices
{
    /// <summary>Whether readiness.json says where prices are.</summary>
    /// <param name="readiness">What was read.</param>
    /// <param name="mapped">Those whose price can be seen.</param>
    /// <param name="isWhole">Whether there is any and that is all of them.</param>
    public static bool TryFind(Readiness readiness, out List<MappedPrice> mapped, out bool isWhole)
    {
        (mapped, isWhole) = ([], false);
        if (readiness.Input is not { Policy.Prices: { } prices, Configuration: var configuration })
            return false;

        var map = PriceMap.Of(prices, configuration);
        var shared = prices.Shared is { Reason: not null } ? PriceMap.SharedOf(prices, configuration) : null;
        var all = Below(prices.Section, map).ToList();
        if (shared is not null)
            all.AddRange(Below(prices.Shared!.Section, shared));

        var areAllThere = true;
        foreach (var required in prices.Required)
        {
            if (required.Setting is null)
                areAllThere &= map.Maps(required.Plan) || shared?.Maps(required.Plan) == true;
            else if (configuration.TryGet(required.Setting, out var value) && !value.IsMissing)
                all.Add(new(required.Plan, value));
            else
                areAllThere = false;
        }

        mapped = [.. all.Where(price => IsSeen(price.Value, readiness))];
        isWhole = mapped.Count > 0 && mapped.Count == all.Count && areAllThere && configuration.IsComplete
            && map is { Unseen: null, Broken: null } && shared is null or { Unseen: null, Broken: null };
        return true;
    }

    private static IEnumerable<MappedPrice> Below(string section, PriceMap map) =>
        map.Entries.Select(value => new MappedPrice(value.Key.Substring(section.Length + 1).Replace(':', '.'), value));

    private static bool IsSeen(ConfigurationValue value, Readiness readiness) =>
        value is { Reference: null, IsStandIn: false } && readiness.Input.Policy.DeferralOf(value.Key) is null;
}

/// <summary>A plan, such as <c>pro.monthly</c>, and the value that holds its price.</summary>
internal sealed record MappedPrice(string Plan, ConfigurationValue Value);
