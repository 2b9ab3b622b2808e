using System.Text.Json;
using ReadinessAnalyzers.Gate.CompileLogs;
using ReadinessAnalyzers.Gate.Reporting;

namespace ReadinessAnalyzers.Gate.Tests.Reporting;

/// <summary>The report for programs, by its exact text.</summary>
public sealed class JsonReportTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void Every_requirement_has_its_state_place_and_origin()
    {
        _shop
            .Publishes("appsettings.json", """{ "Stripe": { "SecretKey": "" } }""")
            .Publishes("{\n  \"Stripe\": { \"SecretKey\": \"sk_test_x\", \"Prices\": { \"pro.monthly\": \"price_1\" } }\n}")
            .Reads("Stripe:SecretKey")
            .Reads("Stripe:WebhookSecret", "webhookSecret", line: 31)
            .Handles("invoice.paid")
            .Violates("RDY2005", suppressed: true, justification: "Refused by the gateway.")
            .Says("""
                {
                  "prices": ["pro.monthly", "pro.yearly"],
                  "events": ["invoice.paid", "charge.refunded"],
                  "deferred": { "Stripe:WebhookSecret": "set by the host" }
                }
                """);

        using var report = JsonDocument.Parse(JsonReport.Write(_shop.Judge()));
        var root = report.RootElement;
        Assert.Equal(
            (1, "Shop", "Production", false),
            (root.GetProperty("version").GetInt32(), root.GetProperty("app").GetString(), root.GetProperty("environment").GetString(), root.GetProperty("passed").GetBoolean()));
        Assert.Equal("""{"errors":3,"warnings":0,"notes":0,"deferred":1,"suppressed":1}""", Compact(root.GetProperty("counts")));
        Assert.Equal(
            [
                """{"kind":"setting","name":"Stripe:SecretKey","use":"secretKey","state":"failed","origin":"published settings file","findings":["RDY8002"],"decidedAt":{"file":"appsettings.Production.json","line":2,"column":28},"overrides":[{"file":"appsettings.json","line":1,"column":28}],"askedAt":[{"file":"Program.cs","line":14,"column":9}]}""",
                """{"kind":"setting","name":"Stripe:WebhookSecret","use":"webhookSecret","state":"deferred","origin":"readiness.json defers it","reason":"set by the host","decidedAt":{"file":"readiness.json","line":4,"column":17},"askedAt":[{"file":"Program.cs","line":31,"column":9}]}""",
                """{"kind":"price","name":"pro.monthly","state":"passed","origin":"published settings file","decidedAt":{"file":"appsettings.Production.json","line":2,"column":68},"askedAt":[{"file":"readiness.json","line":2,"column":14}]}""",
                """{"kind":"price","name":"pro.yearly","state":"failed","findings":["RDY8005"],"askedAt":[{"file":"readiness.json","line":2,"column":29}]}""",
                """{"kind":"event","name":"invoice.paid","state":"passed","decidedAt":{"file":"Webhooks.cs","line":12,"column":5},"askedAt":[{"file":"readiness.json","line":3,"column":14}]}""",
                """{"kind":"event","name":"charge.refunded","state":"failed","findings":["RDY2010"],"askedAt":[{"file":"readiness.json","line":3,"column":30}]}""",
            ],
            root.GetProperty("requirements").EnumerateArray().Select(Compact));
        Assert.Equal(
            $$"""{"id":"RDY2005","file":"Webhooks.cs","line":31,"column":5,"message":"RDY2005 is broken.","justification":"Refused by the gateway.","help":"{{RuleHelp.Link("RDY2005")}}"}""",
            Compact(root.GetProperty("suppressed")[0]));
    }

    [Fact]
    public void What_readiness_json_suppresses_is_the_state_of_setting_and_rule()
    {
        _shop.Publishes("""{ "App:Url": "http://localhost" }""").Says("""
            {
              "settings": { "App:Url": "https" },
              "suppressions": [
                { "id": "RDY8013", "key": "App:Url", "reason": "old gateway", "until": "2026-12-31" }
              ]
            }
            """);
        using var report = JsonDocument.Parse(JsonReport.Write(_shop.Judge()));
        Assert.Equal("""{"errors":0,"warnings":0,"notes":0,"deferred":0,"suppressed":1}""", Compact(report.RootElement.GetProperty("counts")));
        Assert.Equal(
            $$"""{"id":"RDY8013","file":"appsettings.Production.json","line":1,"column":14,"message":"\u0027App:Url\u0027 is no https URL, so others can read and change what is sent. Write https.","justification":"old gateway","suppressedAt":{"file":"readiness.json","line":4,"column":5},"until":"2026-12-31","help":"{{RuleHelp.Link("RDY8013")}}"}""",
            Compact(Assert.Single(report.RootElement.GetProperty("suppressed").EnumerateArray())));
        Assert.Equal(
            """{"kind":"setting","name":"App:Url","use":"https","state":"suppressed","origin":"published settings file","reason":"old gateway","findings":["RDY8013"],"decidedAt":{"file":"appsettings.Production.json","line":1,"column":14},"askedAt":[{"file":"readiness.json","line":2,"column":17}]}""",
            Compact(Assert.Single(report.RootElement.GetProperty("requirements").EnumerateArray())));
        Assert.Equal("suppressed", report.RootElement.GetProperty("rules").EnumerateArray().Single(rule => rule.GetProperty("name").GetString() == "RDY8013").GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("""{ "section": "MAP", "required": ["a.b"] }""", "MAP", """{"a.b":"price_1","a":{"c":"prod_2"}}""", "passed", 1)] // a.c is wrong, not a.b
    [InlineData("""{ "section": "MAP", "required": ["a.c"] }""", "MAP", """{"a.b":"price_1","a":{"c":"prod_2"}}""", "failed", 1)]
    [InlineData("""{ "section": "MAP", "required": ["a.c"] }""", "MAP", """{"a.b":"price_1"}""", "failed", null)]
    [InlineData("""{ "section": "MAP", "required": ["a.c"] }""", "MAP", "[]", "failed", 1)]
    [InlineData("""{ "section": "MAP", "required": ["a.b"] }""", "MAP", "${MAP}", "deferred", 1)]
    [InlineData("""{ "settings": { "a.b": "PRICE_AB" } }""", "PRICE_AB", "price_1", "passed", 1)]
    [InlineData("""{ "settings": { "a.b": "PRICE_AB" } }""", "PRICE_AB", "prod_1", "failed", 1)]
    [InlineData("""{ "settings": { "a.b": "PRICE_AB" } }""", "PRICE_AB", "", "failed", null)]
    [InlineData("""{ "settings": { "a.b": "PRICE_AB" } }, "deferred": { "PRICE_AB": "by the host" }""", "X", "", "deferred", null)]
    [InlineData("""{ "required": ["a.b"], "shared": { "section": "ALL", "reason": "one account" } }""", "ALL__a.b", "price_1", "passed", 1)]
    public void A_price_is_judged_wherever_it_stands(string prices, string variable, string value, string state, int? line)
    {
        var result = _shop.Sets(variable, value).Says($$"""{ "prices": {{prices}} }""").Judge();
        var price = Assert.Single(new Judgements(result).Required, judgement => judgement.Kind == "price");
        Assert.Equal(state, price.State.ToString().ToLowerInvariant());
        Assert.Equal(line, price.DecidedAt?.Path.EndsWith("prod.env", StringComparison.Ordinal) == true ? price.DecidedAt.Line : null);
    }

    [Fact]
    public void What_is_asked_of_the_build_is_failed_passed_or_unjudged()
    {
        _shop.Builds("NuGetAudit", "false").Says("""{ "build": ["audit", "noDevelopmentSettings", "leanImage", { "publishes": ["a", "b"] }] }""").PublishesFile("a");
        using var report = JsonDocument.Parse(JsonReport.Write(_shop.Judge()));
        Assert.Equal(
            [
                """{"kind":"build","name":"audit","state":"failed","findings":["RDY8024"],"askedAt":[{"file":"readiness.json","line":1,"column":13}]}""",
                """{"kind":"build","name":"noDevelopmentSettings","state":"passed","askedAt":[{"file":"readiness.json","line":1,"column":22}]}""",
                """{"kind":"build","name":"leanImage","state":"unjudged","askedAt":[{"file":"readiness.json","line":1,"column":47}]}""",
                """{"kind":"build","name":"a","use":"publishes","state":"passed","askedAt":[{"file":"readiness.json","line":1,"column":76}]}""",
                """{"kind":"build","name":"b","use":"publishes","state":"failed","findings":["RDY8026"],"askedAt":[{"file":"readiness.json","line":1,"column":81}]}""",
            ],
            report.RootElement.GetProperty("requirements").EnumerateArray().Select(Compact));
    }

    [Fact]
    public void A_rule_is_failed_suppressed_off_or_passed()
    {
        _shop
            .Knows("RDY1001", "Secret in source", checklist: "SEC-01").Knows("RDY2002", "Not verified").Knows("RDY2005", "Not refused")
            .Knows("RDY2011", "Twice").Knows("RDY2012", "Modes", isOff: true)
            .Violates("RDY2002").Violates("RDY2005", suppressed: true).Violates("RDY2011", FindingSeverity.Note);

        using var report = JsonDocument.Parse(JsonReport.Write(_shop.Judge()));
        Assert.Equal(
            [
                """{"kind":"rule","name":"RDY1001","use":"Secret in source","state":"passed","checklist":["SEC-01"]}""",
                """{"kind":"rule","name":"RDY2002","use":"Not verified","state":"failed"}""",
                """{"kind":"rule","name":"RDY2005","use":"Not refused","state":"suppressed"}""",
                """{"kind":"rule","name":"RDY2010","use":"Required event type is not handled","state":"unjudged","checklist":["WH-05","CFG-18"]}""",
                """{"kind":"rule","name":"RDY2011","use":"Twice","state":"note"}""",
                """{"kind":"rule","name":"RDY2012","use":"Modes","state":"unjudged"}""",
            ],
            report.RootElement.GetProperty("rules").EnumerateArray().Select(Compact).Where(rule => rule.Contains("RDY1") || rule.Contains("RDY2")));
    }

    [Fact]
    public void A_clean_app_has_a_short_report() =>
        Assert.StartsWith(
            """
            {
              "version": 1,
              "app": "Shop",
              "environment": "Production",
              "passed": true,
              "counts": {
                "errors": 0,
                "warnings": 0,
                "notes": 0,
                "deferred": 0,
                "suppressed": 0
              },
              "findings": [],
              "suppressed": [],
              "requirements": [],
              "checklist": [],
              "rules": [
                {
                  "kind": "rule",
            """.ReplaceLineEndings("\n"),
            JsonReport.Write(_shop.Judge()),
            StringComparison.Ordinal);

    [Fact]
    public void Every_member_is_documented()
    {
        _shop
            .Publishes("appsettings.json", """{ "Stripe:SecretKey": "" }""").Publishes("""{ "Stripe:SecretKey": "sk_test_x" }""")
            .Reads("Stripe:SecretKey").Reads("Stripe:WebhookSecret", "webhookSecret")
            .Violates("RDY2005", suppressed: true, justification: "Refused by the gateway.")
            .References(new(_shop.PathOf("Billing.csproj"), CompileLogState.Usable) { AnalyzersRan = true, SwitchedOffRules = ["RDY2009"] })
            .Violates("RDY2009").Says("""{ "deferred": { "Stripe:WebhookSecret": "set by the host" }, "suppressions": [{ "id": "RDY2009", "file": "Webhooks.cs", "reason": "a beta", "until": "2026-12-31" }] }""");
        using var report = JsonDocument.Parse(JsonReport.Write(_shop.Judge()));
        var page = Repository.Read("docs/reports.md").Split("\n## JSON\n")[1];
        var names = NamesIn(report.RootElement).Distinct().ToArray();
        Assert.Superset(new HashSet<string> { "overrides", "reason", "justification", "suppressedAt", "until", "rulesSwitchedOff" }, names.ToHashSet());
        Assert.All(names, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
        Assert.All(Enum.GetNames<JudgementState>(), state => Assert.Contains($"`{state.ToLowerInvariant()}`", page, StringComparison.Ordinal));
    }

    private static IEnumerable<string> NamesIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => NamesIn(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(NamesIn),
        _ => [],
    };

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}
