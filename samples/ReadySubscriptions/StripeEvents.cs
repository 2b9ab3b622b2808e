using Stripe;
using Stripe.Checkout;

namespace ReadySubscriptions;

/// <summary>What each event of Stripe means for the account of its customer.</summary>
internal sealed class StripeEvents(Accounts accounts, ILogger<StripeEvents> logger)
{
    /// <summary>Where a checkout session notes the plan that was chosen.</summary>
    public const string PlanMetadata = "plan";

    public void Handle(Event stripeEvent)
    {
        switch (stripeEvent.Type)
        {
            case EventTypes.CheckoutSessionCompleted when stripeEvent.Data.Object is Session session:
                accounts.Add(session.CustomerId, new(session.SubscriptionId, "active") { Plan = session.Metadata?.GetValueOrDefault(PlanMetadata) });
                break;

            case EventTypes.InvoicePaid when stripeEvent.Data.Object is Invoice invoice:
                Paid(invoice);
                break;

            case EventTypes.InvoicePaymentFailed when stripeEvent.Data.Object is Invoice invoice:
                Failed(invoice);
                break;

            case EventTypes.InvoicePaymentActionRequired when stripeEvent.Data.Object is Invoice invoice:
                AskForAuthentication(invoice);
                break;

            case EventTypes.CustomerSubscriptionUpdated when stripeEvent.Data.Object is Subscription subscription:
                accounts.Take(subscription);
                break;

            case EventTypes.CustomerSubscriptionDeleted when stripeEvent.Data.Object is Subscription ended:
                accounts.Take(ended);
                break;

            default:
                BillingTelemetry.WebhookIgnored.Add(1);
                break;
        }
    }

    private void Paid(Invoice invoice)
    {
        BillingTelemetry.InvoicePaid.Add(1);
        var before = accounts.Update(invoice.CustomerId, account => account with { IsInDunning = false, NeedsAuthentication = false });
        if (before is { IsInDunning: true })
        {
            BillingTelemetry.DunningRecovered.Add(1);
        }

        if (before is { NeedsAuthentication: true })
        {
            BillingTelemetry.AuthenticationCompleted.Add(1);
        }
    }

    private void Failed(Invoice invoice)
    {
        BillingTelemetry.InvoiceFailed.Add(1);
        logger.LogWarning("Invoice {InvoiceId} was not paid, attempt {Attempt}", invoice.Id, invoice.AttemptCount);
        if (accounts.Update(invoice.CustomerId, account => account with { IsInDunning = true }) is { IsInDunning: false })
        {
            BillingTelemetry.DunningEntered.Add(1);
        }
    }

    private void AskForAuthentication(Invoice invoice)
    {
        BillingTelemetry.InvoiceActionRequired.Add(1);
        if (accounts.Update(invoice.CustomerId, account => account with { NeedsAuthentication = true }) is { NeedsAuthentication: false })
        {
            BillingTelemetry.AuthenticationEntered.Add(1);
        }
    }
}
