using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>
/// RDY8005: production maps every plan that readiness.json requires to a price of its own. Without the member <c>prices</c> there
/// is nothing to ask: many apps keep prices elsewhere.
/// </summary>
internal sealed class PriceMapping : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        var input = readiness.Input;
        if (input.Policy.Prices is not { } prices || !input.Configuration.IsComplete)
            return [];

        var map = PriceMap.Of(prices, input.Configuration);
        var shared = PriceMap.SharedOf(prices, input.Configuration);
        var findings = new List<Finding>(MissingPlans(prices, map, shared, input));
        if (prices.Shared is { Reason: null })
            findings.AddRange(NotWanted(prices.Shared, shared!));
        if ((map.Broken ?? shared?.Broken) is not null)
            findings.AddRange(Broken(map, shared));

        var live = map.Entries.ToList();
        if (HasOwnSettings(prices))
        {
            findings.AddRange(MissingSettings(prices, input));
            live.AddRange(OwnSettings(prices, input).Except(live));
        }

        var known = live.Where(value => value.Reference is null && input.Policy.DeferralOf(value.Key) is null).ToArray();
        findings.AddRange(SharedPrices(known));
        findings.AddRange(WrongValues(known));
        if (prices.Shared?.Reason is not null)
            findings.AddRange(WrongValues(shared!.Entries.Where(value => value.Reference is null)));
        return findings;
    }

    private static IEnumerable<Finding> MissingPlans(RequiredPrices prices, PriceMap map, PriceMap? shared, GateInput input)
    {
        var missing = prices.Required
            .Where(required => required.Setting is null)
            .Select(required => required.Plan)
            .Where(plan => !map.Maps(plan) && !(shared?.Maps(plan) ?? false) && !PriceMap.KeysOf(prices.Section, plan).Append(prices.Section).Any(key => IsDeferred(key, input)))
            .ToArray();
        var plans = string.Join(", ", missing.Select(plan => $"'{plan}'"));
        if (missing.Length > 0)
        {
            yield return GateRules.PriceMapping.At(
                input.Configuration.PositionForMissing(prices.Section + ":", input.Policy.File!),
                $"'{prices.Section}' maps no price to {plans}, which readiness.json requires.");
        }
    }

    private static IEnumerable<Finding> MissingSettings(RequiredPrices prices, GateInput input)
    {
        var missing = prices.Required.Where(required => required.Setting is { } setting && !input.Configuration.Exists(setting) && !IsDeferred(setting, input)).ToArray();
        if (missing.Length > 0)
        {
            yield return GateRules.PriceMapping.At(
                missing[0].Position,
                $"Production sets no price for {string.Join(", ", missing.Select(price => $"'{price.Plan}' ('{price.Setting}')"))}, which readiness.json requires.");
        }
    }

    private static bool IsDeferred(string setting, GateInput input) =>
        input.Policy.DeferralOf(setting) is not null || input.Configuration.Unseen(setting, isVariable: false) is not null;

    private static IEnumerable<Finding> NotWanted(SharedPrices shared, PriceMap map) =>
        from value in map.Entries.Concat(map.Broken is { } broken ? [broken] : []).Take(1)
        select GateRules.PriceMapping.At(
            value.Position,
            $"'{shared.Section}' holds prices for every mode, so production may sell what only test mode has. Remove it, or give the reason for it under 'shared' in readiness.json.");

    private static IEnumerable<Finding> Broken(params PriceMap?[] maps) =>
        from value in maps.Select(map => map?.Broken).OfType<ConfigurationValue>()
        select GateRules.PriceMapping.At(
            value.Position, $"'{value.Key}' holds no JSON object of plans and prices, such as {{\"pro.monthly\": \"price_…\"}}, so no plan has a price.");

    private static bool HasOwnSettings(RequiredPrices prices) => prices.Required.Any(required => required.Setting is not null);

    private static IEnumerable<ConfigurationValue> OwnSettings(RequiredPrices prices, GateInput input) =>
        from required in prices.Required
        let value = required.Setting is { } setting && input.Configuration.TryGet(setting, out var found) && !found.IsMissing ? found : null
        where value is not null
        select value;

    private static IEnumerable<Finding> WrongValues(IEnumerable<ConfigurationValue> prices) =>
        from value in prices
        where !value.Value!.StartsWith("price_", StringComparison.Ordinal) && !value.Value.StartsWith("plan_", StringComparison.Ordinal) // of before there were prices
        select GateRules.PriceMapping.At(
            value.Position,
            $"'{value.Key}' does not hold the id of a Stripe price, which begins with price_.");

    private static IEnumerable<Finding> SharedPrices(ConfigurationValue[] prices) =>
        from same in prices.GroupBy(value => value.Value, StringComparer.Ordinal)
        let first = same.First()
        from other in same.Skip(1)
        select GateRules.PriceMapping.At(
            other.Position,
            $"'{other.Key}' and '{first.Key}' hold the same price, so one of the two plans is charged wrongly.");
}
