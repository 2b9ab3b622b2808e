using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using ReadyShop.Billing;

namespace ReadyShop;

/// <summary>Logs, metrics and traces leave over OTLP; the host sets OTEL_EXPORTER_OTLP_ENDPOINT.</summary>
internal static class Telemetry
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Logging.AddOpenTelemetry(logging => logging.SetResourceBuilder(Shop(ResourceBuilder.CreateDefault())).AddOtlpExporter());
        builder.Services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(resource => Shop(resource))
            .AddMeter(BillingTelemetry.Name, "Microsoft.AspNetCore.Hosting", "System.Net.Http")
            .AddOtlpExporter()
            .Build());
        builder.Services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(resource => Shop(resource))
            .AddSource(BillingTelemetry.Name, "Microsoft.AspNetCore", "System.Net.Http")
            .AddOtlpExporter()
            .Build());
        builder.Services.AddHostedService<TelemetryStart>();
    }

    private static ResourceBuilder Shop(ResourceBuilder resource) => resource.AddService("ReadyShop");
}
