namespace Stripe.Radar;

public class EarlyFraudWarningListOptions : ListOptions
{
    public string Charge { get; set; }

    public DateRangeOptions Created { get; set; }

    public string PaymentIntent { get; set; }
}

public class EarlyFraudWarningGetOptions : BaseOptions;
