namespace ReadinessAnalyzers.Package.Tests;

/// <summary>Evidence for the checklist, in a real publish.</summary>
public sealed class EvidenceTests(PackedPackage package)
{
    [Fact]
    public async Task Evidence_IsJudgedWhereItStands_AndNoneOfItIsPublished()
    {
        var app = package.NewApp()
            .Write("Program.cs", App.WithoutStripe)
            .Write("readiness.json", """
                {
                  "profile": "metered-billing",
                  "evidence": { "tests": "../TestResults", "stripe": "readiness/stripe" },
                  "documents": { "DOC-06": "docs/tenants.md" }
                }
                """)
            .Write("docs/tenants.md", "# Tenants\n\nTBD\n")
            .Write("readiness/stripe/account.json", """{ "object": "account", "charges_enabled": false }""")
            .Write("../TestResults/run.trx", """<TestRun><Results><UnitTestResult testName="Adds up" outcome="Failed" /></Results></TestRun>""");
        (await app.RunAsync("msbuild", "-t:ReadinessRelease", "-p:Version=1.4.2", "-p:ReadinessToday=2026-06-15")).Succeeds();
        Assert.Equal("[\n  { \"release\": \"1.4.2\", \"on\": \"2026-06-15\" }\n]\n", File.ReadAllText(app.PathOf("readiness/releases.json")));
        Assert.DoesNotContain("RDY9032", (await app.RunAsync("msbuild", "-t:ReadinessRelease", "-p:Release=1.5.0")).Output, StringComparison.Ordinal);

        var published = (await app.PublishAsync("-p:ReadinessGate=warn", "-p:ReadinessToday=2026-06-20")).Succeeds();
        Assert.Equal(
            [
                "../TestResults/run.trx(1,20): warning RDY9034",
                "docs/tenants.md(3,1): warning RDY9030",
                "readiness.json(2,14): warning RDY9030",
                "readiness/releases.json(3,3): warning RDY9027",
                "readiness/stripe/account.json(1,43): warning RDY9031",
            ],
            published.Findings.Where(finding => finding.Contains("RDY9027", StringComparison.Ordinal) || finding.Contains("RDY903", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.False(Directory.Exists(app.PathOf("bin/Release/net10.0/publish/readiness")));
        Assert.False(File.Exists(app.PathOf("bin/Release/net10.0/publish/readiness.json")));
    }
}
