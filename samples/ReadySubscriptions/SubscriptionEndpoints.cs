using System.Security.Claims;
using Stripe;

namespace ReadySubscriptions;

/// <param name="Plan">A key of the configured prices.</param>
/// <param name="ChangeId">Chosen by the browser when the page loads, so that a double click changes the plan once.</param>
public sealed record PlanChangeRequest(string Plan, Guid ChangeId);

/// <param name="DueNow">What the change costs today, in the smallest unit of the currency; a downgrade costs nothing.</param>
/// <param name="AtPeriodEnd">Whether it waits for the end of what is paid for.</param>
public sealed record PlanChangePreview(string Plan, long DueNow, bool AtPeriodEnd);

/// <summary>A customer's own subscription: how it stands, what another plan would cost, and the change to it.</summary>
internal static class SubscriptionEndpoints
{
    public static void MapSubscription(this IEndpointRouteBuilder routes)
    {
        var subscription = routes.MapGroup("/subscription").RequireAuthorization();
        subscription.MapGet("/", (ClaimsPrincipal user, Accounts accounts) =>
            accounts.Find(user.StripeCustomer()) is { } account ? Results.Ok(account) : Results.NotFound());
        subscription.MapGet("/preview", PreviewAsync);
        subscription.MapPost("/plan", ChangeAsync);
    }

    private static async Task<IResult> PreviewAsync(
        string plan,
        ClaimsPrincipal user,
        Accounts accounts,
        Plans plans,
        PlanChanges changes,
        ILoggerFactory loggers,
        CancellationToken cancellationToken)
    {
        var customer = user.StripeCustomer();
        if (accounts.Find(customer) is not { Plan: { } current } account || plans.PriceOf(plan) is not { } price)
        {
            return Results.BadRequest();
        }

        if (Plans.IsDowngrade(current, plan))
        {
            return Results.Ok(new PlanChangePreview(plan, DueNow: 0, AtPeriodEnd: true));
        }

        try
        {
            var invoice = await changes.PreviewAsync(customer, account, price, cancellationToken);
            return Results.Ok(new PlanChangePreview(plan, invoice.AmountDue, AtPeriodEnd: false));
        }
        catch (StripeException error)
        {
            return StripeFailure.Answer(error, loggers);
        }
    }

    private static async Task<IResult> ChangeAsync(
        PlanChangeRequest request,
        ClaimsPrincipal user,
        Accounts accounts,
        Plans plans,
        PlanChanges changes,
        ILoggerFactory loggers,
        CancellationToken cancellationToken)
    {
        var customer = user.StripeCustomer();
        if (accounts.Find(customer) is not { Plan: { } current } account || plans.PriceOf(request.Plan) is not { } price)
        {
            return Results.BadRequest();
        }

        using var activity = BillingTelemetry.Activities.StartActivity("subscription.change");
        activity?.SetTag("app.plan.from", current);
        activity?.SetTag("app.plan.to", request.Plan);
        try
        {
            await (Plans.IsDowngrade(current, request.Plan)
                ? changes.ScheduleDowngradeAsync(account, request.Plan, request.ChangeId, cancellationToken)
                : changes.UpgradeAsync(account, price, request.ChangeId, cancellationToken));
            return Results.Ok(accounts.Find(customer));
        }
        catch (StripeException error)
        {
            BillingTelemetry.ChangeError.Add(1);
            return StripeFailure.Answer(error, loggers);
        }
    }
}
