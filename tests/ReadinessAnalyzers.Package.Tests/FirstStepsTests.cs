namespace ReadinessAnalyzers.Package.Tests;

/// <summary>A newcomer's first minutes, command by command.</summary>
public sealed class FirstStepsTests(PackedPackage package)
{
    [Fact]
    public async Task AppFromTemplate_WithAHardCodedKey_IsWarnedAboutAndNotPublishedUntilFixed()
    {
        var app = new App(Path.Combine(package.NewFolder(), "Shop"));
        (await app.RunAsync("new", "webapi", "--no-openapi", "--no-restore")).Succeeds();
        (await app.RunAsync("add", "package", "ReadinessAnalyzers", "--version", package.Version)).Succeeds();
        var program = File.ReadAllText(app.PathOf("Program.cs"));
        var constant = App.WithSecretInSource.Split('\n')[0];
        app.Write("Program.cs", $"{constant}\n{program.Replace("\"Freezing\"", "key", StringComparison.Ordinal)}");

        var build = (await app.RunAsync("build", "--no-restore")).Succeeds();
        Assert.Equal(["Program.cs(1,21): warning RDY1001"], build.Findings);
        Assert.Empty(build.Verdict);

        var first = (await app.PublishAsync()).FailsWith(App.SecretInSource);
        Assert.StartsWith("Readiness: FAILED, 1 error,", first.Verdict, StringComparison.Ordinal);
        (await app.PublishAsync()).FailsWith(App.SecretInSource); // the compiler is skipped now, the gate is not
        Assert.False(app.WasPublished);

        var passed = (await app.Write("Program.cs", program).PublishAsync()).Succeeds();
        Assert.StartsWith("Readiness: passed, 0 deferred, 0 suppressed, Production, report ", passed.Verdict, StringComparison.Ordinal);
        Assert.True(File.Exists(passed.Verdict.Split("report ")[1]), passed.Verdict);
        Assert.True(app.WasPublished);
    }

    [Fact]
    public async Task WellBuiltApp_IsPublishedOnceItsSettingsAreDeferred()
    {
        var app = package.NewApp().Write("Program.cs", App.WellBuilt);

        var first = (await app.PublishAsync()).FailsWith("Shop.csproj(1,1): error RDY8001");
        Assert.Equal(
            "2 settings that the code reads have no production value: "
            + "'Stripe:SecretKey' (Program.cs:4), 'Stripe:WebhookSecret' (Program.cs:12). If the host injects them, run 'dotnet msbuild -t:ReadinessInit' and commit readiness.json; otherwise set them.",
            first.TextOf("RDY8001"));

        (await app.RunAsync("msbuild", "-t:ReadinessInit")).Succeeds();
        var passed = (await app.PublishAsync()).Succeeds();
        Assert.StartsWith("Readiness: passed, 2 deferred ('Stripe:SecretKey', 'Stripe:WebhookSecret'),", passed.Verdict, StringComparison.Ordinal);

        (await app.PublishAsync("--no-build", "-p:ReadinessStrict=true")).FailsWith("Shop.csproj(1,1): error RDY8001");
    }

    [Fact]
    public async Task ReadinessInit_RequiresWhatTheAppHas_AndTheNextPublishPasses()
    {
        const string Shop =
            """
            using System.Diagnostics.Metrics;
            using OpenTelemetry;
            using OpenTelemetry.Metrics;
            using Stripe;

            internal static class Orders
            {
                private static readonly Meter Meter = new("Shop");
                private static readonly Counter<long> Paid = Meter.CreateCounter<long>("shop.paid");

                public static MeterProvider Export() => Sdk.CreateMeterProviderBuilder().AddMeter("Shop").AddOtlpExporter().Build();

                public static void Handle(Event received)
                {
                    switch (received.Type)
                    {
                        case EventTypes.InvoicePaid: Paid.Add(1); break;
                        case "charge.refunded": Paid.Add(-1); break;
                    }
                }
            }
            """;
        var app = new App(package.NewFolder())
            .Write("Shop.csproj", App.Project(package.Version, more:
                """
                <PackageReference Include="OpenTelemetry" Version="1.15.3" />
                <PackageReference Include="OpenTelemetry.Exporter.OpenTelemetryProtocol" Version="1.15.3" />
                """))
            .Write("Program.cs", App.WellBuilt.Replace("return Results.Ok", "Orders.Handle(received);\n        return Results.Ok", StringComparison.Ordinal))
            .Write("Orders.cs", Shop)
            .Write("appsettings.Production.json", """{ "Stripe": { "Prices": { "pro.monthly": "price_1ProMonthly", "pro.yearly": "price_1ProYearly" } } }""");

        (await app.RunAsync("restore")).Succeeds();
        (await app.RunAsync("msbuild", "-t:ReadinessInit")).Succeeds();
        Assert.Equal(
            """
              "prices": ["pro.monthly", "pro.yearly"],
              "events": ["charge.refunded", "invoice.paid"],
              "telemetry": { "instruments": ["shop.paid"] },
              "deferred": {
                "Stripe:SecretKey": "set by the host",
                "Stripe:WebhookSecret": "set by the host"
              }
            }
            """.ReplaceLineEndings("\n"),
            File.ReadAllText(app.PathOf("readiness.json")).Trim().Split("schema.json\",\n")[1]);
        (await app.PublishAsync("--no-build")).Succeeds();

        app.Write("Orders.cs", Shop.Replace("case \"charge.refunded\": Paid.Add(-1); break;", "", StringComparison.Ordinal));
        (await app.PublishAsync()).FailsWith("readiness.json(4,3): error RDY2010");
    }

    [Fact]
    public async Task ReadinessInit_NeedsNoEarlierBuild_AndWhatItWritesIsNotPublished()
    {
        var app = package.NewApp()
            .Write("Program.cs", App.WithoutStripe)
            .Write("readiness.fingerprint.staging.json", "{}")
            .Write("appsettings.Production.json", """{ "Stripe": { "Prices": { "pro.monthly": "price_1ProMonthly" } } }""");

        var init = (await app.RunAsync("msbuild", "-t:ReadinessInit")).Succeeds();
        Assert.Equal($"Readiness: wrote {app.PathOf("readiness.json")}; read it, correct the reasons and commit it.", init.Verdict);
        Assert.Contains("\"prices\": [\"pro.monthly\"]", File.ReadAllText(app.PathOf("readiness.json")), StringComparison.Ordinal);

        (await app.PublishAsync("--no-build")).Succeeds();
        Assert.True(File.Exists(app.PathOf("bin/Release/net10.0/publish/appsettings.Production.json")));
        Assert.False(File.Exists(app.PathOf("bin/Release/net10.0/publish/readiness.json")));
        Assert.False(File.Exists(app.PathOf("bin/Release/net10.0/publish/readiness.fingerprint.staging.json")));
    }
}
