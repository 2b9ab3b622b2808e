using ReadinessAnalyzers.Gate.Checklist;

namespace ReadinessAnalyzers.Gate.Tests;

/// <summary>The target that writes a sign-off: a record that the gate takes, or an error that says what it lacks.</summary>
public sealed class ReadinessSignOffTests : IDisposable
{
    private const string Handles = """{ "ruleId": "RDY0002", "properties": { "customProperties": { "types": "invoice.paid|checkout.session.completed" } } }""";

    private readonly PublishedShop _shop = new();

    public ReadinessSignOffTests()
    {
        _shop.AddLog("Shop.sarif", PublishedShop.CheckedLog(Handles));
        _shop.Write("readiness.json", """{ "profile": "reference" }""");
        _shop.Publish("appsettings.Production.json", """{ "Stripe": { "Prices": { "basic.monthly": "price_basic", "pro.monthly": "price_pro" } } }""");
    }

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void A_record_has_its_evidence_hashed_and_what_was_judged()
    {
        _shop.Write("readiness/alerts.md", "on-call\n");
        Assert.True(_shop.Run(Task("QA-01", evidence: " readiness/alerts.md;https://example.com/1 ")), _shop.Engine.Everything);
        Assert.Equal(
            """
            {
              "$schema": "https://raw.githubusercontent.com/ReadinessAnalyzers/ReadinessAnalyzers/main/src/ReadinessAnalyzers.Package/schema/signoff.schema.json",
              "id": "QA-01",
              "result": "passed",
              "by": "Ana",
              "on": "2026-06-15",
              "evidence": [
                { "file": "readiness/alerts.md", "sha256": "5e81038ee47b5f24ba92c26efb329adc202096c670e24f3072121c4a507970e8" },
                { "link": "https://example.com/1" }
              ],
              "inputs": {
                "hash": "…",
                "events": [
                  "checkout.session.completed",
                  "invoice.paid"
                ],
                "prices": [
                  "basic.monthly=…",
                  "pro.monthly=…"
                ]
              }
            }

            """.ReplaceLineEndings("\n"),
            Mask(Record("QA-01")));
        Assert.Equal($"Readiness: wrote {PathOf("QA-01")}, passed; read it and commit it.", Assert.Single(_shop.Engine.Visible));
        Assert.DoesNotContain(GateErrors(), error => error is "RDY9021" or "RDY9022" or "RDY9024" or "RDY9025");
    }

    [Fact]
    public void Nothing_is_written_through_a_link_to_another_place()
    {
        using TemporaryFolder elsewhere = new();
        _shop.Write("readiness/alerts.md", "on-call\n");
        Directory.CreateSymbolicLink(_shop.PathOf("readiness/signoffs"), elsewhere.Path);
        Assert.False(_shop.Run(Task("QA-01", evidence: "readiness/alerts.md")));
        Assert.Contains("would leave the folder of readiness.json through a symbolic link", Assert.Single(_shop.Engine.Errors).Message);
        Assert.Empty(Directory.GetFiles(elsewhere.Path));
    }

    [Theory]
    [InlineData("readiness/load test.pdf", "readiness/load test.pdf")]
    [InlineData("readiness/load test.pdf,readiness/a.txt", "readiness/load test.pdf|readiness/a.txt")]
    [InlineData("readiness/a.txt https://example.com/1 https://example.com/2", "readiness/a.txt|https://example.com/1|https://example.com/2")]
    [InlineData(" ; readiness/a.txt ;", "readiness/a.txt")]
    [InlineData("", "")]
    public void Pieces_of_evidence_have_blanks_commas_or_semicolons_between_them(string evidence, string expected)
    {
        _shop.Write("readiness/load test.pdf", "x");
        _shop.Write("readiness/a.txt", "y");
        Assert.True(_shop.Run(Task("OPS-03", evidence: evidence)), _shop.Engine.Everything);
        var record = ReadinessAnalyzers.Checklist.SignOffReader.Read("OPS-03.json", Record("OPS-03")).Record!;
        Assert.Equal(expected, string.Join("|", record.Evidence.Select(piece => piece.File + piece.Link)));
    }

