using ReadinessAnalyzers.Gate.Checklist;

namespace ReadinessAnalyzers.Gate.Tests.Checklist;

/// <summary>Whatever is changed behind a signature is one finding, at its place.</summary>
public sealed class TamperingTests : IDisposable
{
    private readonly Shop _shop = new();

    public TamperingTests() =>
        _shop.OfReference(""", "people": { "Ana": ["engineering", "product"], "Bo": ["product"] }""").Signs("REL-03", "Bo").SignsAll();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void Nothing_is_said_of_what_was_left_alone() => Assert.Empty(_shop.SignOffFindings());

    [Fact]
    public void Edited_evidence()
    {
        _shop.Writes("readiness/alerts.md", "failed webhooks: nobody\n");
        Assert.Equal(["RDY9024 error readiness/signoffs/OBS-09.json(9,5)"], _shop.SignOffFindings());
        Assert.Equal("The evidence 'readiness/alerts.md' is another one than was signed: it was changed since. Look at it, then sign again.", _shop.OnlySignOffMessage());
    }

    [Fact]
    public void Edited_hash_of_the_evidence()
    {
        var hash = EvidenceFile.Read("readiness/alerts.md", _shop.PathOf("")).Sha256;
        _shop.EditsSignOff("OBS-09", hash, string.Concat(hash.Reverse()));
        Assert.Equal(["RDY9024 error readiness/signoffs/OBS-09.json(9,5)"], _shop.SignOffFindings());
    }

    [Fact]
    public void Removed_evidence()
    {
        File.Delete(_shop.PathOf("readiness/alerts.md"));
        Assert.Equal(["RDY9024 error readiness/signoffs/OBS-09.json(9,5)"], _shop.SignOffFindings());
    }

    [Fact]
    public void Copied_sign_off_of_another_requirement()
    {
        File.Copy(_shop.PathOf("readiness/signoffs/QA-06.json"), _shop.PathOf("readiness/signoffs/QA-07.json"), overwrite: true);
        Assert.Equal(["RDY9021 error readiness/signoffs/QA-07.json(3,9)"], _shop.SignOffFindings());
    }

    [Fact]
    public void Copied_sign_off_with_the_id_put_right()
    {
        File.Copy(_shop.PathOf("readiness/signoffs/QA-06.json"), _shop.PathOf("readiness/signoffs/QA-07.json"), overwrite: true);
        _shop.EditsSignOff("QA-07", "QA-06", "QA-07");
        Assert.Equal(["RDY9025 error readiness/signoffs/QA-07.json(10,13)"], _shop.SignOffFindings());
        Assert.StartsWith("The inputs of QA-07 are not those that were signed", _shop.OnlySignOffMessage());
    }

    [Fact]
    public void Event_that_is_handled_since() => Assert.StartsWith("RDY9025 error readiness/signoffs/QA-01.json", Assert.Single(_shop.Handles("invoice.voided").SignOffFindings()));

    [Fact]
    public void Price_that_is_another_since()
    {
        _shop.Writes("appsettings.Production.json", """{ "Stripe": { "Prices": { "basic.monthly": "price_basic", "pro.monthly": "price_cheaper" } } }""");
        Assert.StartsWith("RDY9025 error readiness/signoffs/CAT-07.json", Assert.Single(_shop.SignOffFindings()));
    }

    [Fact]
    public void Event_that_was_written_into_the_record()
    {
        _shop.EditsSignOff("WH-08", "\"invoice.paid\",", "\"invoice.paid\",\n\"invoice.voided\",");
        Assert.Equal(["RDY9025 error readiness/signoffs/WH-08.json(10,13)"], _shop.SignOffFindings());
        _shop.EditsSignOff("WH-08", "\"invoice.voided\",", "");
        Assert.Empty(_shop.SignOffFindings());
    }

    [Fact]
    public void Inputs_that_were_taken_out()
    {
        var path = SignOffFile.PathIn(_shop.PathOf(""), "WH-08");
        var text = File.ReadAllText(path);
        File.WriteAllText(path, text[..text.IndexOf(",\n  \"inputs\"", StringComparison.Ordinal)] + "\n}\n");
        Assert.Equal(["RDY9021 error readiness/signoffs/WH-08.json(1,1)"], _shop.SignOffFindings());
    }

    [Fact]
    public void Two_roles_by_one_person()
    {
        _shop.Signs("REL-03");
        Assert.Equal(["RDY9023 error readiness/signoffs/REL-03.json(5,9)"], _shop.SignOffFindings());
        Assert.Equal("Ana has signed REL-02 (Engineering lead approves) already. Let another person sign REL-03.", _shop.OnlySignOffMessage());
    }

    [Fact]
    public void Day_that_was_moved()
    {
        _shop.EditsSignOff("OPS-03", "\"on\": \"2026-06-01\"", "\"on\": \"2027-06-01\"");
        Assert.Equal(["RDY9022 error readiness/signoffs/OPS-03.json(6,9)"], _shop.SignOffFindings());
    }

    [Fact]
    public void Each_record_that_is_taken_away()
    {
        foreach (var path in Directory.GetFiles(SignOffFile.PathIn(_shop.PathOf(""))))
        {
            var text = File.ReadAllText(path);
            File.Delete(path);
            Assert.Equal(["RDY9020 error readiness.json(1,14)"], _shop.SignOffFindings());
            Assert.Contains($"{Path.GetFileNameWithoutExtension(path)} (", _shop.OnlySignOffMessage());
            File.WriteAllText(path, text);
        }
    }
}
