using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ReadinessAnalyzers.Gate.CompileLogs;
using ReadinessAnalyzers.Gate.Reporting;

namespace ReadinessAnalyzers.Gate.Tests.Reporting;

/// <summary>The page for people: what it says, and that nothing it shows can become markup.</summary>
public sealed partial class HtmlReportTests : IDisposable
{
    /// <summary>What would break out of a text, an attribute, a comment, a style sheet or a line.</summary>
    internal const string Hostile = "</style></title><script>document.title='broken'</script><img src=x onerror=\"document.title='broken'\">'\" &amp;-->\r\n\u0001\u202E.cs";

    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void The_verdict_comes_first()
    {
        var failed = Text(HtmlReport.Write(_shop.Reads("Stripe:SecretKey").Judge()));
        Assert.StartsWith("Readiness of Shop: failed", failed, StringComparison.Ordinal);
        Assert.Contains("Readiness of Shop for Production Shop is not ready One finding stops the publish.", failed, StringComparison.Ordinal);

        var passed = Text(HtmlReport.Write(_shop.Says("""{ "deferred": { "Stripe:SecretKey": "set by the host" } }""").Judge()));
        Assert.Contains("Shop is ready Nothing stops the publish. One setting is deferred to the host, so its value was not seen.", passed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_has_state_rule_title_help_place_and_message()
    {
        var page = HtmlReport.Write(_shop.Publishes("{\n  \"Stripe\": { \"SecretKey\": \"sk_test_x\" }\n}").Reads("Stripe:SecretKey").Judge());
        Assert.Contains(
            "Findings 1 Failed RDY8002 Stripe key is not the one that production needs appsettings.Production.json:2 "
                + "'Stripe:SecretKey' holds a test-mode secret key (sk_test_…); production needs",
            Text(page), StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{RuleHelp.Link("RDY8002")}\" rel=\"noreferrer\">RDY8002</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_has_state_place_origin_and_reason()
    {
        _shop
            .Publishes("appsettings.json", """{ "Stripe:SecretKey": "" }""")
            .Publishes("""{ "Stripe:SecretKey": "${STRIPE_KEY}" }""")
            .Reads("Stripe:SecretKey").Reads("Stripe:WebhookSecret", "webhookSecret", line: 20)
            .Says("""{ "deferred": { "Stripe:WebhookSecret": "set by the host" } }""");
        var page = Text(HtmlReport.Write(_shop.Judge()));
        Assert.Contains(
            "Deferred Stripe:SecretKey setting, secretKey appsettings.Production.json:1 published settings file variable 'STRIPE_KEY' overrides appsettings.json:1 Program.cs:14",
            page, StringComparison.Ordinal);
        Assert.Contains("Deferred Stripe:WebhookSecret setting, webhookSecret readiness.json:1 readiness.json defers it set by the host Program.cs:20", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_suppressed_says_why_where_and_until_when()
    {
        _shop.Violates("RDY2009").Violates("RDY2005", suppressed: true)
            .Says("""{ "suppressions": [{ "id": "RDY2009", "file": "Webhooks.cs", "reason": "a beta", "until": "2026-12-31" }] }""");
        var page = Text(HtmlReport.Write(_shop.Judge()));
        Assert.Contains(
            "Suppressed 2 Suppressed RDY2005 Webhooks.cs:31 RDY2005 is broken. In source. Justification: none given "
                + "Suppressed RDY2009 Webhooks.cs:31 RDY2009 is broken. readiness.json:1, until 2026-12-31. Justification: a beta",
            page, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_is_shown_becomes_markup()
    {
        var page = HtmlReport.Write(HostileShop(_shop).Judge());

        // As many tags and attributes as a page of harmless texts has.
        using var harmless = new Shop();
        Assert.Equal(Markup(HtmlReport.Write(HostileShop(harmless, "harmless.cs").Judge())), Markup(page));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u202E', page);
        Assert.DoesNotContain('\u0001', page);
    }

    [Fact]
    public void It_loads_and_runs_nothing()
    {
        var page = HtmlReport.Write(HostileShop(_shop).Judge());
        Assert.All(Markup(page), tag => Assert.DoesNotMatch("^<(script|link|img|iframe|object|base)|\\s(on[a-z]+|style|src)=", tag));
        var style = page.Split("<style>")[1].Split("</style>")[0];
        Assert.DoesNotMatch("@import|url\\(", style);
        Assert.Equal(HtmlReport.StyleHash, Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))); // after an edit, take the new one
        Assert.Contains($"default-src 'none'; style-src 'sha256-{HtmlReport.StyleHash}'; base-uri 'none'; form-action 'none'", page, StringComparison.Ordinal);
    }

    /// <summary>An app all of whose names and texts are chosen by somebody who wishes its readers ill.</summary>
    internal static Shop HostileShop(Shop shop, string text = Hostile)
    {
        shop.Environment = text;
        return shop
            .Publishes("""{ "Stripe": { "SecretKey": "sk_test_x" } }""")
            .Reads("Stripe:SecretKey").Reads(text, file: text)
            .Handles(text, text)
            .Makes(TelemetryFact.Kinds.Meter, text)
            .Knows("RDY2005", text)
            .Violates("RDY2005", suppressed: true, justification: text, file: text)
            .Violates("RDY2011", FindingSeverity.Note, file: text)
            .References(new(shop.PathOf(text), CompileLogState.Usable) { AnalyzersRan = true, SwitchedOffRules = [text] });
    }

    /// <summary>The words of a page, as a reader meets them.</summary>
    private static string Text(string page) => Spaces().Replace(
        System.Net.WebUtility.HtmlDecode(Tags().Replace(page.Split("<style>")[0] + page.Split("</style>")[1], " ")), " ").Trim();

    private static string[] Markup(string page) =>
        [.. Tags().Matches(page).Select(tag => Values().Replace(tag.Value, "\"\"")).Where(tag => tag != "<wbr>")]; // as many as there are slashes

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Values();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
