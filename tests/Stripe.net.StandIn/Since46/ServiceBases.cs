// Services have the non-generic base class since 46; Stripe.net.StandIn.Before46 gives them the generic one.

namespace Stripe
{
    public partial class ChargeService : Service;

    public partial class CouponService : Service;

    public partial class CustomerService : Service;

    public partial class DisputeService : Service;

    public partial class EventService : Service;

    public partial class InvoiceService : Service;

    public partial class PaymentIntentService : Service;

    public partial class PriceService : Service;

    public partial class ProductService : Service;

    public partial class RefundService : Service;

    public partial class SubscriptionService : Service;

    public partial class WebhookEndpointService : Service;
}

namespace Stripe.Billing
{
    public partial class MeterEventService : Service;
}

namespace Stripe.BillingPortal
{
    public partial class SessionService : Service;
}

namespace Stripe.Checkout
{
    public partial class SessionService : Service;
}

namespace Stripe.Radar
{
    public partial class EarlyFraudWarningService : Service;
}
