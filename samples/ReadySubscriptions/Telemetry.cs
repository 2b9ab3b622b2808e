using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ReadySubscriptions;

/// <summary>Logs, metrics and traces leave over OTLP; the host sets OTEL_EXPORTER_OTLP_ENDPOINT.</summary>
internal static class Telemetry
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Logging.AddOpenTelemetry(logging => logging.SetResourceBuilder(Named(ResourceBuilder.CreateDefault())).AddOtlpExporter());
        builder.Services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(resource => Named(resource))
            .AddMeter(BillingTelemetry.Name, "Microsoft.AspNetCore.Hosting", "System.Net.Http")
            .AddOtlpExporter()
            .Build());
        builder.Services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(resource => Named(resource))
            .AddSource(BillingTelemetry.Name, "Microsoft.AspNetCore", "System.Net.Http")
            .AddOtlpExporter()
            .Build());
        builder.Services.AddHostedService<TelemetryStart>();
    }

    private static ResourceBuilder Named(ResourceBuilder resource) => resource.AddService("ReadySubscriptions");
}
