using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks;

/// <summary>
/// RDY8005: the section that readiness.json names maps every required plan to a price of its own. Without the member <c>prices</c> there
/// is nothing to ask: many apps keep prices elsewhere.
/// </summary>
internal sealed class PriceMapping : ICheck
{
    public IEnumerable<Finding> Run(Readiness readiness)
    {
        var input = readiness.Input;
        return input.Policy.Prices is { } prices && input.Configuration.IsComplete
            ? [.. MissingPlans(prices, input), .. WrongValues(prices, input), .. SharedPrices(prices, input)]
            : [];
    }

    private static IEnumerable<Finding> MissingPlans(RequiredPrices prices, GateInput input)
    {
        // What a source leaves open may hold them all.
        if (input.Policy.DeferralOf(prices.Section) is not null || input.Configuration.Unseen(prices.Section, isVariable: false) is not null)
            yield break;

        var missing = prices.Required.Select(required => required.Plan).Where(plan => !IsMapped(prices.Section, plan, input)).ToArray();
        var plans = string.Join(", ", missing.Select(plan => $"'{plan}'"));
        if (missing.Length > 0)
        {
            yield return GateRules.PriceMapping.At(
                input.Configuration.PositionForMissing(prices.Section + ":", input.Policy.File!),
                $"'{prices.Section}' maps no price to {plans}, which readiness.json requires.");
        }
    }

    /// <summary>A plan may stand flat, <c>"pro.monthly": "price_…"</c>, or nested, <c>"pro": { "monthly": "price_…" }</c>.</summary>
    private static bool IsMapped(string section, string plan, GateInput input) =>
        new[] { $"{section}:{plan}", $"{section}:{plan.Replace('.', ':')}" }.Any(key =>
            input.Policy.DeferralOf(key) is not null || (input.Configuration.TryGet(key, out var value) && !value.IsMissing));

    private static IEnumerable<Finding> WrongValues(RequiredPrices prices, GateInput input) =>
        from value in Prices(prices, input)
        where !value.Value!.StartsWith("price_", StringComparison.Ordinal)
        select GateRules.PriceMapping.At(
            value.Position,
            $"'{value.Key}' does not hold the id of a Stripe price, which begins with price_.");

    private static IEnumerable<Finding> SharedPrices(RequiredPrices prices, GateInput input) =>
        from same in Prices(prices, input).GroupBy(value => value.Value, StringComparer.Ordinal)
        let first = same.First()
        from other in same.Skip(1)
        select GateRules.PriceMapping.At(
            other.Position,
            $"'{other.Key}' and '{first.Key}' hold the same price, so one of the two plans is charged wrongly.");

    private static IEnumerable<ConfigurationValue> Prices(RequiredPrices prices, GateInput input) =>
        input.Configuration.Values
            .Where(value => value.Key.StartsWith(prices.Section + ":", StringComparison.OrdinalIgnoreCase))
            .Where(value => !value.IsMissing && value.Reference is null)
            .OrderBy(value => value.Position);
}
