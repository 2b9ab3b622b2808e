using Microsoft.Extensions.Logging;
using Stripe;
using Stripe.Checkout;
using Stripe.Radar;

namespace ReadyShop.Billing;

/// <summary>What each event of Stripe means for the shop.</summary>
internal sealed class StripeEvents(Memberships memberships, FraudWarnings warnings, ILogger<StripeEvents> logger)
{
    public void Handle(Event stripeEvent)
    {
        switch (stripeEvent.Type)
        {
            case EventTypes.CheckoutSessionCompleted when stripeEvent.Data.Object is Session session:
                memberships.Set(session.CustomerId, "active", session.SubscriptionId);
                break;

            case EventTypes.InvoicePaid when stripeEvent.Data.Object is Invoice invoice:
                memberships.Set(invoice.CustomerId, "active");
                break;

            case EventTypes.InvoicePaymentFailed when stripeEvent.Data.Object is Invoice invoice:
                logger.LogWarning("Invoice {InvoiceId} was not paid, attempt {Attempt}", invoice.Id, invoice.AttemptCount);
                memberships.Set(invoice.CustomerId, "past_due");
                break;

            case EventTypes.CustomerSubscriptionUpdated or EventTypes.CustomerSubscriptionDeleted
                when stripeEvent.Data.Object is Subscription changed:
                memberships.Set(changed.CustomerId, changed.Status, changed.Id);
                break;

            case EventTypes.ChargeDisputeCreated when stripeEvent.Data.Object is Dispute dispute:
                BillingTelemetry.DisputeOpened.Add(1);
                logger.LogError("Charge {ChargeId} is disputed: {Reason}", dispute.ChargeId, dispute.Reason);
                break;

            case EventTypes.RadarEarlyFraudWarningCreated when stripeEvent.Data.Object is EarlyFraudWarning warning:
                BillingTelemetry.FraudWarningReceived.Add(1);
                warnings.Add(warning);
                logger.LogError("Charge {ChargeId} may be fraud: {FraudType}", warning.ChargeId, warning.FraudType);
                break;

            default:
                BillingTelemetry.WebhookIgnored.Add(1);
                break;
        }
    }
}
