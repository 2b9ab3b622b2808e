namespace ReadinessAnalyzers.Gate.Tests;

/// <summary>No secret leaves the process: keys are planted everywhere and must come out nowhere.</summary>
public sealed class CanaryTests : IDisposable
{
    private static readonly string[] Keys = ["sk_live_", "sk_test_", "rk_live_", "pk_test_", "sk_org_", "whsec_"];
    private readonly PublishedShop _shop = new();
    private readonly List<string> _planted = [];

    public void Dispose() => _shop.Dispose();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_is_planted_is_in_no_message_and_no_report(int seed)
    {
        var random = new Random(seed);
        var settings = string.Join(",\n", Enumerable.Range(0, 12).Select(i =>
        {
            _shop.Read($"Stripe:S{i}", random.Next(3) switch { 0 => "secretKey", 1 => "publishableKey", _ => "webhookSecret" });
            return $"\"Stripe:S{i}\": \"{Value(random)}\"";
        }));
        var prices = string.Join(",", Enumerable.Range(0, 4).Select(i => $"\"Stripe:Prices:p{i}\": \"{Value(random)}\""));
        _shop.Publish("appsettings.json", $$"""{ {{settings}}, {{prices}}, "{{Key(random)}}": "{{Value(random)}}", "{{Key(random)}}": {} }""");
        _shop.Publish("appsettings.Production.json", random.Next(2) == 0 ? "{}" : $$"""{ "a": "{{Value(random)}}" "{{Value(random)}}" }""");
        _shop.Publish("appsettings.Development.json", $$"""{ "A": "{{Value(random)}}" }""");
        _shop.Read(Key(random), "secretKey");
        _shop.Write("readiness.json", $$"""
            {
              "{{Key(random)}}": 1,
              "prices": ["{{Key(random)}}", "p0"],
              "deferred": { "Stripe:S1": "{{Key(random)}}", "{{Key(random)}}": "x", "{{Key(random)}}": 1, "Unread": "{{Key(random)}}" }
            }
            """);

        Assert.False(_shop.Run(new ReadinessGate { ReportFile = "out/report", ReportFormats = "html;markdown;sarif;json", StepSummaryFile = "out/summary.md", Strict = true }));
        var reports = Directory.GetFiles(_shop.PathOf("out"));
        Assert.Equal(5, reports.Length);
        var output = _shop.Engine.Everything + string.Concat(reports.Select(File.ReadAllText));
        File.Delete(_shop.PathOf("readiness.json"));
        _shop.Run(new ReadinessInit());
        output += _shop.Engine.Everything + (File.Exists(_shop.PathOf("readiness.json")) ? File.ReadAllText(_shop.PathOf("readiness.json")) : "");

        Assert.NotEmpty(_shop.Engine.Errors);
        Assert.All(_planted, body => Assert.DoesNotContain(body, output));
    }

    /// <summary>For values: also what nobody could recognise as a secret.</summary>
    private string Value(Random random) => random.Next(3) == 0 ? Plant(random, random.Next(2) == 0 ? "" : "price_") : Key(random);

    /// <summary>For names and other texts, which are shown unless they look like a key.</summary>
    private string Key(Random random) => Plant(random, Keys[random.Next(Keys.Length)]);

    /// <summary>Remembers the first characters only: half a secret is a leak as well.</summary>
    private string Plant(Random random, string prefix)
    {
        var planted = StripeKeys.Make(prefix, random.Next(), random.Next(24, 99));
        _planted.Add(planted[prefix.Length..][..12]);
        return planted;
    }
}
