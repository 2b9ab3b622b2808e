namespace ReadinessAnalyzers.Package.Tests;

/// <summary>Metrics that one project makes, another records and a third registers, through compiler, compile logs and gate.</summary>
public sealed class TelemetryTests(PackedPackage package)
{
    private const string Billing =
        """
        using System.Diagnostics;
        using System.Diagnostics.Metrics;

        namespace Billing;

        public static class BillingTelemetry
        {
            public static readonly string Name = typeof(BillingTelemetry).Assembly.GetName().Name + ".Events";
            public static readonly ActivitySource Activities = new(Name);
            private static readonly Meter Meter = new(Name);
            public static readonly Counter<long> Received = Meter.CreateCounter<long>("stripe.webhook.received");
            public static readonly Counter<long> Ignored = Meter.CreateCounter<long>("stripe.webhook.ignored");
            private static readonly Counter<long> Paid = Meter.CreateCounter<long>("invoice.paid");

            public static void Pay() => Paid.Add(1);
        }
        """;

    private const string Worker =
        """
        using System.Diagnostics.Metrics;

        namespace Worker;

        public sealed class Reconciliation
        {
            private readonly Histogram<double> _duration;

            public Reconciliation(IMeterFactory meters)
            {
                var meter = meters.Create("Shop.Worker");
                _duration = meter.CreateHistogram<double>("stripe.subscription.reconcile.run");
            }

            public void Run() => _duration.Record(1);
        }
        """;

    private const string Web =
        """
        using OpenTelemetry;
        using OpenTelemetry.Metrics;
        using OpenTelemetry.Trace;

        using var metrics = Sdk.CreateMeterProviderBuilder().AddMeter("shop.b*").AddOtlpExporter().Build();
        using var traces = Sdk.CreateTracerProviderBuilder().AddSource(Billing.BillingTelemetry.Activities.Name).AddOtlpExporter().Build();
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddMetrics().AddSingleton<Worker.Reconciliation>();
        var app = builder.Build();
        app.MapPost("/stripe", () =>
        {
            using var activity = Billing.BillingTelemetry.Activities.StartActivity();
            Billing.BillingTelemetry.Received.Add(1);
        });
        app.Run();
        """;

    [Fact]
    public async Task WhatOneProjectMakes_AnotherRegistersOrRecords()
    {
        var folder = new App(package.NewFolder());
        folder
            .Write("Billing/Billing.csproj", App.Project(package.Version, App.LibrarySdk).Replace("<Nullable>", "<AssemblyName>Shop.Billing</AssemblyName><Nullable>", StringComparison.Ordinal))
            .Write("Billing/BillingTelemetry.cs", Billing)
            .Write("Worker/Worker.csproj", App.Project(package.Version, App.LibrarySdk))
            .Write("Worker/Reconciliation.cs", Worker);
        var shop = new App(folder.PathOf("Shop"))
            .Write("Shop.csproj", App.Project(package.Version, more:
                """
                <ProjectReference Include="../Billing/Billing.csproj" />
                <ProjectReference Include="../Worker/Worker.csproj" />
                <PackageReference Include="OpenTelemetry" Version="1.15.3" />
                <PackageReference Include="OpenTelemetry.Exporter.OpenTelemetryProtocol" Version="1.15.3" />
                """))
            .Write("Program.cs", Web)
            .Write("readiness.json", """
                {
                  "telemetry": {
                    "instruments": ["stripe.webhook.received", "stripe.webhook.ignored", "invoice.paid", "stripe.subscription.reconcile.run"]
                  }
                }
                """);

        var failed = (await shop.RunAsync("publish", "-c", "Release"))
            .FailsWith("../Billing/BillingTelemetry.cs(12,58): error RDY3005", "../Worker/Reconciliation.cs(11,28): error RDY3004");
        Assert.Equal(
            "The instrument 'stripe.webhook.ignored', which readiness.json requires, is made here and never recorded, so it always says nothing. Record to it where it happens.",
            failed.TextOf("RDY3005"));
        Assert.Equal("No code registers the meter 'Shop.Worker', so what it measures is never exported. Add AddMeter(\"Shop.Worker\").", failed.TextOf("RDY3004"));

        shop.Write("Program.cs", Web
            .Replace("\"shop.b*\"", "\"shop.b*\", \"Shop.Worker\"", StringComparison.Ordinal)
            .Replace("Received.Add(1);", "Received.Add(1); Billing.BillingTelemetry.Ignored.Add(1);", StringComparison.Ordinal));
        Assert.Empty((await shop.PublishAsync()).Succeeds().Findings);
    }
}
