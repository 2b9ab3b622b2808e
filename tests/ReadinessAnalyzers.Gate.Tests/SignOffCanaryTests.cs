namespace ReadinessAnalyzers.Gate.Tests;

/// <summary>No sign-off tells a secret: keys are planted in every member of records and in what they judge, and must come out nowhere.</summary>
public sealed class SignOffCanaryTests : IDisposable
{
    private static readonly string[] Keys = ["sk_live_", "sk_test_", "rk_live_", "whsec_"];

    private readonly PublishedShop _shop = new();
    private readonly List<string> _planted = [];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    public void Dispose() => _shop.Dispose();

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_is_planted_is_in_no_record_no_message_and_no_report(int seed)
    {
        var random = new Random(seed);
        _shop.Publish("appsettings.Production.json", $$"""
            { "Stripe": { "PortalConfigurationId": "{{Value(random)}}", "AutomaticTaxEnabled": "{{Value(random)}}", "Prices": { "basic.monthly": "price_{{Plant(random, "")}}", "pro.monthly": "price_{{Plant(random, "")}}" } } }
            """);
        var namesPeople = random.Next(2) == 0;
        _shop.Write("readiness.json", $$"""{ "profile": "reference", "features": ["tax"]{{(namesPeople ? $", \"people\": {{ \"{Key(random)}\": [] }}" : "")}} }""");
        _shop.Write("readiness/signoffs/QA-01.json", $$"""{ "{{Key(random)}}": 1, "id": "{{Key(random)}}", "result": "{{Key(random)}}", "role": "{{Key(random)}}", "on": "{{Key(random)}}" }""");
        _shop.Write("readiness/signoffs/QA-06.json", $$"""{ "id": "QA-06", "by": "{{Key(random)}}" "{{Value(random)}}" }""");
        _shop.Write("readiness/signoffs/OPS-03.json", $$"""
            {
              "id": "OPS-03", "result": "waived", "by": "{{Key(random)}}", "on": "2026-06-01", "expires": "2026-09-01", "reason": "{{Key(random)}}",
              "evidence": [{ "link": "http://example.com/{{Key(random)}}" }, { "file": "{{Key(random)}}", "sha256": "{{new string('0', 64)}}" }]
            }
            """);

        Assert.False(_shop.Run(new ReadinessGate { ReportFile = "out/report", ReportFormats = "html;markdown;sarif;json", Today = "2026-06-15" }));
        _shop.Run(Task("DSH-02", random));
        _shop.Run(Task("REL-02", random));
        _shop.Run(Task("OPS-08", random));
        _shop.Run(Task(Key(random), random));
        foreach (var id in new[] { "DSH-02", "REL-02", "OPS-08" })
        {
            if (File.Exists(_shop.PathOf($"readiness/signoffs/{id}.json")))
                File.Copy(_shop.PathOf($"readiness/signoffs/{id}.json"), _shop.PathOf($"out/{id}.json"));
            Assert.Equal(!namesPeople, File.Exists(_shop.PathOf($"out/{id}.json")));
        }

        var output = _shop.Engine.Everything + string.Concat(Directory.GetFiles(_shop.PathOf("out")).Select(File.ReadAllText));
        Assert.Contains(_shop.Engine.Errors, error => error.Code == "RDY9021");
        Assert.DoesNotContain(_shop.Engine.Errors, error => error.Code == "RDY9000");
        Assert.All(_planted, body => Assert.DoesNotContain(body, output));
    }

    private ReadinessSignOff Task(string id, Random random) => new()
    {
        Id = id,
        By = Key(random),
        Reason = Key(random),
        Evidence = "https://example.com/1",
        Today = "2026-06-15",
    };

    /// <summary>For values of settings and what stands behind a fault, which are never shown.</summary>
    private string Value(Random random) => Plant(random, random.Next(2) == 0 ? "" : Keys[random.Next(Keys.Length)]);

    /// <summary>For names and texts, which are shown unless they look like a key.</summary>
    private string Key(Random random) => Plant(random, Keys[random.Next(Keys.Length)]);

    private string Plant(Random random, string prefix)
    {
        var planted = StripeKeys.Make(prefix, random.Next(), random.Next(24, 99));
        _planted.Add(planted[prefix.Length..][..12]);
        return planted;
    }
}
