namespace Stripe;

public class SubscriptionCreateOptions : BaseOptions
{
    public bool? CancelAtPeriodEnd { get; set; }

    public string CollectionMethod { get; set; }

    public string Currency { get; set; }

    public string Customer { get; set; }

    public long? DaysUntilDue { get; set; }

    public string DefaultPaymentMethod { get; set; }

    public List<SubscriptionItemOptions> Items { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public string PaymentBehavior { get; set; }

    public string ProrationBehavior { get; set; }

    public DateTime? TrialEnd { get; set; }

    public long? TrialPeriodDays { get; set; }
}

public class SubscriptionUpdateOptions : BaseOptions
{
    public SubscriptionAutomaticTaxOptions AutomaticTax { get; set; }

    public DateTime? CancelAt { get; set; }

    public bool? CancelAtPeriodEnd { get; set; }

    public string CollectionMethod { get; set; }

    public string DefaultPaymentMethod { get; set; }

    public List<SubscriptionItemOptions> Items { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public string PaymentBehavior { get; set; }

    public string ProrationBehavior { get; set; }

    public DateTime? ProrationDate { get; set; }

    public DateTime? TrialEnd { get; set; }
}

public class SubscriptionCancelOptions : BaseOptions
{
    public bool? InvoiceNow { get; set; }

    public bool? Prorate { get; set; }
}

public class SubscriptionListOptions : ListOptions
{
    public DateRangeOptions Created { get; set; }

    public string CollectionMethod { get; set; }

    public string Customer { get; set; }

    public string Price { get; set; }

    public string Status { get; set; }
}

public class SubscriptionResumeOptions : BaseOptions
{
    public string BillingCycleAnchor { get; set; }

    public string ProrationBehavior { get; set; }

    public DateTime? ProrationDate { get; set; }
}

public class SubscriptionDeleteDiscountOptions : BaseOptions;

public class SubscriptionGetOptions : BaseOptions;

public class SubscriptionMigrateOptions : BaseOptions;

public class SubscriptionSearchOptions : SearchOptions;

public class SubscriptionAutomaticTaxOptions
{
    public bool? Enabled { get; set; }
}

public class SubscriptionItemOptions
{
    public bool? Deleted { get; set; }

    public string Id { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public string Plan { get; set; }

    public string Price { get; set; }

    public long? Quantity { get; set; }
}
