namespace Stripe;

public class V1Services(IStripeClient client)
{
    public virtual BillingService Billing { get; } = new(client);

    public virtual BillingPortalService BillingPortal { get; } = new(client);

    public virtual ChargeService Charges { get; } = new(client);

    public virtual CheckoutService Checkout { get; } = new(client);

    public virtual CouponService Coupons { get; } = new(client);

    public virtual CustomerService Customers { get; } = new(client);

    public virtual DisputeService Disputes { get; } = new(client);

    public virtual EventService Events { get; } = new(client);

    public virtual InvoiceService Invoices { get; } = new(client);

    public virtual PaymentIntentService PaymentIntents { get; } = new(client);

    public virtual PriceService Prices { get; } = new(client);

    public virtual ProductService Products { get; } = new(client);

    public virtual RadarService Radar { get; } = new(client);

    public virtual RefundService Refunds { get; } = new(client);

    public virtual SubscriptionService Subscriptions { get; } = new(client);

    public virtual WebhookEndpointService WebhookEndpoints { get; } = new(client);
}

public class BillingService(IStripeClient client)
{
    public virtual Billing.MeterEventService MeterEvents { get; } = new(client);
}

public class BillingPortalService(IStripeClient client)
{
    public virtual BillingPortal.SessionService Sessions { get; } = new(client);
}

public class CheckoutService(IStripeClient client)
{
    public virtual Checkout.SessionService Sessions { get; } = new(client);
}

public class RadarService(IStripeClient client)
{
    public virtual Radar.EarlyFraudWarningService EarlyFraudWarnings { get; } = new(client);
}
