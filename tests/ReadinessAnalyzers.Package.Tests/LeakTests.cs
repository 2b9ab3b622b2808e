using System.IO.Compression;
using System.Text;

namespace ReadinessAnalyzers.Package.Tests;

/// <summary>No secret that the gate reads comes out again, not even into the logs that people attach to bug reports.</summary>
public sealed class LeakTests(PackedPackage package)
{
    [Fact]
    public async Task Secrets_StandInNoLogAndNoReport()
    {
        var (inSettings, shipped) = (StripeKeys.Make("sk_live_", 2), StripeKeys.Make("whsec_", 3));
        var app = package.NewApp()
            .Write("Program.cs", App.WithSecretInSource)
            .Write("appsettings.Production.json", $$"""{ "Stripe": { "SecretKey": "{{inSettings}}", "Other": "{{shipped}}" } }""");

        var run = (await app.PublishAsync("-fl", "-flp:verbosity=diagnostic;logfile=all.txt", "-bl:all.binlog")).FailsWith(
            App.SecretInSource, "appsettings.Production.json(1,28): error RDY8006", "appsettings.Production.json(1,81): error RDY8006");

        string[] files = ["all.txt", "obj/Release/net10.0/readiness.md", "obj/Release/net10.0/readiness.sarif"];
        string[] outputs = [run.Output, Unzip(app.PathOf("all.binlog")), .. files.Select(file => File.ReadAllText(app.PathOf(file)))];
        string[] secrets = [App.Secret, inSettings, shipped];
        Assert.All(outputs, output =>
        {
            Assert.Contains("RDY1001", output, StringComparison.Ordinal);
            Assert.All(secrets, secret => Assert.DoesNotContain(secret[10..], output, StringComparison.Ordinal));
        });
    }

    private static string Unzip(string file)
    {
        using var content = new MemoryStream();
        using (var zipped = new GZipStream(File.OpenRead(file), CompressionMode.Decompress))
            zipped.CopyTo(content);
        return Encoding.UTF8.GetString(content.ToArray());
    }
}