    [Fact]
    public void A_record_that_is_there_is_renewed()
    {
        Assert.True(_shop.Run(Task("OPS-03", today: "2026-01-01")));
        Assert.True(_shop.Run(Task("OPS-03", by: "Bo")));
        Assert.Contains("\"by\": \"Bo\"", Record("OPS-03"));
        Assert.Equal($"Readiness: renewed {PathOf("OPS-03")}, passed, holds until 2026-09-13; read it and commit it.", _shop.Engine.Visible[^1]);
    }

    [Fact]
    public void A_broken_record_is_replaced()
    {
        _shop.Write("readiness/signoffs/OPS-03.json", "{");
        Assert.True(_shop.Run(Task("OPS-03")));
        Assert.Contains("OPS-03", Record("OPS-03"));
    }

    [Fact]
    public void A_waiver_has_its_reason_and_end_and_no_inputs()
    {
        Assert.True(_shop.Run(Task("QA-06", result: "waived", reason: "cards come \"next\" week", expires: "2026-06-29")));
        Assert.Contains("\"reason\": \"cards come \\\"next\\\" week\"", Record("QA-06"));
        Assert.DoesNotContain("inputs", Record("QA-06"));
    }

    [Fact]
    public void The_day_may_come_in_seconds()
    {
        Assert.True(_shop.Run(Task("OPS-03", today: "1781481600")));
        Assert.Contains("\"on\": \"2026-06-15\"", Record("OPS-03"));
    }

    [Fact]
    public void The_role_that_is_needed_is_written()
    {
        Assert.True(_shop.Run(Task("REL-02")));
        Assert.Contains("\"role\": \"engineering\"", Record("REL-02"));
    }

    [Theory]
    [InlineData("", "Ana", "", "", "", "Nobody says what is signed: add -p:Id=…, such as -p:Id=QA-06.")]
    [InlineData("QA-66", "Ana", "", "", "", "There is no requirement 'QA-66'; did you mean 'QA-06'?")]
    [InlineData("SEC-01", "Ana", "", "", "", "SEC-01 (Stripe and other secrets are never compile-time values) is not signed: RDY1001, RDY1002, RDY1004, RDY1005 decide it.")]
    [InlineData("QA-09", "Ana", "", "", "", "The profile 'reference' does not ask for QA-09 (Dispute: listed, details, evidence, close), or readiness.json leaves it out, so a sign-off would count for nothing.")]
    [InlineData("OPS-03", " ", "", "", "", "Nobody signs: add -p:By=…, the name of the person who looked.")]
    [InlineData("OPS-03", "Ana", "pass", "", "", "There is no result 'pass'; did you mean 'passed'?")]
    [InlineData("OPS-03", "Ana", "waived", "", "2026-06-20", "What is put off needs a reason and an end: add -p:Reason=… and -p:Expires=yyyy-MM-dd.")]
    [InlineData("OPS-03", "Ana", "waived", "x", "20.6.2026", "'Expires' is no day such as 2026-06-15.")]
    [InlineData("OPS-03", "Ana", "waived", "x", "2026-07-20", "OPS-03 is put off for 35 days, and 14 is the most. What never applies is left out in readiness.json, \"requirements\": { \"OPS-03\": \"skip: reason\" }.")]
    [InlineData("OPS-03", "Ana", "", "", "2026-06-01", "'expires' is a day before 'on', so the sign-off never held.")]
    [InlineData("OPS-03", "A\nB", "", "", "", "'by' must be a text of one line that is not empty.")]
    [InlineData("WH-08", "Ana", "", "", "", "WH-08 (Deployed secret belongs to that endpoint) is signed without evidence. Sign it again with -p:Evidence=…, the path of a file or a link.")]
    public void What_cannot_be_signed_is_refused(string id, string by, string result, string reason, string expires, string expected)
    {
        Assert.False(_shop.Run(Task(id, by, result: result, reason: reason, expires: expires)));
        Assert.Equal(expected, Assert.Single(_shop.Engine.Errors).Message);
        Assert.False(Directory.Exists(_shop.PathOf("readiness")));
    }

    [Theory]
    [InlineData("readiness/none.md", "The evidence 'readiness/none.md' is not there; commit it, or sign again with what there is.")]
    [InlineData("../x", "The evidence '../x' does not lie in the folder of readiness.json, so nobody knows that it is kept. Copy it there, and write its path without '..'.")]
    [InlineData("http://example.com", "A link must be a whole https address without a user name, such as https://example.com/board/12.")]
    public void Evidence_that_the_gate_would_refuse_is_refused(string evidence, string expected)
    {
        Assert.False(_shop.Run(Task("WH-08", evidence: evidence)));
        Assert.Equal(("RDY9024", expected), Assert.Single(_shop.Engine.Errors.Select(error => (error.Code, error.Message))));
    }

