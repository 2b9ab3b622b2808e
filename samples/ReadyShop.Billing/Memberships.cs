using System.Collections.Concurrent;

namespace ReadyShop.Billing;

/// <param name="SubscriptionId">The subscription at Stripe.</param>
/// <param name="Status">Its status at Stripe.</param>
public sealed record Membership(string? SubscriptionId, string Status)
{
    public bool IsActive => Status is "active" or "trialing";

    /// <summary>What the page shows above all else.</summary>
    public string? Banner => Status == "past_due" ? "Your last payment failed. Please use another card." : null;
}

/// <summary>Who has paid. A shop with more than one instance keeps this in its database.</summary>
public sealed class Memberships
{
    private readonly ConcurrentDictionary<string, Membership> _byCustomer = new();

    public Membership? Find(string customer) => _byCustomer.GetValueOrDefault(customer);

    public bool IsActive(string customer) => Find(customer) is { IsActive: true };

    /// <param name="customer">The customer at Stripe.</param>
    /// <param name="status">The new status.</param>
    /// <param name="subscription">The subscription, where Stripe tells it.</param>
    internal void Set(string customer, string status, string? subscription = null) => _byCustomer.AddOrUpdate(
        customer,
        _ => new(subscription, status),
        (_, before) => new(subscription ?? before.SubscriptionId, status));
}
