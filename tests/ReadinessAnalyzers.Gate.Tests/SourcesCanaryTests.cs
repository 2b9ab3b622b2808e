namespace ReadinessAnalyzers.Gate.Tests;

/// <summary>
/// No secret leaves the process by way of a declared source: keys, and values that look like references, are planted in every kind, whole and broken,
/// and must come out nowhere.
/// </summary>
public sealed class SourcesCanaryTests : IDisposable
{
    private const string Variable = "ReadinessCanary__Key";

    private static readonly string[] Prefixes = ["sk_live_", "sk_test_", "rk_live_", "pk_test_", "whsec_", "price_", "", ""];

    // {0} is a value that names nothing. Each has one fault or more behind which a value stands.
    private static readonly Dictionary<string, string[]> Files = new()
    {
        ["dotenv"] = ["A={0}\nB=\"{0}\n", "A='{0}'{0}\n{0}\nC=${{X:-{0}}}\nD={0}", "S__K={0}\ns__k={0}\nASPNETCORE_ENVIRONMENT={0}"],
        ["compose"] =
        [
            "services:\n  web:\n    environment:\n      - A={0}\n      - B=${{X:-{0}}}\n",
            "services:\n  web:\n    environment: {{ A: {0}, A: {0} }}\n",
            "services:\n  web:\n    environment: {0}\n    extends: {{ file: x.yml }}\n",
            "services:\n  web:\n    environment: {{ A: \"{0} }}\n",
            "services:\n  web:\n    environment: {{ S__K: '{0}', A: *{0} }}\n",
        ],
        ["kubernetes"] =
        [
            "kind: Secret\nmetadata: {{ name: s }}\nstringData: {{ S__K: '{0}' }}\ndata: {{ A: '{0}' }}\n",
            "kind: Pod\nmetadata: {{ name: p }}\nspec: {{ containers: [{{ name: c, env: [{{ name: S__K, value: '{0}' }}, {{ name: B, value: $({0}) }}] }}] }}\n",
            "kind: ConfigMap\ndata: {{ A: {{{{ {0} }}}} }}\n",
            "kind: ConfigMap\ndata: {{ A: ! '{0}', B: !<{0}> x }}\n",
        ],
        ["azureAppSettings"] = ["""[{{ "name": "S__K", "value": "{0}" }}, {{ "value": "{0}" }}]""", """{{ "S__K": "{0}" "{0}" }}""", """{{ "A": "@Microsoft.KeyVault(SecretUri={0})" }}"""],
        ["arm"] =
        [
            """{{ "resources": [{{ "type": "Microsoft.Web/sites/config", "name": "s/appsettings", "properties": {{ "S__K": "{0}", "A": "[concat('{0}')]" }} }}] }}""",
            """{{ "resources": [{{ "type": "Microsoft.Web/sites/config", "name": "s/appsettings", "properties": {{ "A": "{0} }} }}] }}""",
        ],
        ["webConfig"] =
        [
            """<a><aspNetCore><environmentVariables><environmentVariable name="S__K" value="{0}" /><environmentVariable value="{0}" /></environmentVariables></aspNetCore></a>""",
            """<a value="{0}" value="{0}" />""",
            """<a><b>{0}</c></a>""",
        ],
        ["systemd"] = ["[Service]\nEnvironment=S__K={0} {0}\n{0}\n", "[Service]\nEnvironment=\"A={0}\n", "[Service]\nEnvironment=A=%{0}\n"],
        ["json"] = ["""{{ "S": {{ "K": "{0}", "k": "{0}" }} }}""", """{{ "A": {0} }}"""],
        ["ini"] = ["[S]\nK={0}\nK={0}\n{0}\n"],
        ["xml"] = ["<a><S K=\"{0}\"><K>{0}</K></S></a>", "<a>{0}", "<a K=\"{0}\" K=\"{0}\" />"],
        ["fingerprint"] = ["""{{ "environment": "Production", "settings": {{ "S:K": {{ "kind": "text", "hash": "{0}" }} }} }}""", """{{ "environment": "{0}", "salt": "{0}" }}"""],
    };

    private readonly PublishedShop _shop = new();
    private readonly List<string> _planted = [];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        _shop.Dispose();
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_is_planted_in_a_source_is_in_no_output(int seed)
    {
        var random = new Random(seed);
        var sources = new List<string> { "\"environment\"", "\"appsettings\"", """{ "keyPerFile": "keys" }""" };
        foreach (var (kind, texts) in Files)
        {
            var text = texts[random.Next(texts.Length)];
            _shop.Write(kind, string.Join(Value(random), text.Replace("{{", "{").Replace("}}", "}").Split("{0}")));
            sources.Add($$"""{ "{{kind}}": "{{kind}}" }""");
        }

        _shop.Write("keys/S__K", Value(random));
        _shop.Write("keys/s__k", Value(random));
        Environment.SetEnvironmentVariable(Variable, Value(random));
        _shop.Write("readiness.json", $$"""{ "sources": [{{string.Join(", ", sources.OrderBy(_ => random.Next()))}}], "prices": { "section": "S", "required": ["A"] } }""");
        foreach (var setting in new[] { "S:K", "A", "B", "C", "ReadinessCanary:Key" })
            _shop.Read(setting, random.Next(2) == 0 ? "secretKey" : "webhookSecret");

        Assert.False(_shop.Run(new ReadinessGate { ReportFile = "out/report", ReportFormats = "html;markdown;sarif;json", Strict = true }));
        var reports = Directory.GetFiles(_shop.PathOf("out"));
        Assert.Equal(4, reports.Length);
        var output = string.Concat(reports.Select(File.ReadAllText));
        _shop.Run(new ReadinessInit());
        _shop.Run(new ReadinessFingerprint { FingerprintFile = "written.json" });
        File.WriteAllText(_shop.PathOf("readiness.json"), "{}");
        _shop.Run(new ReadinessFingerprint { FingerprintFile = "written.json" });
        output += _shop.Engine.Everything + File.ReadAllText(_shop.PathOf("written.json"));

        Assert.Contains(_shop.Engine.Errors, error => error.Code == "RDY8009");
        Assert.DoesNotContain(_shop.Engine.Errors, error => error.Code == "RDY9000");
        Assert.All(_planted, body => Assert.DoesNotContain(body, output));
    }

    private string Value(Random random)
    {
        if (random.Next(3) == 0)
            return MarkedSecrets.Make(random, _planted);

        var prefix = Prefixes[random.Next(Prefixes.Length)];
        var planted = StripeKeys.Make(prefix, random.Next(), random.Next(70, 99));
        _planted.Add(planted[prefix.Length..][..12]);
        return planted;
    }
}
