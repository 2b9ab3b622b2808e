namespace Stripe;

public class V2Services(IStripeClient client)
{
    public virtual V2.BillingService Billing { get; } = new(client);

    public virtual V2.CoreService Core { get; } = new(client);
}
