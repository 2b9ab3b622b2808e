using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace ReadySubscriptions;

/// <summary>A provider listens once it exists, so both are made when the host starts; the container flushes them when it stops.</summary>
internal sealed class TelemetryStart(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<MeterProvider>();
        services.GetRequiredService<TracerProvider>();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
