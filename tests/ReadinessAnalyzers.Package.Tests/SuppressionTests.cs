namespace ReadinessAnalyzers.Package.Tests;

/// <summary>What is suppressed in source and in readiness.json, through compiler, compile log and gate.</summary>
public sealed class SuppressionTests(PackedPackage package)
{
    [Fact]
    public async Task Suppressions_NeedAReason_AndEnd()
    {
        static string WithKey(string before, string attribute) =>
            $$"""
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/", () => Keys.Sample.Length);
            app.Run();

            internal static class Keys
            {
            {{before}}
                {{attribute}}
                public const string Sample = "{{App.Secret}}";
            }
            """;

        var app = package.NewApp()
            .Write("readiness.json", "{\n  \"justifySuppressions\": true\n}")
            .Write("Program.cs", WithKey("#pragma warning disable RDY1001 // a sample", ""));
        var unjustified = (await app.PublishAsync()).FailsWith("Program.cs(9,35): error RDY9011");
        Assert.Contains("[SuppressMessage(\"Readiness\", \"RDY1001\", Justification = \"…\")]", unjustified.TextOf("RDY9011"), StringComparison.Ordinal);

        app.Write("Program.cs", WithKey("", "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Readiness\", \"RDY1001\", Justification = \"A sample that was revoked.\")]"));
        var justified = (await app.PublishAsync()).Succeeds();
        Assert.StartsWith("Readiness: passed, 0 deferred, 1 suppressed,", justified.Verdict, StringComparison.Ordinal);
        Assert.Contains("A sample that was revoked.", File.ReadAllText(justified.Verdict.Split("report ")[1]), StringComparison.Ordinal);

        static string Policy(string until) =>
            $$"""
            {
              "settings": { "App:Url": "https" },
              "suppressions": [
                { "id": "RDY8013", "key": "App:Url", "reason": "The old gateway.", "until": "{{until}}" }
              ]
            }
            """;

        app.Write("appsettings.Production.json", """{ "App": { "Url": "http://10.0.0.1" } }""").Write("readiness.json", Policy("2999-12-31"));
        var suppressed = (await app.PublishAsync("--no-build")).Succeeds();
        Assert.StartsWith("Readiness: passed, 0 deferred, 2 suppressed,", suppressed.Verdict, StringComparison.Ordinal);

        app.Write("readiness.json", Policy("2020-12-31"));
        (await app.PublishAsync("--no-build")).FailsWith("appsettings.Production.json(1,19): error RDY8013", "readiness.json(4,5): error RDY9009");
    }
}
