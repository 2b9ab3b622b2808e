using System.Text;

namespace ReadinessAnalyzers.Package.Tests;

/// <summary>Files that cannot be read or meant are findings with a place, never a crash.</summary>
public sealed class SpoiltInputTests(PackedPackage package)
{
    private const string Settings = "appsettings.Production.json";

    [Fact]
    public async Task SpoiltFiles_AreFindingsAtTheirPlace()
    {
        var app = package.NewApp().Write("Program.cs", App.WithoutStripe);
        (await app.RunAsync("build", "-c", "Release", "--no-restore")).Succeeds();

        await FailsAsync(Settings, Utf8("{\n  \"Stripe\": { \"Prices\": oops }\n}\n"), "(2,25): error RDY8007");
        await FailsAsync(Settings, Utf8("{\n  \"Stripe\": {\n    \"A\": 1,\n    \"a\": 2\n  }\n}\n"), "(4,5): error RDY8007");
        await FailsAsync(Settings, [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("{ }")], "(1,1): error RDY8007");
        await FailsAsync(Settings, Utf8($"{{ \"A\": \"{new string('a', 20 << 20)}\" }}"), "(1,1): error RDY8007");
        await FailsAsync(Settings, [], "(1,1): error RDY8007");
        await FailsAsync("readiness.json", Utf8("{\n  \"prizes\": [\"pro.monthly\"]\n}\n"), "(2,3): error RDY9004");
        await FailsAsync("readiness.json", Utf8("{\n  \"prices\": [\"pro.monthly\"\n"), "(3,1): error RDY9004");

        async Task FailsAsync(string file, byte[] bytes, string finding)
        {
            File.WriteAllBytes(app.PathOf(file), bytes);
            var failed = (await app.PublishAsync("--no-build")).FailsWith(file + finding);
            Assert.StartsWith("Readiness: FAILED, 1 error,", failed.Verdict, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", failed.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", failed.Output, StringComparison.Ordinal);
            Assert.False(app.WasPublished);
            File.Delete(app.PathOf(file));
        }
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
