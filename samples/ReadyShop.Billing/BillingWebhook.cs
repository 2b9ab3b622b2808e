using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Stripe;

namespace ReadyShop.Billing;

/// <summary>Where Stripe tells what happened. Nothing in a request is believed before its signature is verified.</summary>
public static class BillingWebhook
{
    public const string Path = "/stripe/webhook";

    public static IEndpointConventionBuilder MapBillingWebhook(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, ReceiveAsync).AllowAnonymous();

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
        var signature = request.Headers["Stripe-Signature"].ToString();
        if (signature.Length == 0)
        {
            logger.LogWarning("Refused a webhook without a Stripe-Signature header");
            BillingTelemetry.WebhookInvalidSignature.Add(1);
            activity?.SetStatus(ActivityStatusCode.Error, "no signature");
            return Results.BadRequest();
        }

        Event stripeEvent;
        try
        {
            stripeEvent = EventUtility.ConstructEvent(body, signature, options.Value.WebhookSecret);
        }
        catch (StripeException error)
        {
            logger.LogWarning(error, "Refused a webhook that Stripe did not sign for this endpoint");
            BillingTelemetry.WebhookInvalidSignature.Add(1);
            activity?.SetStatus(ActivityStatusCode.Error, "invalid signature");
            return Results.BadRequest();
        }

        activity?.SetTag("stripe.event.id", stripeEvent.Id);
        activity?.SetTag("stripe.event.type", stripeEvent.Type);
        activity?.SetTag("stripe.event.livemode", stripeEvent.Livemode);
        if (stripeEvent.Livemode != options.Value.IsLive || !options.Value.WebhookAllowedEvents.Contains(stripeEvent.Type))
        {
            logger.LogInformation("Event {EventId} of type {EventType} is not for this shop", stripeEvent.Id, stripeEvent.Type);
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
}