    [Fact]
    public void The_wrong_person_is_refused_also_where_another_record_would_become_wrong()
    {
        _shop.Write("readiness.json", """{ "profile": "reference", "people": { "Ana": ["engineering", "product"], "Bo": [] } }""");
        Assert.False(_shop.Run(Task("REL-02", "Bo")));
        Assert.True(_shop.Run(Task("REL-03")));
        Assert.False(_shop.Run(Task("REL-02")));
        Assert.Equal("Ana has signed REL-02 (Engineering lead approves) already. Let another person sign REL-03.", _shop.Engine.Errors[^1].Message);
        Assert.False(File.Exists(PathOf("REL-02")));
    }

    [Theory]
    [InlineData("{}", "readiness.json declares no profile, so nothing asks for a sign-off. Add one, such as \"profile\": \"reference\".")]
    [InlineData("""{ "profile": "referense" }""", "readiness.json is not valid, see RDY9004 of a publish, so nobody knows what it asks for.")]
    public void Without_a_profile_nothing_is_signed(string policy, string expected)
    {
        _shop.Write("readiness.json", policy);
        Assert.False(_shop.Run(Task("OPS-03")));
        Assert.Equal(expected, Assert.Single(_shop.Engine.Errors).Message);
    }

    [Fact]
    public void A_trial_is_not_signed()
    {
        var task = Task("OPS-03");
        task.EnvironmentName = "Staging";
        Assert.False(_shop.Run(task));
        Assert.StartsWith("What is signed is what production will be, and this is Staging.", Assert.Single(_shop.Engine.Errors).Message);
    }

    [Fact]
    public void Prices_are_not_signed_before_they_are_right()
    {
        _shop.Write("appsettings.Production.json", """{ "Stripe": { "Prices": { "basic.monthly": "price_basic" } } }""");
        Assert.True(_shop.Run(Task("WH-08", evidence: Checklist.Signing.Link)));
        Assert.False(_shop.Run(Task("CAT-07", evidence: Checklist.Signing.Link)));
        Assert.Equal("RDY8005", Assert.Single(_shop.Engine.Errors).Code);
    }

    [Fact]
    public void Without_a_checked_project_nothing_is_signed()
    {
        using var shop = new PublishedShop();
        shop.AddLog("Shop.sarif", """{ "version": "2.1.0" }""");
        shop.Write("readiness.json", """{ "profile": "reference" }""");
        Assert.False(shop.Run(Task("OPS-03")));
        Assert.Equal("RDY9001", Assert.Single(shop.Engine.Errors).Code);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-13-01")]
    [InlineData("999999999999999999")]
    [InlineData("20260615")] // a day, and no second of 1970
    [InlineData("1499999999")]
    public void A_day_that_is_none_is_no_day_to_publish_on(string today)
    {
        Assert.False(_shop.Run(new ReadinessGate { Today = today }));
        Assert.Equal("RDY9000", Assert.Single(_shop.Engine.Errors).Code);
    }

    private static ReadinessSignOff Task(
        string id, string by = "Ana", string result = "", string reason = "", string expires = "", string evidence = "", string today = "2026-06-15") =>
        new() { Id = id, By = by, Result = result, Reason = reason, Expires = expires, Evidence = evidence, Today = today };

    private string PathOf(string id) => SignOffFile.PathIn(_shop.PathOf(""), id);

    private string Record(string id) => File.ReadAllText(PathOf(id));

    private string?[] GateErrors()
    {
        _shop.Run(new ReadinessGate { Today = "2026-06-15" });
        return [.. _shop.Engine.Errors.Select(error => error.Code)];
    }

    // The hash of the inputs is another test's.
    private static string Mask(string record) => System.Text.RegularExpressions.Regex.Replace(
        System.Text.RegularExpressions.Regex.Replace(record, "(?<=\"hash\": \")[0-9a-f]{64}", "…"), "(?<=monthly=)[0-9a-f]{12}", "…");
}
