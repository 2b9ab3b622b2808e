namespace Stripe;

public class ChargeCreateOptions : BaseOptions
{
    public long? Amount { get; set; }

    public bool? Capture { get; set; }

    public string Currency { get; set; }

    public string Customer { get; set; }

    public string Description { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public string ReceiptEmail { get; set; }

    public string Source { get; set; }
}

public class ChargeUpdateOptions : BaseOptions
{
    public string Customer { get; set; }

    public string Description { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public string ReceiptEmail { get; set; }
}

public class ChargeCaptureOptions : BaseOptions
{
    public long? Amount { get; set; }

    public string ReceiptEmail { get; set; }
}

public class ChargeListOptions : ListOptions
{
    public DateRangeOptions Created { get; set; }

    public string Customer { get; set; }

    public string PaymentIntent { get; set; }
}

public class ChargeGetOptions : BaseOptions;

public class ChargeSearchOptions : SearchOptions;
