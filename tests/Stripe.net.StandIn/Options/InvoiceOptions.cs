namespace Stripe;

public class InvoiceCreateOptions : BaseOptions
{
    public bool? AutoAdvance { get; set; }

    public string CollectionMethod { get; set; }

    public string Currency { get; set; }

    public string Customer { get; set; }

    public long? DaysUntilDue { get; set; }

    public string Description { get; set; }

    public DateTime? DueDate { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public string Subscription { get; set; }
}

public class InvoiceUpdateOptions : BaseOptions
{
    public bool? AutoAdvance { get; set; }

    public string CollectionMethod { get; set; }

    public string Description { get; set; }

    public DateTime? DueDate { get; set; }

    public Dictionary<string, string> Metadata { get; set; }
}

public class InvoiceCreatePreviewOptions : BaseOptions
{
    public string Currency { get; set; }

    public string Customer { get; set; }

    public string Subscription { get; set; }

    public InvoiceSubscriptionDetailsOptions SubscriptionDetails { get; set; }
}

public class InvoiceFinalizeOptions : BaseOptions
{
    public bool? AutoAdvance { get; set; }
}

public class InvoicePayOptions : BaseOptions
{
    public bool? Forgive { get; set; }

    public bool? OffSession { get; set; }

    public bool? PaidOutOfBand { get; set; }

    public string PaymentMethod { get; set; }

    public string Source { get; set; }
}

public class InvoiceAttachPaymentOptions : BaseOptions
{
    public string PaymentIntent { get; set; }
}

public class InvoiceListOptions : ListOptions
{
    public string CollectionMethod { get; set; }

    public DateRangeOptions Created { get; set; }

    public string Customer { get; set; }

    public string Status { get; set; }

    public string Subscription { get; set; }
}

public class InvoiceAddLinesOptions : BaseOptions;

public class InvoiceDeleteOptions : BaseOptions;

public class InvoiceGetOptions : BaseOptions;

public class InvoiceMarkUncollectibleOptions : BaseOptions;

public class InvoiceRemoveLinesOptions : BaseOptions;

public class InvoiceSearchOptions : SearchOptions;

public class InvoiceSendOptions : BaseOptions;

public class InvoiceUpdateLinesOptions : BaseOptions;

public class InvoiceVoidOptions : BaseOptions;

public class InvoiceSubscriptionDetailsOptions
{
    public bool? CancelAtPeriodEnd { get; set; }

    public List<InvoiceSubscriptionDetailsItemOptions> Items { get; set; }

    public string ProrationBehavior { get; set; }

    public DateTime? ProrationDate { get; set; }
}

public class InvoiceSubscriptionDetailsItemOptions
{
    public bool? Deleted { get; set; }

    public string Id { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public string Price { get; set; }

    public long? Quantity { get; set; }
}
