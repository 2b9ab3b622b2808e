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
                  "profile": "plans-and-disputes",
                  "evidence": { "tests": "../TestResults", "stripe": "readiness/stripe" },
                  "documents": { "DOC-08": "docs/disputes.md" }
                }
                """)
            .Write("docs/disputes.md", "# Respond\nWithin a day.\n# Refund early\nTBD\n# Escalate\nTo Ana.\n")
            .Write("readiness/stripe/account.json", """{ "object": "account", "charges_enabled": false }""")
            .Write("../TestResults/run.trx", """<TestRun><Results><UnitTestResult testName="QA-06 A declined card" outcome="Failed" /></Results></TestRun>""");
        (await app.RunAsync("msbuild", "-t:ReadinessRelease", "-p:Version=1.4.2", "-p:ReadinessToday=2026-06-15")).Succeeds();
        Assert.Equal("[\n  { \"release\": \"1.4.2\", \"on\": \"2026-06-15\" }\n]\n", File.ReadAllText(app.PathOf("readiness/releases.json")));
        Assert.DoesNotContain("RDY9032", (await app.RunAsync("msbuild", "-t:ReadinessRelease", "-p:Release=1.5.0")).Output, StringComparison.Ordinal);

        var published = (await app.PublishAsync("-p:ReadinessGate=warn", "-p:ReadinessToday=2026-06-20")).Succeeds();
        Assert.Equal(
            [
                "TestResults/run.trx(1,20): warning RDY9033",
                "disputes.md(4,1): warning RDY9030",
                "account.json(1,44): warning RDY9031",
                "releases.json(3,3): warning RDY9027",
            ],
            published.Findings.Where(finding => finding.Contains("RDY9027", StringComparison.Ordinal) || finding.Contains("RDY903", StringComparison.Ordinal)));
        Assert.False(Directory.Exists(app.PathOf("bin/Release/net10.0/publish/readiness")));
        Assert.False(File.Exists(app.PathOf("bin/Release/net10.0/publish/readiness.json")));
    }
}
