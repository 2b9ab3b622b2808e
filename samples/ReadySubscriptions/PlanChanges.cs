using Stripe;

namespace ReadySubscriptions;

/// <summary>
/// Moves a subscription to another plan: up at once, for the difference; down when what is paid for is used up. Until then the
/// subscription is set to end, with the plan that follows noted on it, and <see cref="Reconciliation"/> applies that in time.
/// </summary>
internal sealed class PlanChanges(IStripeClient stripe, Plans plans, Accounts accounts)
{
    private const string PendingPlan = "pending_plan";

    private readonly SubscriptionService _subscriptions = new(stripe);

    public static string? PendingPlanOf(Subscription subscription) =>
        subscription.CancelAtPeriodEnd && subscription.Metadata?.GetValueOrDefault(PendingPlan) is { Length: > 0 } plan ? plan : null;

    /// <summary>What a change to a higher plan would cost today.</summary>
    public async Task<Invoice> PreviewAsync(string customer, Account account, string price, CancellationToken cancellationToken)
    {
        BillingTelemetry.Preview.Add(1);
        var item = await ItemOfAsync(account, cancellationToken);
        var preview = new InvoiceCreatePreviewOptions
        {
            Customer = customer,
            Subscription = account.SubscriptionId,
            SubscriptionDetails = new() { Items = [new() { Id = item.Id, Price = price }], ProrationBehavior = "always_invoice" },
        };
        return await new InvoiceService(stripe).CreatePreviewAsync(preview, cancellationToken: cancellationToken);
    }

    public async Task UpgradeAsync(Account account, string price, Guid changeId, CancellationToken cancellationToken)
    {
        var item = await ItemOfAsync(account, cancellationToken);
        var upgrade = new SubscriptionUpdateOptions
        {
            Items = [new() { Id = item.Id, Price = price }],
            ProrationBehavior = "always_invoice",
            CancelAtPeriodEnd = false,
            Metadata = new() { [PendingPlan] = "" },
        };
        accounts.Take(await _subscriptions.UpdateAsync(account.SubscriptionId, upgrade, Once($"upgrade-{changeId}"), cancellationToken));
        BillingTelemetry.Change.Add(1);
    }

    public async Task ScheduleDowngradeAsync(Account account, string plan, Guid changeId, CancellationToken cancellationToken)
    {
        var downgrade = new SubscriptionUpdateOptions { CancelAtPeriodEnd = true, Metadata = new() { [PendingPlan] = plan } };
        accounts.Take(await _subscriptions.UpdateAsync(account.SubscriptionId, downgrade, Once($"downgrade-{changeId}"), cancellationToken));
        BillingTelemetry.DowngradeScheduled.Add(1);
    }

    /// <summary>Applies the downgrades of all subscriptions whose period ends before the limit, and returns how many there were.</summary>
    public async Task<int> ApplyDueDowngradesAsync(DateTimeOffset limit, CancellationToken cancellationToken)
    {
        var applied = 0;
        var active = new SubscriptionListOptions { Status = "active", Limit = 100 };
        await foreach (var subscription in _subscriptions.ListAutoPagingAsync(active, cancellationToken: cancellationToken))
        {
            var item = subscription.Items.Data[0];
            if (PendingPlanOf(subscription) is not { } plan || plans.PriceOf(plan) is not { } price || item.CurrentPeriodEnd > limit)
            {
                continue;
            }

            var downgrade = new SubscriptionUpdateOptions
            {
                Items = [new() { Id = item.Id, Price = price }],
                ProrationBehavior = "none",
                CancelAtPeriodEnd = false,
                Metadata = new() { [PendingPlan] = "" },
            };
            var once = Once($"apply-{subscription.Id}-{item.CurrentPeriodEnd:yyyyMMddHHmmss}");
            accounts.Take(await _subscriptions.UpdateAsync(subscription.Id, downgrade, once, cancellationToken));
            BillingTelemetry.DowngradeApplied.Add(1);
            applied++;
        }

        return applied;
    }

    private static RequestOptions Once(string key) => new() { IdempotencyKey = key };

    private async Task<SubscriptionItem> ItemOfAsync(Account account, CancellationToken cancellationToken) =>
        (await _subscriptions.GetAsync(account.SubscriptionId, cancellationToken: cancellationToken)).Items.Data[0];
}
