namespace ReadinessAnalyzers.Package.Tests;

/// <summary>An app for every framework in support: judged for the one that is published, by what that one reads.</summary>
public sealed class FrameworkTests(PackedPackage package)
{
    [Fact]
    public async Task AppOfSeveralFrameworks_IsJudgedForTheOneThatIsPublished()
    {
        var app = package.NewApp()
            .Write("Shop.csproj", App.Project(package.Version).Replace(
                "<TargetFramework>net10.0</TargetFramework>",
                "<TargetFrameworks>net8.0;net9.0;net10.0</TargetFrameworks>",
                StringComparison.Ordinal))
            .Write("Program.cs", App.WithoutStripe)
            .Write("readiness.json", """{ "settings": { "App:PublicUrl": "https" } }""")
            .Write("appsettings.json", """{ "App": { "PublicUrl": "https://shop.example" } }""")
            .Write("Shop.settings.Production.json", """{ "App": { "PublicUrl": "http://localhost:5000" } }""");
        (await app.RunAsync("restore")).Succeeds();

        // Settings that bear the app's name are read from .NET 10 on.
        foreach (var framework in (string[])["net8.0", "net9.0"])
            Assert.StartsWith("Readiness: passed, ", (await app.PublishAsync("-f", framework)).Succeeds().Verdict, StringComparison.Ordinal);
        (await app.PublishAsync("-f", "net10.0")).FailsWith("Shop.settings.Production.json(1,25): error RDY8013");
        Assert.False(app.WasPublished);

        app.Write("Program.cs", App.WithSecretInSource);
        (await app.PublishAsync("-f", "net8.0")).FailsWith(App.SecretInSource);
        (await app.PublishAsync("-f", "net8.0", "--no-build")).FailsWith(App.SecretInSource);
    }
}
