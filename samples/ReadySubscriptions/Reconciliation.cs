using Microsoft.Extensions.Options;

namespace ReadySubscriptions;

/// <summary>Applies downgrades shortly before the period ends, round by round. What fails is tried again in the next round.</summary>
public sealed class Reconciliation(
    IServiceProvider services,
    IOptionsMonitor<ReconcileOptions> options,
    TimeProvider clock,
    ILogger<Reconciliation> logger) : BackgroundService
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var activity = BillingTelemetry.Activities.StartActivity("reconcile");
        try
        {
            var limit = clock.GetUtcNow().AddSeconds(options.CurrentValue.LookaheadSeconds);
            var applied = await services.GetRequiredService<PlanChanges>().ApplyDueDowngradesAsync(limit, cancellationToken);
            BillingTelemetry.ReconcileRun.Add(1, new KeyValuePair<string, object?>("outcome", "completed"));
            logger.LogInformation("Reconciled, {Applied} downgrades applied", applied);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            BillingTelemetry.ReconcileRun.Add(1, new KeyValuePair<string, object?>("outcome", "failed"));
            logger.LogError(error, "Reconciliation failed");
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            if (options.CurrentValue.Enabled)
            {
                await RunAsync(stoppingToken);
            }

            await Task.Delay(TimeSpan.FromSeconds(options.CurrentValue.IntervalSeconds), clock, stoppingToken);
        }
    }
}
