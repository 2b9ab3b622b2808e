namespace ReadinessAnalyzers.Gate.Tests;

/// <summary>No check of a setting tells what the setting holds: random values are planted under every kind and must come out nowhere.</summary>
public sealed class SettingsCanaryTests : IDisposable
{
    private static readonly string[] Prefixes = ["", "", "sk_live_", "sk_test_", "pk_live_", "whsec_", "price_"];

    // What each kind asks for, and values behind which {0} stands.
    private static readonly (string Demand, string[] Values)[] Settings =
    [
        ("false", ["{0}"]),
        ("null", ["{0}"]),
        ("[\"a\", \"b*\"]", ["{0}"]),
        ("7", ["{0}"]),
        ("\"boolean\"", ["{0}"]),
        ("{ \"not\": [\"*\"] }", ["{0}"]),
        ("{ \"min\": 1, \"lessThan\": \"S:2\" }", ["{0}", "-1{0}"]),
        ("{ \"contains\": [\"a\"] }", ["{0}", "b,{0}"]),
        ("{ \"equals\": [\"a\"] }", ["a;{0}", "[\\\"{0}\\\"]"]),
        ("{ \"host\": \"a.example\", \"path\": \"/a\" }", ["https://{0}.example/x", "https://a.example/{0}", "http://{0}", "https://localhost/{0}", "{0}"]),
        ("{ \"kind\": \"url\", \"sameHostAs\": \"S:10\" }", ["http://{0}.example", "http://u:{0}@127.0.0.1"]),
        ("\"hosts\"", ["{0};*", "https://{0}", "{0}.localhost"]),
        ("\"date\"", ["{0}", "2001-01-01{0}"]),
        ("\"sqlServer\"", ["Server=.;User Id={0};Password={0};Encrypt=no", "{0}", "Server=\\\"{0}", "Server=db;{0}=x"]),
        ("{ \"kind\": \"postgres\", \"maxPoolSize\": 9, \"userDiffersFrom\": \"S:16\" }", ["Host=a;Username={0};Password={0}", "postgres://postgres:{0}@localhost/{0}"]),
        ("\"mySql\"", ["Server={0};Uid=root;Pwd={0}"]),
        ("{ \"kind\": \"postgres\" }", ["Host=a;Username={0};Password={0};Pooling={0}"]),
        ("\"redis\"", ["localhost,password={0}", "redis://:{0}@cache"]),
        ("\"secret\"", ["{0}", "secret"]),
        ("{ \"minLength\": 999 }", ["{0}"]),
        ("\"stripeSecretKey\"", ["{0}"]),
        ("\"stripeRestrictedKey\"", ["{0}"]),
        ("\"stripePublishableKey\"", ["{0}"]),
        ("\"stripeWebhookSecret\"", ["{0}"]),
        ("{ \"kind\": \"stripeWebhookSecrets\", \"retireOn\": \"S:1\" }", ["{0}", "{0},{0}", "[\\\"{0}\\\", 1]"]),
        ("\"stripeMode\"", ["{0}"]),
        ("\"stripePrice\"", ["{0}"]),
        ("{ \"sameAs\": \"S:1\", \"differsFrom\": [\"S:2\", \"S:3\"], \"shipped\": false }", ["{0}"]),
        ("\"emails\"", ["{0}", "{0}@localhost", "a@{0}.test"]),
        ("\"mailDomain\"", ["{0}", "{0}.example.com", "{0} gmail.com"]),
        ("\"handledEvents\"", ["{0}", "{0},*"]),
        ("\"stripePortalConfiguration\"", ["{0}"]),
    ];

    private readonly PublishedShop _shop = new();
    private readonly List<string> _planted = [];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    public void Dispose() => _shop.Dispose();

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_a_setting_holds_is_in_no_output(int seed)
    {
        var random = new Random(seed);
        var values = Settings.Select(setting => string.Join(Plant(random), setting.Values[random.Next(setting.Values.Length)].Split("{0}"))).ToArray();
        values[random.Next(values.Length)] = values[random.Next(values.Length)];
        _shop.Publish("appsettings.json", $$"""{ "S": { {{string.Join(", ", values.Select((value, i) => $"\"{i}\": \"{value}\""))}} }, "P": "{\"a.b\":\"{{Plant(random)}}\",\"a.c\":{{(random.Next(2) == 0 ? Plant(random) : "7")}}}", "Q": "{{Plant(random)}}" }""");
        _shop.Publish("appsettings.Development.json", $$"""{ "S": { "18": "{{values[18]}}" }, "T": { "a.b": "{{Plant(random)}}" } }""");
        _shop.Write("readiness.json", $$"""
            {
              "settings": { {{string.Join(", ", Settings.Select((setting, i) => $"\"S:{i}\": {setting.Demand}"))}} },
              "prices": { "section": "P", "required": ["a.b"], "settings": { "x.y": "Q" }, "test": "T", "shared": "S" }
            }
            """);

        Assert.False(_shop.Run(new ReadinessGate { ReportFile = "out/report", ReportFormats = "html;markdown;sarif;json", Today = "2026-06-15" }));
        var reports = Directory.GetFiles(_shop.PathOf("out"));
        Assert.Equal(4, reports.Length);
        var output = string.Concat(reports.Select(File.ReadAllText)) + _shop.Engine.Everything;

        Assert.Contains(_shop.Engine.Errors, error => error.Code == "RDY8012");
        Assert.Contains(_shop.Engine.Errors, error => error.Code == "RDY8015");
        Assert.DoesNotContain(_shop.Engine.Errors, error => error.Code is "RDY9000" or "RDY9004" or "RDY8007");
        Assert.All(_planted, body => Assert.DoesNotContain(body, output));
    }

    /// <summary>A value that nobody could know, of which the first characters are remembered.</summary>
    private string Plant(Random random)
    {
        if (random.Next(5) == 0)
            return MarkedSecrets.Make(random, _planted);

        var prefix = Prefixes[random.Next(Prefixes.Length)];
        var planted = StripeKeys.Make(prefix, random.Next(), random.Next(24, 50));
        _planted.Add(planted[prefix.Length..][..12]);
        return planted;
    }
}
