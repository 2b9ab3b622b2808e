using System.Text;
using System.Text.Json;
using ReadinessAnalyzers.Gate.Reporting;

namespace ReadinessAnalyzers.Gate.Tests.Reporting;

/// <summary>The report for code scanning: what the schema of SARIF 2.1.0 demands, and what GitHub makes of it.</summary>
public sealed class SarifReportTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void Analyzers_and_gate_report_together()
    {
        _shop
            .Publishes("{\n  \"Stripe\": { \"SecretKey\": \"sk_test_x\" }\n}")
            .Reads("Stripe:SecretKey")
            .Knows("RDY2005", "Failed verification is not refused", checklist: "WH-02")
            .Violates("RDY2005", suppressed: true, justification: "Refused by the gateway.")
            .Violates("RDY2011", FindingSeverity.Note, file: "Pay & go/100% # ü.cs");

        var run = Run();
        Assert.Equal(
            [
                ("RDY2011", "note", "Pay%20%26%20go/100%25%20%23%20%C3%BC.cs", 31),
                ("RDY8002", "error", "appsettings.Production.json", 2),
                ("RDY2005", "warning", "Webhooks.cs", 31),
            ],
            run.GetProperty("results").EnumerateArray().Select(result => (
                result.GetProperty("ruleId").GetString(),
                result.GetProperty("level").GetString(),
                PlaceOf(result).GetProperty("artifactLocation").GetProperty("uri").GetString(),
                PlaceOf(result).GetProperty("region").GetProperty("startLine").GetInt32())));
        Assert.Equal(
            """[{"kind":"inSource","justification":"Refused by the gateway."}]""",
            JsonSerializer.Serialize(run.GetProperty("results")[2].GetProperty("suppressions")));
        var rule = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Single(rule => rule.GetProperty("id").GetString() == "RDY2005");
        Assert.Equal(
            ("Failed verification is not refused", RuleHelp.Link("RDY2005"), "WH-02"),
            (rule.GetProperty("shortDescription").GetProperty("text").GetString(), rule.GetProperty("helpUri").GetString(), rule.GetProperty("properties").GetProperty("tags")[0].GetString()));
    }

    [Fact]
    public void What_readiness_json_suppresses_is_suppressed_from_outside()
    {
        _shop.Violates("RDY2009").Says("""{ "suppressions": [{ "id": "RDY2009", "file": "Webhooks.cs", "reason": "a beta", "until": "2026-12-31" }] }""");
        var suppressions = Assert.Single(Run().GetProperty("results").EnumerateArray(), result => result.GetProperty("ruleId").GetString() == "RDY2009").GetProperty("suppressions");
        Assert.Equal(
            """[{"kind":"external","justification":"a beta","location":{"physicalLocation":{"artifactLocation":{"uri":"readiness.json","uriBaseId":"%SRCROOT%"},"region":{"startLine":1,"startColumn":20}}},"properties":{"until":"2026-12-31"}}]""",
            JsonSerializer.Serialize(suppressions));
    }

    [Fact]
    public void Paths_are_seen_from_the_repository()
    {
        var project = Directory.CreateDirectory(_shop.PathOf("src/Shop"));
        Directory.CreateDirectory(_shop.PathOf(".git"));
        var result = _shop.Violates("RDY2005", file: "src/Billing/Webhooks.cs").Judge();
        result = result with { Input = result.Input with { ProjectFile = Path.Combine(project.FullName, "Shop.csproj") } };

        using var log = JsonDocument.Parse(SarifReport.Write(result));
        var place = PlaceOf(log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().First(found => found.GetProperty("ruleId").GetString() == "RDY2005"));
        Assert.Equal("""{"uri":"src/Billing/Webhooks.cs","uriBaseId":"%SRCROOT%"}""", JsonSerializer.Serialize(place.GetProperty("artifactLocation")));
    }

    [Fact]
    public void A_finding_that_moved_is_the_same_and_two_alike_are_two()
    {
        _shop.Violates("RDY2005", line: 3).Violates("RDY2005", line: 5).Violates("RDY2006", line: 5);
        var before = Fingerprints();
        Assert.Distinct(before);
        Assert.All(before, print => Assert.Matches("^RDY200[56]:[0-9a-f]{16}:[12]$", print));

        using var moved = new Shop();
        moved.Violates("RDY2005", line: 30).Violates("RDY2005", line: 50).Violates("RDY2006", line: 50);
        using var log = JsonDocument.Parse(SarifReport.Write(moved.Judge()));
        Assert.Equal(before, Fingerprints(log.RootElement.GetProperty("runs")[0]));
    }

    /// <summary>The parts of the schema that concern what we write: which members an object may have, and which it must.</summary>
    [Fact]
    public void What_the_schema_demands_holds()
    {
        _shop
            .Publishes("{\n  \"Stripe\": { \"SecretKey\": \"sk_test_x\" }\n}")
            .Reads("Stripe:SecretKey").Reads("Stripe:WebhookSecret", "webhookSecret", file: "a\"b\u0001\n\uD800.cs")
            .Knows("RDY2005", "").Violates("RDY2005", suppressed: true).Violates("RDY2011", FindingSeverity.Note, file: "C:odd|name?.cs")
            .Violates("RDY2009").Says("""{ "deferred": { "A": "x" }, "suppressions": [{ "id": "RDY2009", "file": "Webhooks.cs", "reason": "a beta", "until": "2026-12-31" }] }""");
        using var log = JsonDocument.Parse(Encoding.UTF8.GetBytes(SarifReport.Write(_shop.Judge()))); // as in a file
        Has(log.RootElement, "$schema version! runs!");
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        var run = Assert.Single(log.RootElement.GetProperty("runs").EnumerateArray());
        Has(run, "tool! automationDetails columnKind originalUriBaseIds results");
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        Has(run.GetProperty("automationDetails"), "id");
        Has(run.GetProperty("originalUriBaseIds"), "%SRCROOT%");
        Has(run.GetProperty("tool"), "driver!");
        var driver = run.GetProperty("tool").GetProperty("driver");
        Has(driver, "name! informationUri rules");

        var rules = driver.GetProperty("rules").EnumerateArray().ToArray();
        foreach (var rule in rules)
        {
            Has(rule, "id! shortDescription helpUri help properties");
            Has(rule.GetProperty("shortDescription"), "text!");
            Has(rule.GetProperty("help"), "text!");
            Has(rule.GetProperty("properties"), "tags");
            Assert.True(Uri.IsWellFormedUriString(rule.GetProperty("helpUri").GetString(), UriKind.Absolute));
        }

        Assert.Distinct(rules.Select(rule => rule.GetProperty("id").GetString()));
        var results = run.GetProperty("results").EnumerateArray().ToArray();
        Assert.Equal(6, results.Length);
        foreach (var result in results)
        {
            Has(result, "ruleId ruleIndex level message! locations partialFingerprints suppressions");
            Has(result.GetProperty("message"), "text!");
            Assert.Contains(result.GetProperty("level").GetString(), (string[])["none", "note", "warning", "error"]);
            if (result.TryGetProperty("ruleIndex", out var index))
                Assert.Equal(result.GetProperty("ruleId").GetString(), rules[index.GetInt32()].GetProperty("id").GetString());
            Has(Assert.Single(result.GetProperty("locations").EnumerateArray()), "physicalLocation");
            Has(PlaceOf(result), "artifactLocation region");
            Has(PlaceOf(result).GetProperty("artifactLocation"), "uri uriBaseId");
            var uri = PlaceOf(result).GetProperty("artifactLocation").GetProperty("uri").GetString();
            Assert.Matches("^([A-Za-z0-9._~/-]|%[0-9A-F]{2})+$", uri);
            Has(PlaceOf(result).GetProperty("region"), "startLine startColumn");
            Assert.All(PlaceOf(result).GetProperty("region").EnumerateObject(), number => Assert.True(number.Value.GetInt32() >= 1));
            Assert.All(result.GetProperty("partialFingerprints").EnumerateObject(), print => Assert.Equal(JsonValueKind.String, print.Value.ValueKind));
            if (result.TryGetProperty("suppressions", out var suppressions))
                Assert.All(suppressions.EnumerateArray(), suppression => Has(suppression, "kind! justification location properties"));
        }
    }

    /// <summary>An object with these members and no other, and with those that end with an exclamation mark.</summary>
    private static void Has(JsonElement element, string members)
    {
        var names = members.Split(' ');
        Assert.Equal(JsonValueKind.Object, element.ValueKind);
        Assert.Distinct(element.EnumerateObject().Select(member => member.Name));
        Assert.All(element.EnumerateObject(), member => Assert.Contains(member.Name, names.Select(name => name.TrimEnd('!'))));
        Assert.All(names.Where(name => name.EndsWith('!')), name => Assert.True(element.TryGetProperty(name.TrimEnd('!'), out _), name));
    }

    private static JsonElement PlaceOf(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation");

    private string[] Fingerprints() => Fingerprints(Run());

    private static string[] Fingerprints(JsonElement run) =>
        [.. run.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("partialFingerprints").GetProperty("readinessFinding/v1").GetString()!)];

    private JsonElement Run() => JsonDocument.Parse(SarifReport.Write(_shop.Judge())).RootElement.GetProperty("runs")[0];
}
