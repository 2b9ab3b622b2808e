namespace Stripe;

public class PaymentIntentCreateOptions : BaseOptions
{
    public long? Amount { get; set; }

    public PaymentIntentAutomaticPaymentMethodsOptions AutomaticPaymentMethods { get; set; }

    public string CaptureMethod { get; set; }

    public bool? Confirm { get; set; }

    public string Currency { get; set; }

    public string Customer { get; set; }

    public string Description { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public bool? OffSession { get; set; }

    public string PaymentMethod { get; set; }

    public List<string> PaymentMethodTypes { get; set; }

    public string ReceiptEmail { get; set; }

    public string ReturnUrl { get; set; }

    public string SetupFutureUsage { get; set; }
}

public class PaymentIntentUpdateOptions : BaseOptions
{
    public long? Amount { get; set; }

    public string Currency { get; set; }

    public string Customer { get; set; }

    public string Description { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public string PaymentMethod { get; set; }

    public string ReceiptEmail { get; set; }
}

public class PaymentIntentCancelOptions : BaseOptions
{
    public string CancellationReason { get; set; }
}

public class PaymentIntentCaptureOptions : BaseOptions
{
    public long? AmountToCapture { get; set; }

    public bool? FinalCapture { get; set; }

    public Dictionary<string, string> Metadata { get; set; }
}

public class PaymentIntentConfirmOptions : BaseOptions
{
    public bool? OffSession { get; set; }

    public string PaymentMethod { get; set; }

    public string ReturnUrl { get; set; }
}

public class PaymentIntentApplyCustomerBalanceOptions : BaseOptions
{
    public long? Amount { get; set; }

    public string Currency { get; set; }
}

public class PaymentIntentIncrementAuthorizationOptions : BaseOptions
{
    public long? Amount { get; set; }

    public string Description { get; set; }

    public Dictionary<string, string> Metadata { get; set; }
}

public class PaymentIntentVerifyMicrodepositsOptions : BaseOptions
{
    public List<long?> Amounts { get; set; }

    public string DescriptorCode { get; set; }
}

public class PaymentIntentListOptions : ListOptions
{
    public DateRangeOptions Created { get; set; }

    public string Customer { get; set; }
}

public class PaymentIntentGetOptions : BaseOptions;

public class PaymentIntentSearchOptions : SearchOptions;

public class PaymentIntentAutomaticPaymentMethodsOptions
{
    public string AllowRedirects { get; set; }

    public bool? Enabled { get; set; }
}
