using System.Diagnostics;
using Microsoft.Extensions.Options;
using Stripe;

namespace ReadySubscriptions;

/// <summary>Where Stripe tells what happened. Nothing in a request is believed before its signature is verified.</summary>
public static class BillingWebhook
{
    public const string Path = "/billing/webhook";

    internal static void MapBillingWebhook(this IEndpointRouteBuilder routes) => routes.MapPost(Path, ReceiveAsync).AllowAnonymous();

    private static async Task<IResult> ReceiveAsync(
        HttpRequest request,
        IOptions<StripeOptions> options,
        ProcessedEvents processed,
        StripeEvents events,
        ILoggerFactory loggers)
    {
        using var activity = BillingTelemetry.Activities.StartActivity("stripe.webhook");
        var logger = loggers.CreateLogger(BillingTelemetry.Name);
        BillingTelemetry.WebhookReceived.Add(1);

        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        if (Verify(body, request.Headers["Stripe-Signature"].ToString(), options.Value.WebhookSecrets, logger) is not { } stripeEvent)
        {
            BillingTelemetry.WebhookInvalidSignature.Add(1);
            activity?.SetStatus(ActivityStatusCode.Error, "invalid signature");
            return Results.BadRequest();
        }

        activity?.SetTag("stripe.event.id", stripeEvent.Id);
        activity?.SetTag("stripe.event.type", stripeEvent.Type);
        if (!options.Value.WebhookAllowedEvents.Contains(stripeEvent.Type))
        {
            logger.LogInformation("Event {EventId} of type {EventType} is not for us", stripeEvent.Id, stripeEvent.Type);
            BillingTelemetry.WebhookIgnored.Add(1);
            return Results.Ok();
        }

        if (!processed.TryBegin(stripeEvent.Id))
        {
            logger.LogInformation("Event {EventId} was delivered again", stripeEvent.Id);
            BillingTelemetry.WebhookDuplicate.Add(1);
            return Results.Ok();
        }

        try
        {
            events.Handle(stripeEvent);
        }
        catch (Exception error)
        {
            logger.LogError(error, "Event {EventId} of type {EventType} failed", stripeEvent.Id, stripeEvent.Type);
            BillingTelemetry.WebhookFailed.Add(1);
            activity?.SetStatus(ActivityStatusCode.Error, "handling failed");

            // The answer is a 500, so Stripe delivers the event again; that must not count as a duplicate.
            processed.Forget(stripeEvent.Id);
            throw;
        }

        logger.LogInformation("Handled event {EventId} of type {EventType}", stripeEvent.Id, stripeEvent.Type);
        return Results.Ok();
    }

    /// <summary>The event, if any of the secrets fits; while the endpoint's secret is rolled, Stripe signs with the old one and the new one.</summary>
    private static Event? Verify(string body, string signature, IEnumerable<string> secrets, ILogger logger)
    {
        StripeException? refusal = null;
        foreach (var secret in secrets)
        {
            try
            {
                return EventUtility.ConstructEvent(body, signature, secret);
            }
            catch (StripeException error)
            {
                refusal = error;
            }
        }

        logger.LogWarning(refusal, "Refused a webhook that Stripe did not sign for this endpoint");
        return null;
    }
}
