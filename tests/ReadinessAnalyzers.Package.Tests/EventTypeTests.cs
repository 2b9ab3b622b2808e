namespace ReadinessAnalyzers.Package.Tests;

/// <summary>The events that readiness.json requires, through compiler, compile logs and gate.</summary>
public sealed class EventTypeTests(PackedPackage package)
{
    private const string Handler =
        """
        using Stripe;

        public static class Orders
        {
            public static bool IsPaid(Event received) => received.Type is "checkout.session.completed" or EventTypes.InvoicePaid;
        }
        """;

    [Fact]
    public async Task RequiredEvents_MayBeHandledInALibrary_AndWhatNobodyHandlesIsNamed()
    {
        var folder = new App(package.NewFolder());
        folder
            .Write("Billing/Billing.csproj", App.Project(package.Version, App.LibrarySdk))
            .Write("Billing/Orders.cs", Handler);
        var shop = new App(folder.PathOf("Shop"))
            .Write("Shop.csproj", App.Project(package.Version, more: """<ProjectReference Include="../Billing/Billing.csproj" />"""))
            .Write("Program.cs", App.WithoutStripe)
            .Write("readiness.json", "{\n  \"events\": [\"invoice.paid\", \"checkout.session.completed\"]\n}\n");

        var passed = (await shop.RunAsync("publish", "-c", "Release", "-p:ReadinessReportFormats=markdown")).Succeeds();
        Assert.Contains("| checkout.session.completed, invoice.paid |", File.ReadAllText(passed.Verdict.Split("report ")[1]), StringComparison.Ordinal);

        shop.Write("readiness.json", "{\n  \"events\": [\"invoice.paid\", \"invoice.payment_failed\"]\n}\n");
        var missing = (await shop.PublishAsync("--no-build")).FailsWith("readiness.json(2,3): error RDY2010");
        Assert.Equal("No code handles 'invoice.payment_failed', which readiness.json requires. Handle it, or take it off the list.", missing.TextOf("RDY2010"));

        shop.Write("readiness.json", "{\n  \"events\": { \"only\": [\"invoice.paid\"] }\n}\n");
        (await shop.PublishAsync("--no-build")).FailsWith("../Billing/Orders.cs(5,24): error RDY2010");
    }

    [Fact]
    public async Task MisspeltEvent_StopsThePublish_AndALiteralIsAMatterOfTaste()
    {
        var app = package.NewApp()
            .Write("Program.cs", App.WithoutStripe)
            .Write("Orders.cs", Handler.Replace("checkout.session.completed", "checkout.session.complete", StringComparison.Ordinal));
        (await app.PublishAsync()).FailsWith("Orders.cs(5,67): error RDY2009");

        var passed = (await app.Write("Orders.cs", Handler).PublishAsync("-p:ReadinessReportFormats=markdown")).Succeeds();
        Assert.DoesNotContain("RDY2014", File.ReadAllText(passed.Verdict.Split("report ")[1]), StringComparison.Ordinal);

        app.Write(".editorconfig", "[*.cs]\ndotnet_diagnostic.RDY2014.severity = warning\n");
        (await app.PublishAsync()).FailsWith("Orders.cs(5,67): error RDY2014");
    }
}
