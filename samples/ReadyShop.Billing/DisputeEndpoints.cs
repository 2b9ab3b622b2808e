using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Stripe;

namespace ReadyShop.Billing;

/// <param name="Text">Why the charge was right.</param>
public sealed record DisputeEvidence(string Text);

public sealed record DisputeSummary(string Id, string ChargeId, long Amount, string Currency, string Reason, string Status, DateTime? DueBy);

/// <summary>Disputes as Stripe has them: read, answered with evidence, or given up.</summary>
internal static class DisputeEndpoints
{
    public static void MapDisputes(this IEndpointRouteBuilder admin)
    {
        var disputes = admin.MapGroup("/disputes");
        disputes.MapGet("/", async (IStripeClient stripe, CancellationToken cancellationToken) =>
            (await new DisputeService(stripe).ListAsync(new() { Limit = 50 }, cancellationToken: cancellationToken)).Select(Summary));
        disputes.MapGet("/{id}", async (string id, IStripeClient stripe, CancellationToken cancellationToken) =>
            Summary(await new DisputeService(stripe).GetAsync(id, cancellationToken: cancellationToken)));
        disputes.MapPost("/{id}/evidence", AnswerAsync);
        disputes.MapPost("/{id}/close", CloseAsync);
    }

    // Evidence can be handed in once, so it is submitted as it is.
    private static async Task<DisputeSummary> AnswerAsync(
        string id,
        DisputeEvidence evidence,
        IStripeClient stripe,
        CancellationToken cancellationToken)
    {
        var answer = new DisputeUpdateOptions { Evidence = new() { UncategorizedText = evidence.Text }, Submit = true };
        return Summary(await new DisputeService(stripe).UpdateAsync(id, answer, Once($"dispute-evidence-{id}"), cancellationToken));
    }

    private static async Task<DisputeSummary> CloseAsync(string id, IStripeClient stripe, CancellationToken cancellationToken) =>
        Summary(await new DisputeService(stripe).CloseAsync(id, options: null, Once($"dispute-close-{id}"), cancellationToken));

    private static RequestOptions Once(string key) => new() { IdempotencyKey = key };

    private static DisputeSummary Summary(Dispute dispute) =>
        new(dispute.Id, dispute.ChargeId, dispute.Amount, dispute.Currency, dispute.Reason, dispute.Status, dispute.EvidenceDetails?.DueBy);
}
