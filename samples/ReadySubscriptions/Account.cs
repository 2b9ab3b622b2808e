namespace ReadySubscriptions;

/// <summary>A customer's subscription as Stripe last told it.</summary>
/// <param name="SubscriptionId">Its id at Stripe.</param>
/// <param name="Status">Its status at Stripe.</param>
public sealed record Account(string SubscriptionId, string Status)
{
    /// <summary>Plan and interval; null once the subscription has ended.</summary>
    public string? Plan { get; init; }

    /// <summary>The plan that a downgrade waits for.</summary>
    public string? PendingPlan { get; init; }

    /// <summary>Whether a payment failed and no later one went through.</summary>
    public bool IsInDunning { get; init; }

    /// <summary>Whether the bank waits for the customer to confirm a payment.</summary>
    public bool NeedsAuthentication { get; init; }

    /// <summary>Whether the customer gets what the plan offers; while Stripe tries the card again, they do.</summary>
    public bool HasAccess => Status switch
    {
        "active" or "trialing" or "past_due" => true,
        "unpaid" or "incomplete" or "incomplete_expired" or "canceled" or "paused" => false,
        _ => false,
    };

    /// <summary>What the page shows above all else.</summary>
    public string? Banner => this switch
    {
        { NeedsAuthentication: true } => "Your bank asks you to confirm a payment.",
        { IsInDunning: true } => "Your last payment failed. Please use another card.",
        _ => null,
    };
}
