// Through 45.14.0 a service derived from the generic base class of its entity.

namespace Stripe
{
    public partial class ChargeService : Service<Charge>;

    public partial class CouponService : Service<Coupon>;

    public partial class CustomerService : Service<Customer>;

    public partial class DisputeService : Service<Dispute>;

    public partial class EventService : Service<Event>;

    public partial class InvoiceService : Service<Invoice>;

    public partial class PaymentIntentService : Service<PaymentIntent>;

    public partial class PriceService : Service<Price>;

    public partial class ProductService : Service<Product>;

    public partial class RefundService : Service<Refund>;

    public partial class SubscriptionService : Service<Subscription>;

    public partial class WebhookEndpointService : Service<WebhookEndpoint>;
}

namespace Stripe.Billing
{
    public partial class MeterEventService : Service<MeterEvent>;
}

namespace Stripe.BillingPortal
{
    public partial class SessionService : Service<Session>;
}

namespace Stripe.Checkout
{
    public partial class SessionService : Service<Session>;
}

namespace Stripe.Radar
{
    public partial class EarlyFraudWarningService : Service<EarlyFraudWarning>;
}
