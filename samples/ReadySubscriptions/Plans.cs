using Microsoft.Extensions.Options;
using Stripe;

namespace ReadySubscriptions;

/// <summary>What is sold: <c>basic</c>, <c>pro</c> and <c>team</c>, each by the month and by the year, at the configured prices.</summary>
public sealed class Plans(IOptions<StripeOptions> options)
{
    // From the smallest to the largest.
    private static readonly string[] Tiers = ["basic", "pro", "team"];

    internal string? PriceOf(string plan) => options.Value.Prices.GetValueOrDefault(plan);

    internal string? PlanOf(Subscription subscription) =>
        options.Value.Prices.FirstOrDefault(plan => plan.Value == subscription.Items.Data[0].Price.Id).Key;

    /// <summary>Whether a change gives the customer less, so that it waits until what is paid for is used up.</summary>
    internal static bool IsDowngrade(string from, string to) => Rank(to) < Rank(from);

    private static int Rank(string plan) =>
        (2 * Array.IndexOf(Tiers, plan.Split('.')[0])) + (plan.EndsWith(".yearly", StringComparison.Ordinal) ? 1 : 0);
}
