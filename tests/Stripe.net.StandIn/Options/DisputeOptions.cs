namespace Stripe;

public class DisputeUpdateOptions : BaseOptions
{
    public DisputeEvidenceOptions Evidence { get; set; }

    public Dictionary<string, string> Metadata { get; set; }

    public bool? Submit { get; set; }
}

public class DisputeListOptions : ListOptions
{
    public string Charge { get; set; }

    public DateRangeOptions Created { get; set; }

    public string PaymentIntent { get; set; }
}

public class DisputeCloseOptions : BaseOptions;

public class DisputeGetOptions : BaseOptions;

public class DisputeEvidenceOptions
{
    public string CustomerEmailAddress { get; set; }

    public string CustomerName { get; set; }

    public string ProductDescription { get; set; }

    public string UncategorizedText { get; set; }
}
