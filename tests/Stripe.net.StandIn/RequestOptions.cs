namespace Stripe;

public class RequestOptions
{
    public string ApiKey { get; set; }

    public string IdempotencyKey { get; set; }

    public string StripeAccount { get; set; }

#if !STRIPE_BEFORE_46
    public string StripeContext { get; set; }

    public string StripeRequestTrigger { get; set; }
#endif
}
