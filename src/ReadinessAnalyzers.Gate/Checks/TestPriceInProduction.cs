using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>RDY8020: no setting of production, whatever it is called, holds a price of the map that readiness.json names as that of test mode.</summary>
internal sealed class TestPriceInProduction : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        var input = readiness.Input;
        if (!input.IsLive || input.Policy.Prices is not { Test: { } test } prices)
            return [];

        // In the section that production uses as well, only the files of other environments hold test prices.
        var isApart = !test.Equals(prices.Section, StringComparison.OrdinalIgnoreCase);
        var testPrices = new PriceMap(test, isApart ? input.Configuration.Values : [], isApart ? prices.Section : null).Entries
            .Concat(new PriceMap(test, input.OtherPublishedValues).Entries)
            .Where(value => value.Value?.StartsWith("price_", StringComparison.Ordinal) == true)
            .ToLookup(value => value.Value!, StringComparer.Ordinal);

        return
            from value in input.Configuration.Values.Where(value => !value.Key.Equals(prices.Section, StringComparison.OrdinalIgnoreCase))
                .Concat(new PriceMap(prices.Section, input.Configuration.Values).Entries)
                .Distinct()
            where !value.IsStandIn && !(isApart && SettingName.IsBelow(value.Key, test))
            let price = value.Value ?? ""
            where testPrices.Contains(price)
            select GateRules.TestPrice.At(
                value.Position,
                $"'{value.Key}' holds the price that '{testPrices[price].First().Key}' holds for test mode, which live mode does not know. Set the live one.");
    }
}
