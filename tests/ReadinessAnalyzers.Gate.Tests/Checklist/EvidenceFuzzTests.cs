using System.Diagnostics;
using System.Text;

namespace ReadinessAnalyzers.Gate.Tests.Checklist;

/// <summary>Broken evidence of every kind makes findings and never an exception, and none takes long.</summary>
public sealed class EvidenceFuzzTests(ITestOutputHelper output) : IDisposable
{
    private const int Mutants = 1_000;

    private static readonly (string Name, string Text)[] Originals =
    [
        ("results/run.trx", """<TestRun xmlns="x"><Times finish="2026-06-15T09:00:00Z" /><Results><UnitTestResult testId="1" testName="QA-06 x" outcome="Passed" /></Results><TestDefinitions><UnitTest id="1" storage="a.dll"><TestMethod className="T" /></UnitTest></TestDefinitions><ResultSummary outcome="Completed" /></TestRun>"""),
        ("results/run.xml", """<assemblies finish-rtf="2026-06-15T09:00:00Z"><assembly name="a.dll" errors="0"><collection><test name="x" type="T" result="Pass"><traits><trait name="requirement" value="QA-07" /></traits></test></collection></assembly></assemblies>"""),
        ("results/run.json", """{ "reportFormat": "CTRF", "results": { "summary": { "stop": 1781514000000 }, "extra": { "suites": [{ "id": "s", "filePath": "a.dll" }] }, "tests": [{ "name": "QA-12 x", "status": "passed", "suite": ["s"], "tags": ["@QA-01"], "labels": { "requirement": "QA-20" }, "extra": { "type": "T" } }] } }"""),
        ("stripe/all.json", """[{ "object": "list", "url": "/v1/prices", "has_more": false, "data": [{ "object": "price", "id": "price_1", "livemode": true, "active": true, "recurring": { "interval": "month", "interval_count": 1, "usage_type": "licensed" } }] }, { "object": "webhook_endpoint", "livemode": true, "status": "enabled", "url": "https://shop.example/", "enabled_events": ["invoice.paid"] }, { "object": "billing_portal.configuration", "id": "bpc_1", "livemode": true, "active": true, "features": { "invoice_history": { "enabled": true }, "subscription_update": { "enabled": true, "proration_behavior": "always_invoice", "schedule_at_period_end": { "conditions": [{ "type": "x" }] } } } }, { "object": "account", "charges_enabled": true }]"""),
        ("docs/runbooks.md", "# Webhook failure\nx\n## Reconcile\n```\ny\n```\n# Manual correction\n<!-- c -->z\n# Abuse spike `a`\nTODO\n"),
        ("docs/disaster-recovery.md", "# RTO: 4 hours\n# RPO\n15 min\n"),
        ("docs/openapi.json", """{ "openapi": "3.1.0", "paths": { } }"""),
        ("readiness/releases.json", """[{ "release": "1.4.2", "on": "2026-06-01" }]"""),
        ("readiness.json", """{ "profile": "metered-billing", "features": ["tax", "metered", "wallets"], "evidence": { "tests": ["results"], "stripe": "stripe" }, "documents": { "DOC-02": "docs/runbooks.md", "DOC-03": { "file": "docs/disaster-recovery.md", "headings": ["RTO"] } } }"""),
    ];

    private readonly Shop _shop = new Shop().Publishes("""{ "Stripe": { "Prices": { "pro.monthly": "price_1" }, "WebhookUrl": "https://shop.example/" } }""").Handles("invoice.paid");

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void Mutated_evidence_makes_findings_only()
    {
        const int Seed = 20261121;
        var random = new Random(Seed);
        foreach (var (name, text) in Originals)
            _shop.Has(name, text);
        _shop.Says(Originals[^1].Text);
        Assert.DoesNotContain(_shop.Judge().Findings, finding => finding.Id is "RDY9032" or "RDY9004");

        var (clock, slowest, findings) = (Stopwatch.StartNew(), TimeSpan.Zero, 0);
        for (var i = 0; i < Mutants; i++)
        {
            var (name, text) = Originals[i % Originals.Length];
            var mutant = Encoding.UTF8.GetString(FuzzTests.Mutate(text, random));
            _ = name == "readiness.json" ? _shop.Says(mutant) : _shop.Has(name, mutant);
            var started = clock.Elapsed;
            try
            {
                findings += _shop.Judge().Findings.Count;
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {Seed}, mutant {i} of {name}: {e}\n{mutant}");
            }

            slowest = clock.Elapsed - started > slowest ? clock.Elapsed - started : slowest;
            _ = name == "readiness.json" ? _shop.Says(text) : _shop.Has(name, text);
        }

        output.WriteLine($"seed {Seed}: {Mutants} mutants of {Originals.Length} files, {findings} findings, {clock.Elapsed.TotalSeconds:F1} s, the slowest {slowest.TotalMilliseconds:F0} ms");
        Assert.True(slowest < TimeSpan.FromSeconds(30)); // no figure, but an end
    }

    [Theory]
    [InlineData("results/run.trx", "<TestRun>", "<a>")]
    [InlineData("results/run.trx", "<TestRun><Results>", "<UnitTestResult testName='QA-06 x' outcome='Passed' />")]
    [InlineData("results/run.xml", "<assemblies><assembly>", "<test name='x' result='Pass'><trait name='requirement' value='QA-06' /></test>")]
    [InlineData("results/run.json", "{ \"reportFormat\": \"CTRF\", \"results\": { \"tests\": [", "{ \"name\": \"QA-06 x\", \"status\": \"failed\" },")]
    [InlineData("stripe/all.json", "[", "{ \"object\": \"list\", \"data\": [] },")]
    [InlineData("stripe/all.json", "", "[")]
    [InlineData("docs/runbooks.md", "", "# Reconcile\n")]
    [InlineData("docs/runbooks.md", "# Reconcile\n", "## x\n")]
    [InlineData("docs/runbooks.md", "# Reconcile\n", "<!-- ")]
    [InlineData("docs/runbooks.md", "# Reconcile\n", "<!-- -->")]
    [InlineData("docs/runbooks.md", "# Reconcile\n", "`TODO")]
    [InlineData("docs/disaster-recovery.md", "# RTO RPO\n", "1")]
    [InlineData("readiness/releases.json", "[", "{ \"release\": \"1\", \"on\": \"2026-06-01\" },")]
    public void Nothing_that_is_repeated_takes_long(string name, string start, string piece)
    {
        _shop.Says(Originals[^1].Text).Has(name, start + string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)));
        var clock = Stopwatch.StartNew();
        _shop.Judge();
        output.WriteLine($"{name}: {clock.ElapsedMilliseconds} ms");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"{clock.Elapsed} for {name}");
    }
}
