using System.Globalization;
using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Checklist;

namespace ReadinessAnalyzers.Gate.Tests.Checklist;

/// <summary>Sign-offs for the shop, as the target writes them on the day of the signature.</summary>
internal static class Signing
{
    public const string Link = "https://example.com/board/12";

    // The findings of others than the sign-offs do not matter here.
    private static readonly string[] Ids = ["RDY9020", "RDY9021", "RDY9022", "RDY9023", "RDY9024", "RDY9025", "RDY9026", "RDY9029"];

    /// <summary>Signs for what the shop is now; with a reason it is a waiver.</summary>
    public static Shop Signs(
        this Shop shop, string id, string by = "Ana", string on = "2026-06-01", string? expires = null, string role = "", string reason = "", string? file = null, string? link = Link)
    {
        var requirement = Catalogue.Instance.Find(id)!;
        return shop.WritesSignOff(id, SignOffText.Of(new(requirement, reason.Length > 0 ? SignOffResult.Waived : SignOffResult.Passed, by, Day(on))
        {
            Role = role,
            Expires = expires is null ? null : Day(expires),
            Reason = reason,
            Evidence =
            [
                .. link is null ? Array.Empty<Evidence>() : [new("", "", link, default)],
                .. file is null ? Array.Empty<Evidence>() : [new(file, EvidenceFile.Read(file, shop.PathOf("")).Sha256, "", default)],
            ],
            Inputs = requirement.SignOff!.Judges.Count > 0 && reason.Length == 0 ? CurrentInputs.Of(requirement, shop.Input()) : null,
        }));
    }

    /// <summary>Handles the events, makes the instruments and has the prices of the profile <c>reference</c>, of which nothing is signed.</summary>
    public static Shop OfReference(this Shop shop, string more = "") => shop
        .Publishes("""{ "Stripe": { "Prices": { "basic.monthly": "price_basic", "pro.monthly": "price_pro" } } }""")
        .Handles("checkout.session.completed|customer.subscription.deleted|customer.subscription.updated|invoice.paid|invoice.payment_failed")
        .Makes(TelemetryFact.Kinds.Instrument, "stripe.webhook.received")
        .Makes(TelemetryFact.Kinds.Instrument, "stripe.webhook.invalid_signature")
        .Exports()
        .Says($$"""{ "profile": "reference"{{more}} }""");

    /// <summary>Signs all that is missing.</summary>
    public static Shop SignsAll(this Shop shop, string by = "Ana")
    {
        shop.Writes("readiness/alerts.md", "failed webhooks: on-call\n");
        foreach (var requirement in new SignOffs(shop.Input()).Missing.ToArray())
            shop.Signs(requirement.Id, by, file: requirement.SignOff!.Evidence.Contains("file") ? "readiness/alerts.md" : null);
        return shop;
    }

    /// <summary>Writes a record of any text.</summary>
    public static Shop WritesSignOff(this Shop shop, string id, string text)
    {
        shop.Writes($"{SignOffReader.Folder}/{id}.json", text);
        return shop;
    }

    /// <summary>Changes a record that was written.</summary>
    public static Shop EditsSignOff(this Shop shop, string id, string from, string to)
    {
        var path = SignOffFile.PathIn(shop.PathOf(""), id);
        var text = File.ReadAllText(path);
        Assert.Contains(from, text);
        File.WriteAllText(path, text.Replace(from, to));
        return shop;
    }

    /// <summary>What is said of sign-offs, in the form <c>RDY9021 error readiness/signoffs/QA-06.json(3,9)</c>.</summary>
    public static string[] SignOffFindings(this Shop shop) => [.. shop.Findings().Where(finding => Ids.Contains(finding[..7]))];

    /// <summary>The only thing that is said of sign-offs, of whatever else.</summary>
    public static string OnlySignOffMessage(this Shop shop) => Assert.Single(shop.Judge().Findings, finding => Ids.Contains(finding.Id)).Message;

    private static DateTime Day(string text) => DateTime.ParseExact(text, SignOffReader.DayFormat, CultureInfo.InvariantCulture);
}
