using System.Globalization;

namespace ReadinessAnalyzers.Package.Tests;

/// <summary>What readiness.json asks of settings, through the real publish.</summary>
public sealed class DeclaredSettingsTests(PackedPackage package)
{
    private const string Policy =
        """
        {
          "sources": ["appsettings", { "dotenv": "prod.env" }],
          "settings": {
            "Auth:Disabled": false,
            "App:PublicUrl": "https",
            "Auth:SigningKey": "secret",
            "Auth:RotatedOn": "date",
            "ConnectionStrings:Shop": "postgres"
          }
        }
        """;

    [Fact]
    public async Task Settings_AreJudgedWhereTheyStand_AndNoValueIsShown()
    {
        var password = StripeKeys.Make("");
        var app = package.NewApp().Write("Program.cs", App.WithoutStripe).Write("readiness.json", Policy)
            .Write("appsettings.Production.json", "{\n  \"Auth\": { \"Disabled\": \"yes\", \"RotatedOn\": \"2020-01-31\" },\n  \"App\": { \"PublicUrl\": \"http://localhost:5000\" }\n}")
            .Write("prod.env", $"Auth__SigningKey=changeme\nConnectionStrings__Shop=Host=db;Username=postgres;Password={password}\n");

        var run = await app.PublishAsync();
        run.FailsWith(
            "appsettings.Production.json(2,25): error RDY8012",
            "appsettings.Production.json(2,45): error RDY8014",
            "appsettings.Production.json(3,25): error RDY8013",
            "prod.env(1,18): error RDY8016",
            "prod.env(2,25): error RDY8015");
        Assert.DoesNotContain(password, run.TextOf("RDY8015"), StringComparison.Ordinal);

        app.Write("appsettings.Production.json", "{ \"App\": { \"PublicUrl\": \"https://shop.example\" } }")
            .Write("prod.env", $"Auth__SigningKey={StripeKeys.Make("")}\nConnectionStrings__Shop=Host=db;Username=shop;SSL Mode=VerifyFull;Password={password}\n"
                + $"Auth__RotatedOn={DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\n");
        (await app.PublishAsync("--no-build")).Succeeds();
    }
}
