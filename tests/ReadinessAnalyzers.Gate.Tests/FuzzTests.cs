using System.Collections;
using System.Diagnostics;
using System.Text;
using ReadinessAnalyzers.Gate.Builds;
using ReadinessAnalyzers.Gate.Configuration;
using ReadinessAnalyzers.Gate.Configuration.Sources;
using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Tests;

/// <summary>Broken input of every kind makes findings and never an exception, and none takes long.</summary>
public sealed class FuzzTests(ITestOutputHelper output) : IDisposable
{
    private const int Mutants = 10_000;

    private static readonly string[] Pieces =
    [
        "\"", "'", "{", "}", "[", "]", ":", ",", "=", "#", "&a", "*a", "<<: *a", "- ", "? ", "| ", ">\n", "!t ", "---\n", "...\n", "%YAML 1.2\n", "\t", "\n", "\r", "\0",
        "\uFEFF", "é", "😀", "\uD800", "<", ">", "</a>", "<!--", "]]>", "&amp;", "&#0;", "${", "$(", "{{", "__", "@Microsoft.KeyVault(", "[parameters('", "null", "~", "1e999", "\\", "\\u12", "%",
        "[Service]", "kind: List\nitems: ", "environment", "extends: web", "../", "/dev/zero",
    ];

    // Each is a file that is read without a fault.
    private static readonly (string Name, string Text)[] Originals =
    [
        ("appsettings.json", """{ "Stripe": { "SecretKey": "x", "Prices": { "pro": { "monthly": "price_1" } } }, "A:B": [1, true, null], "S": { "1": "off", "3": "a", "4": "8", "5": "7", "6": ["a", "b"], "7": "x", "8": "price_2", "10": "https://a.b/c", "11": "a;*.b.c", "12": "2026-01-01", "13": "Host=a;Username='u';SSL Mode=Require;Password=\"x;y\"", "14": "a:1,ssl=true,password=x", "15": "x", "18": ["whsec_a", "whsec_b"], "19": "live", "20": "a@b.eu", "21": "b.eu", "22": "[]" } }"""),
        ("appsettings.Production.json", """{ /* c */ "Stripe": { "SecretKey": "${KEY}" }, }"""),
        ("prod.env", "# c\nexport A=\"x\\n$Y\" # c\nStripe__SecretKey='x'\nB\n"),
        ("compose.yml", "x: &a { A: 1 }\nservices:\n  web:\n    env_file: [prod.env]\n    environment:\n      <<: *a\n      B: ${C}\n  base: { environment: [A=1, B] }\n"),
        ("k8s.yaml", "kind: Deployment\nmetadata: { name: web }\nspec:\n  template:\n    spec:\n      containers:\n        - name: c\n          envFrom: [{ secretRef: { name: s } }]\n          env:\n            - name: A\n              valueFrom: { secretKeyRef: { name: s, key: k } }\n---\nkind: Secret\nmetadata: { name: s }\ndata: { k: a2V5 }\nstringData: { l: x }\n"),
        ("azure.json", """[{ "name": "A", "value": "@Microsoft.KeyVault(SecretName=x)" }, { "name": "B", "value": "x", "type": "Custom" }]"""),
        ("arm.json", """{ "resources": [{ "type": "Microsoft.Web/sites", "name": "s", "properties": { "siteConfig": { "appSettings": [{ "name": "A", "value": "[parameters('p')]" }] } } }] }"""),
        ("web.config", """<?xml version="1.0"?><configuration><aspNetCore><environmentVariables><environmentVariable name="A" value="x" /></environmentVariables></aspNetCore></configuration>"""),
        ("shop.service", "[Unit]\n[Service]\nEnvironment=\"A=x y\" B=%i \\\n  C=z\nEnvironmentFile=-/etc/x\n"),
        ("x.ini", "[A:B]\nC = \"x\"\n; c\n"),
        ("x.xml", "<s><A Name=\"b\" C=\"x\"><![CDATA[y]]></A><A/><A>z</A></s>"),
        ("fp.json", """{ "environment": "Production", "salt": "AAAA", "settings": { "A": { "kind": "secretKey", "mode": "live", "length": "64-127" }, "B": { "present": false } } }"""),
        ("staging.json", """{ "environment": "Staging", "salt": "AAAA", "settings": { "A": { "kind": "webhookSecret", "length": "32-63", "hash": "0123456789abcdef" } } }"""),
        ("Dockerfile", "# escape=`\nARG X=1\nFROM --platform=$B a:$X AS build\nRUN <<EOF\nFROM b\nEOF\nCOPY a `\n  # c\n  b\nFROM build AS c\nFROM mcr.microsoft.com/dotnet/sdk\n"),
        ("project.assets.json", """{ "project": { "restore": { "restoreLockProperties": { "restoreLockedMode": true }, "restoreAuditProperties": { "enableAudit": "true", "auditMode": "all" } } }, "logs": [{ "code": "NU1903", "libraryId": "A" }] }"""),
        ("readiness.json", """
            {
              "sources": [
                "appsettings", "environment", { "dotenv": "prod.env", "format": "raw" }, { "keyPerFile": "keys", "optional": true }, { "compose": ["compose.yml"], "service": "web" },
                { "kubernetes": "k8s.yaml", "workload": "web" }, { "azureAppSettings": "azure.json" }, { "arm": "arm.json" }, { "webConfig": "web.config" },
                { "systemd": "shop.service" }, { "json": "appsettings.json" }, { "ini": "x.ini" }, { "xml": "x.xml" }, { "fingerprint": "fp.json" }
              ],
              "prices": { "required": ["pro.monthly"], "settings": { "a.b": "S:8" }, "test": "Stripe:Prices:Test", "shared": { "section": "S:9", "reason": "r" } },
              "settings": {
                "S:1": false, "S:2": null, "S:3": ["a*", "b"], "S:4": { "min": 1, "max": 9, "greaterThan": "S:5" }, "S:5": 7, "S:6": { "contains": ["a"] }, "S:7": "required",
                "S:10": { "host": "a.b", "path": "/c", "optional": true }, "S:11": "hosts", "S:12": { "maxAgeDays": 9 }, "S:13": { "kind": "postgres", "local": "x" }, "S:14": "redis",
                "S:15": { "kind": "secret", "differsFrom": ["S:16"], "sameAs": "S:17" }, "S:16": "stripeSecretKey", "S:18": { "kind": "stripeWebhookSecrets", "retireOn": "S:12" },
                "S:19": "stripeMode", "S:20": "emails", "S:21": "mailDomain", "S:22": "handledEvents", "S:*": { "not": ["z"], "shipped": false }
              },
              "build": ["lockedRestore", "audit", "leanImage", { "publishes": ["a/b", "c"] }],
              "events": { "required": ["invoice.paid"] }, "deferred": { "A": "by the host" }, "justifySuppressions": true, "nonProduction": ["staging.json"], "testEnvironments": ["Demo"],
              "suppressions": [{ "id": "RDY8012", "key": "S:6", "reason": "r", "until": "2026-12-31" }]
            }
            """),
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Mutated_files_make_findings_only()
    {
        const int Seed = 20260101;
        var random = new Random(Seed);
        foreach (var (name, text) in Originals)
            _folder.Write(name, text);
        Assert.DoesNotContain(Judge("readiness.json"), finding => finding.Id is "RDY8007" or "RDY8009" or "RDY9004");

        var (clock, slowest, findings) = (Stopwatch.StartNew(), TimeSpan.Zero, 0);
        for (var i = 0; i < Mutants; i++)
        {
            var (name, text) = Originals[i % Originals.Length];
            var mutant = Mutate(text, random);
            _folder.Write(name, mutant);
            var started = clock.Elapsed;
            try
            {
                findings += Judge(name).Count;
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {Seed}, mutant {i} of {name}: {e}\n{Encoding.UTF8.GetString(mutant)}");
            }

            slowest = clock.Elapsed - started > slowest ? clock.Elapsed - started : slowest;
            _folder.Write(name, text);
        }

        output.WriteLine($"seed {Seed}: {Mutants} mutants of {Originals.Length} files, {findings} findings, {clock.Elapsed.TotalSeconds:F1} s, the slowest {slowest.TotalMilliseconds:F0} ms");
        Assert.True(slowest < TimeSpan.FromSeconds(5));
    }

    /// <summary>Judges the app with the one file and those that it leads to; a whole policy leads to all.</summary>
    private IReadOnlyList<Finding> Judge(string name)
    {
        var policyFile = Path.Combine(_folder.Path, "readiness.json");
        var policy = ReadinessPolicyReader.Parse(policyFile, File.ReadAllText(policyFile));
        if (name != "readiness.json")
            policy = policy with { Sources = [.. policy.Sources!.Where(source => source.Paths.Count == 0 || source.Paths.Any(path => path.Text == name))] };

        string[] published = ["appsettings.json", "appsettings.Production.json"];
        var variables = new Hashtable { ["A"] = "x", ["a"] = "y", ["Stripe__SecretKey"] = "z" };
        var configuration = EffectiveConfiguration.Load(
            published.Select(file => new SettingsFile(Path.Combine(_folder.Path, file), file)), "Production", "Shop", new Version(10, 0),
            DeclaredSources.Read(policy.Sources, _folder.Path, "Production", () => variables));
        return GateEvaluation.Evaluate(new(Path.Combine(_folder.Path, "Shop.csproj"), configuration) { Policy = policy, Build = Build }).Findings;
    }

    private BuildInput Build => new(new(new Dictionary<string, string> { ["NuGetAudit"] = "false" }))
    {
        IsContinuousIntegration = true,
        HasLockFile = new(() => true),
        Restore = new(() => RestoreResult.Read(Path.Combine(_folder.Path, "project.assets.json"))),
        Dockerfile = new(() => Dockerfile.Read(Path.Combine(_folder.Path, "Dockerfile"))),
    };

    /// <summary>The text with a few changes of any kind.</summary>
    public static byte[] Mutate(string text, Random random)
    {
        var mutant = new StringBuilder(text);
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var at = random.Next(mutant.Length + 1);
            var length = Math.Min(random.Next(1, 12), mutant.Length - at);
            switch (random.Next(6))
            {
                case 0: mutant.Remove(at, length); break;
                case 1: mutant.Insert(at, Pieces[random.Next(Pieces.Length)]); break;
                case 2: mutant.Insert(at, mutant.ToString(at, length)); break;
                case 3: mutant.Length = at; break;
                case 4: mutant.Insert(at, string.Concat(Enumerable.Repeat(Pieces[random.Next(Pieces.Length)], random.Next(1, 300)))); break;
                default:
                    if (at < mutant.Length)
                        mutant[at] = (char)random.Next(1, 0x250);
                    break;
            }
        }

        var bytes = Encoding.UTF8.GetBytes(mutant.ToString());
        if (bytes.Length > 0 && random.Next(20) == 0)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }
}
