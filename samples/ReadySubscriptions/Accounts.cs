using Stripe;

namespace ReadySubscriptions;

/// <summary>Who has subscribed. An app with more than one instance keeps this in its database.</summary>
public sealed class Accounts(Plans plans)
{
    private readonly Dictionary<string, Account> _byCustomer = [];
    private readonly Lock _lock = new();

    public Account? Find(string customer)
    {
        lock (_lock)
        {
            return _byCustomer.GetValueOrDefault(customer);
        }
    }

    internal void Add(string customer, Account account)
    {
        lock (_lock)
        {
            _byCustomer[customer] = account;
        }
    }

    /// <summary>Changes an account and returns it as it was; null, and no change, for a customer who has none.</summary>
    internal Account? Update(string customer, Func<Account, Account> change)
    {
        lock (_lock)
        {
            if (!_byCustomer.TryGetValue(customer, out var before))
            {
                return null;
            }

            _byCustomer[customer] = change(before);
            return before;
        }
    }

    /// <summary>Takes over what Stripe tells of a subscription, in an event or in an answer.</summary>
    internal void Take(Subscription subscription)
    {
        var plan = subscription.Status == "canceled" ? null : plans.PlanOf(subscription);
        var before = Update(subscription.CustomerId, account => account with
        {
            Status = subscription.Status,
            Plan = plan,
            PendingPlan = plan is null ? null : PlanChanges.PendingPlanOf(subscription),
        });
        if (before is not null && before.Plan != plan)
        {
            BillingTelemetry.PlanChanged.Add(1);
        }
    }
}
