namespace Stripe.Checkout;

public class SessionCreateOptions : BaseOptions
{
    public bool? AllowPromotionCodes { get; set; }

    public SessionAutomaticTaxOptions AutomaticTax { get; set; }

    public string BillingAddressCollection { get; set; }

    public string CancelUrl { get; set; }

    public string ClientReferenceId { get; set; }

    public string Currency { get; set; }

    public string Customer { get; set; }

    public string CustomerEmail { get; set; }

    public List<SessionDiscountOptions> Discounts { get; set; }

    public DateTime? ExpiresAt { get; set; }

    public List<SessionLineItemOptions> LineItems { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public string Mode { get; set; }

    public SessionPaymentIntentDataOptions PaymentIntentData { get; set; }

    public List<string> PaymentMethodTypes { get; set; }

    public string ReturnUrl { get; set; }

    public SessionSubscriptionDataOptions SubscriptionData { get; set; }

    public string SuccessUrl { get; set; }

    public string UiMode { get; set; }
}

public class SessionUpdateOptions : BaseOptions
{
    public Dictionary<string, string> Metadata { get; set; }
}

public class SessionListOptions : ListOptions
{
    public DateRangeOptions Created { get; set; }

    public string Customer { get; set; }

    public string PaymentIntent { get; set; }

    public string Status { get; set; }

    public string Subscription { get; set; }
}

public class SessionExpireOptions : BaseOptions;

public class SessionGetOptions : BaseOptions;

public class SessionAutomaticTaxOptions
{
    public bool? Enabled { get; set; }
}

public class SessionDiscountOptions
{
    public string Coupon { get; set; }

    public string PromotionCode { get; set; }
}

public class SessionLineItemOptions
{
    public Dictionary<string, string> Metadata { get; set; }

    public string Price { get; set; }

    public SessionLineItemPriceDataOptions PriceData { get; set; }

    public long? Quantity { get; set; }

    public List<string> TaxRates { get; set; }
}

public class SessionLineItemPriceDataOptions
{
    public string Currency { get; set; }

    public string Product { get; set; }

    public SessionLineItemPriceDataProductDataOptions ProductData { get; set; }

    public SessionLineItemPriceDataRecurringOptions Recurring { get; set; }

    public string TaxBehavior { get; set; }

    public long? UnitAmount { get; set; }

    public decimal? UnitAmountDecimal { get; set; }
}

public class SessionLineItemPriceDataProductDataOptions
{
    public string Description { get; set; }

    public List<string> Images { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public string Name { get; set; }

    public string TaxCode { get; set; }
}

public class SessionLineItemPriceDataRecurringOptions
{
    public string Interval { get; set; }

    public long? IntervalCount { get; set; }
}

public class SessionPaymentIntentDataOptions
{
    public string CaptureMethod { get; set; }

    public string Description { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public string ReceiptEmail { get; set; }

    public string SetupFutureUsage { get; set; }
}

public class SessionSubscriptionDataOptions
{
    public string Description { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public DateTime? TrialEnd { get; set; }

    public long? TrialPeriodDays { get; set; }
}
