namespace Stripe;

public class RefundCreateOptions : BaseOptions
{
    public long? Amount { get; set; }

    public string Charge { get; set; }

    public string Currency { get; set; }

    public string Customer { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public string PaymentIntent { get; set; }

    public string Reason { get; set; }

    public bool? RefundApplicationFee { get; set; }

    public bool? ReverseTransfer { get; set; }
}

public class RefundUpdateOptions : BaseOptions
{
    public Dictionary<string, string> Metadata { get; set; }
}

public class RefundListOptions : ListOptions
{
    public string Charge { get; set; }

    public DateRangeOptions Created { get; set; }

    public string PaymentIntent { get; set; }
}

public class RefundCancelOptions : BaseOptions;

public class RefundGetOptions : BaseOptions;
