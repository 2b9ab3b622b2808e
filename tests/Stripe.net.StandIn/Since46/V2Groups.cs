namespace Stripe.V2;

public class BillingService(IStripeClient client)
{
    public virtual Billing.MeterEventService MeterEvents { get; } = new(client);
}

public class CoreService(IStripeClient client)
{
    public virtual Core.EventService Events { get; } = new(client);
}
