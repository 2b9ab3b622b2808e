namespace ReadinessAnalyzers.Gate.Tests;

/// <summary>No secret leaves the process by way of evidence: keys are planted in test results, exports, documents and releases, whole and broken, and must come out nowhere.</summary>
public sealed class EvidenceCanaryTests : IDisposable
{
    private static readonly string[] Prefixes = ["sk_live_", "sk_test_", "rk_live_", "whsec_", "price_", "bpc_", "acct_"];

    // {0} is what is planted.
    private static readonly Dictionary<string, string[]> Files = new()
    {
        ["results/run.trx"] =
        [
            "<TestRun><Results><UnitTestResult testName=\"x\" outcome=\"Failed\"><Output><Message>{0}</Message></Output></UnitTestResult></Results></TestRun>",
            "<TestRun {0}=\"1\"><Results>",
            "<TestRun><Results><UnitTestResult testName=\"QA-06\" outcome=\"Failed\">{0}",
        ],
        ["results/run.json"] =
        [
            """{ "reportFormat": "CTRF", "results": { "tests": [{ "name": "QA-06", "status": "failed", "message": "{0}", "tags": ["{0}"] }] } }""",
            """{ "reportFormat": "CTRF", {0} """,
        ],
        ["stripe/prices.json"] =
        [
            """{ "object": "list", "has_more": false, "data": [{ "object": "price", "id": "{0}", "livemode": true, "active": false, "recurring": { "interval": "{0}" } }] }""",
            """{ "object": "list", "data": [ {0} """,
        ],
        ["stripe/endpoints.json"] =
        [
            """{ "object": "webhook_endpoint", "livemode": true, "url": "https://x.example/{0}", "secret": "{0}", "status": "{0}", "enabled_events": ["*"] }""",
            """{ "object": "webhook_endpoint", "livemode": true, "url": "https://shop.example/?{0}", "status": "enabled", "enabled_events": ["*"] }""",
            """{ "object": "webhook_endpoint", "livemode": true, "url": "https://shop.example/", "status": "enabled", "enabled_events": ["{0}"] }""",
        ],
        ["stripe/portal.json"] = ["""{ "object": "billing_portal.configuration", "id": "{0}", "livemode": true, "active": "{0}", "features": { "{0}": 1 } }"""],
        ["docs/runbooks.md"] = ["# {0}\nTODO {0}\n## Reconcile {0}\n", "{0}\0"],
        ["readiness/releases.json"] = ["""[{ "release": "1", "on": "{0}" }, "{0}"]""", """[ {0} """],
    };

    private readonly PublishedShop _shop = new();
    private readonly List<string> _planted = [];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 15)];

    public void Dispose() => _shop.Dispose();

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_is_planted_in_evidence_is_in_no_output(int seed)
    {
        var random = new Random(seed);
        foreach (var (file, texts) in Files)
            _shop.Write(file, string.Join(Value(random), texts[random.Next(texts.Length)].Split("{0}")));
        _shop.Publish("appsettings.json", $$"""{ "Stripe": { "Prices": { "pro.monthly": "{{Value(random)}}" }, "PortalConfigurationId": "{{Value(random)}}", "WebhookUrl": "https://shop.example/", "WebhookAllowedEvents": "invoice.paid {{Value(random)}}" } }""");
        _shop.Write("readiness.json", """{ "profile": "reference", "evidence": { "tests": "results", "stripe": "stripe" } }""");

        Assert.False(_shop.Run(new ReadinessGate { ReportFile = "out/report", ReportFormats = "html;markdown;sarif;json", Today = "2026-06-15" }));
        var reports = Directory.GetFiles(_shop.PathOf("out"));
        Assert.Equal(4, reports.Length);
        _shop.Run(new ReadinessRelease { Release = StripeKeys.Make("sk_live_", seed), Today = "2026-06-15" });
        var output = string.Concat(reports.Select(File.ReadAllText)) + _shop.Engine.Everything;

        Assert.Contains(_shop.Engine.Errors, error => error.Code.StartsWith("RDY903", StringComparison.Ordinal));
        Assert.DoesNotContain(_shop.Engine.Errors, error => error.Code == "RDY9000");
        Assert.DoesNotContain(StripeKeys.Make("sk_live_", seed), output + File.ReadAllText(_shop.PathOf("readiness/releases.json")));
        Assert.All(_planted, body => Assert.DoesNotContain(body, output));
    }

    private string Value(Random random)
    {
        var prefix = Prefixes[random.Next(Prefixes.Length)];
        var planted = StripeKeys.Make(prefix, random.Next(), random.Next(70, 99));
        _planted.Add(planted[prefix.Length..][..12]);
        return planted;
    }
}
