using System.Globalization;
using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Proofs;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Checks.Checklist;

/// <summary>CAT-07: each price that production maps to a plan exists in Stripe, live and active, and is charged as often as the plan's name says.</summary>
/// <remarks>docs.stripe.com/api/prices/object: <c>active</c>, <c>livemode</c>, <c>recurring.interval</c>, <c>interval_count</c>, <c>usage_type</c>.</remarks>
internal sealed class ExportedPrices() : ExportedObjects(SignOffTerms.StripeExports.Prices, StripeObject.Price)
{
    private const string MeteredPrice = "CAT-06";

    private static readonly char[] Separators = ['.', ':', '_', '-', ' '];

    protected override StripeObject? Judge(Readiness readiness, IReadOnlyList<StripeObject> objects, Action<FilePosition, string> tell)
    {
        if (!MappedPrices.TryFind(readiness, out var mapped, out var isWhole))
            return null;

        mapped.AddRange(ValuesFor(MeteredPrice, readiness).Where(value => mapped.All(price => price.Value.Key != value.Key)).Select(value => new MappedPrice("metered", value)));
        var byId = objects.GroupBy(item => item.Text("id") ?? "", StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        var missing = new List<MappedPrice>();
        StripeObject? proof = null;
        foreach (var price in mapped)
        {
            if (byId.TryGetValue(price.Value.Value!.Trim(), out var found))
                JudgeOne(price, proof = found, tell);
            else
                missing.Add(price);
        }

        if (missing.Count > 0 && missing.Count == mapped.Count && Live(objects, tell).Count == 0)
            return null;
        if (missing.Count > 0)
            tell(missing[0].Value.Position, $"the export has no price with the id of {string.Join(", ", missing.Select(price => $"'{price.Value.Key}'"))}. Correct the id, or export the prices again");
        return isWhole ? proof : null;
    }

    private static void JudgeOne(MappedPrice price, StripeObject found, Action<FilePosition, string> tell)
    {
        if (!found.IsLive)
            tell(found.PositionOf("livemode"), $"the price of '{price.Plan}' is of test mode, so nobody can pay it. Map the plan to the live price");
        else if (!found.IsTrue("active"))
            tell(found.PositionOf("active"), $"the price of '{price.Plan}' is not active, so nobody can buy it. Activate it in Stripe, or map the plan to another one");
        else if (IntervalFault(price.Plan, found) is { } fault)
            tell(found.PositionOf("recurring.interval"), $"the price of '{price.Plan}' {fault}. Map the plan to the price that fits its name");
        else if (Words(price.Plan).Contains("metered") && found.Text("recurring.usage_type") != "metered")
            tell(found.PositionOf("recurring.usage_type"), $"the price of '{price.Plan}' is not metered, so usage is not charged. Map it to the metered price");
    }

    private static string? IntervalFault(string plan, StripeObject price)
    {
        var wanted = Words(plan).Select(IntervalOf).Where(interval => interval is not null).Distinct().ToArray();
        if (wanted.Length != 1)
            return null; // the name says nothing of it, or two things

        var actual = IntervalOf(price);
        return actual == wanted[0] ? null : actual switch
        {
            null => "is charged at an interval that is unknown here",
            "once" => "is charged once",
            _ => $"is charged every {actual}",
        };
    }

    /// <summary>The interval, such as <c>3 months</c>; null if it is none that Stripe has, which no message may show.</summary>
    private static string? IntervalOf(StripeObject price)
    {
        var interval = price.Text("recurring.interval");
        if (interval is not (null or "day" or "week" or "month" or "year") || !int.TryParse(price.Member("recurring.interval_count")?.Text ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return null;

        return (interval, count) switch
        {
            (null, _) => "once",
            ("month", 12) => "year",
            (_, 1) => interval,
            _ => $"{count} {interval}s",
        };
    }

    private static string? IntervalOf(string word) => word switch
    {
        "daily" or "day" => "day",
        "weekly" or "week" => "week",
        "monthly" or "month" => "month",
        "quarterly" or "quarter" => "3 months",
        "yearly" or "year" or "annual" or "annually" => "year",
        "once" or "lifetime" => "once",
        _ => null,
    };

    private static IEnumerable<string> Words(string plan) => plan.Split(Separators).Select(word => word.ToLowerInvariant());
}
