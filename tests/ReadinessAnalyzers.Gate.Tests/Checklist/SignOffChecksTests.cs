namespace ReadinessAnalyzers.Gate.Tests.Checklist;

/// <summary>RDY9020 to RDY9026 and RDY9029: which sign-offs are owed, and what is wrong with those that are there.</summary>
public sealed class SignOffChecksTests : IDisposable
{
    private const string Nobody = "RDY9020 error readiness.json(1,14)";

    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void Without_a_profile_no_sign_off_is_asked_for_nor_read() =>
        Assert.Empty(_shop.Says("{}").WritesSignOff("QA-06", "not even JSON").Findings());

    [Fact]
    public void All_that_is_missing_is_one_finding()
    {
        _shop.OfReference();
        Assert.Equal([Nobody], _shop.SignOffFindings());
        Assert.Equal(
            "The profile 'reference' asks for 15 sign-offs that nobody gave: CAT-07, WH-07, WH-08, WH-09, OBS-09, DSH-02, QA-01, QA-06, QA-07, QA-12, QA-20, OPS-03, OPS-08, REL-02, REL-03. "
            + "For each, either name a test after it that passes ('QA-01 …'); or export what Stripe has (for CAT-07 'prices'); "
            + "or look yourself and run 'dotnet msbuild -t:ReadinessSignOff -p:Id=CAT-07 -p:By=…'; or leave it out in readiness.json, \"requirements\": { \"CAT-07\": \"skip: reason\" }.",
            _shop.OnlySignOffMessage());
    }

    [Fact]
    public void The_last_one_missing_is_named_with_its_title()
    {
        _shop.OfReference().SignsAll();
        Assert.Empty(_shop.SignOffFindings());
        File.Delete(_shop.PathOf("readiness/signoffs/OPS-03.json"));
        Assert.Equal(
            "The profile 'reference' asks for 1 sign-off that nobody gave: OPS-03 (Backups daily, running, restore proven). "
            + "Either look yourself and run 'dotnet msbuild -t:ReadinessSignOff -p:Id=OPS-03 -p:By=…'; or leave it out in readiness.json, \"requirements\": { \"OPS-03\": \"skip: reason\" }.",
            _shop.OnlySignOffMessage());
    }

    [Fact]
    public void What_is_left_out_proved_or_owed_after_the_release_is_not_missing()
    {
        _shop.OfReference(""", "requirements": { "QA-06": "skip: no cards" }""").SignsAll();
        Assert.False(File.Exists(_shop.PathOf("readiness/signoffs/QA-06.json")));
        Assert.False(File.Exists(_shop.PathOf("readiness/signoffs/REL-07.json")));
        File.Delete(_shop.PathOf("readiness/signoffs/QA-07.json"));
        Assert.Equal([Nobody], _shop.SignOffFindings());
        _shop.Proved = ["QA-07"];
        Assert.Empty(_shop.SignOffFindings());
    }

    [Fact]
    public void Where_things_are_tried_out_nobody_has_signed_yet()
    {
        _shop.OfReference().Environment = "Staging";
        Assert.Empty(_shop.SignOffFindings());
        _shop.Signs("OPS-03", on: "2020-01-01");
        Assert.Empty(_shop.SignOffFindings());
    }

    [Fact]
    public void A_file_that_is_not_valid_is_not_missing_as_well()
    {
        _shop.OfReference().SignsAll().EditsSignOff("QA-06", "\"passed\"", "\"done\"");
        Assert.Equal(["RDY9021 error readiness/signoffs/QA-06.json(4,13)"], _shop.SignOffFindings());
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_a_finding()
    {
        _shop.OfReference().SignsAll().WritesSignOff("QA-06", new string(' ', 1024 * 1024 + 1));
        Assert.Equal("The sign-off is larger than 1 MB and was not checked; keep data out of it.", _shop.OnlySignOffMessage());
    }

    [Fact]
    public void Too_many_files_are_a_finding_and_none_is_read()
    {
        _shop.OfReference();
        for (var i = 0; i < 501; i++)
            _shop.WritesSignOff($"X-{i}", "{");
        Assert.Equal([Nobody, "RDY9021 error readiness/signoffs(1,1)"], _shop.SignOffFindings());
    }

    [Fact]
    public void A_link_out_of_the_folder_is_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making a link takes an administrator.");
        using var elsewhere = new TemporaryFolder();
        _shop.OfReference().SignsAll();
        var path = _shop.PathOf("readiness/signoffs/OPS-03.json");
        File.Move(path, Path.Combine(elsewhere.Path, "OPS-03.json"));
        File.CreateSymbolicLink(path, Path.Combine(elsewhere.Path, "OPS-03.json"));
        Assert.Equal(["RDY9021 error readiness/signoffs/OPS-03.json(1,1)"], _shop.SignOffFindings());
        Assert.Contains("symbolic link", _shop.OnlySignOffMessage());
    }

    // OPS-03 holds 90 days, OPS-08 180, REL-02 until what was judged changes.
    [Theory]
    [InlineData("OPS-03", "2026-06-15", null, null)]
    [InlineData("OPS-03", "2026-06-16", null, null)] // it may be tomorrow already where it was signed
    [InlineData("OPS-03", "2026-06-17", null, "RDY9022 error readiness/signoffs/OPS-03.json(6,9) OPS-03 is signed on 2026-06-17, a day that is still to come. Correct it.")]
    [InlineData("OPS-03", "2026-03-27", null, null)] // ten days more
    [InlineData("OPS-03", "2026-03-26", null, "RDY9029 note readiness/signoffs/OPS-03.json(6,9) The sign-off of OPS-03 holds until 2026-06-24, 90 days after it was signed; then it stops the publish. Look again, then renew it: dotnet msbuild -t:ReadinessSignOff -p:Id=OPS-03")]
    [InlineData("OPS-03", "2026-03-17", null, "RDY9029 note readiness/signoffs/OPS-03.json(6,9) The sign-off of OPS-03 holds until 2026-06-15, 90 days after it was signed; then it stops the publish. Look again, then renew it: dotnet msbuild -t:ReadinessSignOff -p:Id=OPS-03")]
    [InlineData("OPS-03", "2026-03-16", null, "RDY9022 error readiness/signoffs/OPS-03.json(6,9) The sign-off of OPS-03 held until 2026-06-14, 90 days after it was signed. Look again, then renew it: dotnet msbuild -t:ReadinessSignOff -p:Id=OPS-03")]
    [InlineData("OPS-03", "2026-06-01", "2026-06-14", "RDY9022 error readiness/signoffs/OPS-03.json(7,14) The sign-off of OPS-03 held until 2026-06-14. Look again, then renew it: dotnet msbuild -t:ReadinessSignOff -p:Id=OPS-03")]
    [InlineData("OPS-03", "2026-03-16", "2027-06-14", "RDY9022 error readiness/signoffs/OPS-03.json(6,9) The sign-off of OPS-03 held until 2026-06-14, 90 days after it was signed. Look again, then renew it: dotnet msbuild -t:ReadinessSignOff -p:Id=OPS-03")]
    [InlineData("REL-02", "2001-01-01", null, null)]
    [InlineData("REL-02", "2026-06-05", "2026-06-15", "RDY9029 note readiness/signoffs/REL-02.json(7,14) The sign-off of REL-02 holds until 2026-06-15; then it stops the publish. Look again, then renew it: dotnet msbuild -t:ReadinessSignOff -p:Id=REL-02")]
    public void A_sign_off_holds_for_its_period(string id, string on, string? expires, string? expected)
    {
        _shop.OfReference().SignsAll().Signs(id, on: on, expires: expires);
        Assert.Equal(expected, string.Join("", _shop.SignOffFindings()) is { Length: > 0 } finding ? $"{finding} {_shop.OnlySignOffMessage()}" : null);
    }

    [Fact]
    public void An_old_tag_has_the_verdict_that_it_had_and_knows_no_future()
    {
        _shop.OfReference().SignsAll().Signs("OPS-03", on: "2026-03-17");
        (_shop.Today, _shop.Clock) = (new(2026, 5, 1), new(2027, 5, 1));
        Assert.Empty(_shop.SignOffFindings()); // those of June are not from the future
        _shop.Today = null;
        Assert.Empty(_shop.SignOffFindings());
    }

    [Fact]
    public void What_the_profile_has_no_use_for_is_a_note()
    {
        _shop.OfReference().SignsAll().Signs("QA-09", on: "2020-01-01", link: null);
        Assert.Equal(["RDY9022 note readiness/signoffs/QA-09.json(3,9)"], _shop.SignOffFindings());
    }

    [Fact]
    public void What_is_proved_needs_no_sign_off_however_old()
    {
        _shop.OfReference().SignsAll().Signs("QA-06", on: "2020-01-01", expires: "2020-01-02");
        Assert.Equal(["RDY9022 error readiness/signoffs/QA-06.json(7,14)"], _shop.SignOffFindings());
        _shop.Proved = ["QA-06"];
        Assert.Empty(_shop.SignOffFindings());
    }

    [Theory]
    [InlineData("Ana", "engineering", null)]
    [InlineData("Ana", "", null)]
    [InlineData("Anna", "", "by: 'Anna' is not among the 'people' of readiness.json; did you mean 'Ana'?")]
    [InlineData("Ana", "product", "role: Ana signs as product, a role that readiness.json does not give Ana.")]
    [InlineData("Eve", "operations", "role: REL-02 (Engineering lead approves) is signed as engineering, and Eve signs as operations.")]
    [InlineData("Eve", "", "by: REL-02 (Engineering lead approves) needs somebody of engineering, which readiness.json does not say of Eve.")]
    public void The_right_person_signs(string by, string role, string? expected)
    {
        _shop.OfReference(""", "people": { "Ana": ["engineering"], "Bo": ["product", "engineering"], "Eve": ["operations"] }""").SignsAll("Eve");
        _shop.Signs("REL-03", "Bo").Signs("REL-02", by, role: role);
        var finding = _shop.Judge().Findings.SingleOrDefault(finding => finding.Id == "RDY9023");
        Assert.Equal(expected, finding is null ? null : $"{(finding.Position.Line == 5 ? "by" : "role")}: {finding.Message}");
    }

    [Fact]
    public void Anybody_may_sign_where_nobody_is_listed() => Assert.Empty(_shop.OfReference().SignsAll("Anybody").SignOffFindings());

    [Fact]
    public void Who_approves_the_release_does_not_waive_what_it_lacks()
    {
        _shop.OfReference(""", "people": { "Ana": ["engineering"], "Bo": ["product"] }""").Signs("REL-02").Signs("REL-03", "Bo").SignsAll();
        _shop.Signs("QA-06", "Bo", "2026-06-10", "2026-06-20", reason: "next week", link: null);
        Assert.Empty(_shop.SignOffFindings());
        _shop.Signs("QA-06", "Ana", "2026-06-10", "2026-06-20", reason: "next week", link: null);
        Assert.Equal(["RDY9023 error readiness/signoffs/QA-06.json(5,9)"], _shop.SignOffFindings());
        Assert.Equal("Ana waives QA-06 and approves the release without it (REL-02). Let a second person waive it.", _shop.OnlySignOffMessage());
    }

    [Theory]
    [InlineData("2026-06-10", "2026-06-24", null)]
    [InlineData("2026-06-10", "2026-06-25", "QA-06 is put off for 15 days, and 14 is the most. What never applies is left out in readiness.json, \"requirements\": { \"QA-06\": \"skip: reason\" }.")]
    [InlineData("2026-06-01", "2026-06-14", "The sign-off of QA-06 held until 2026-06-14. Do what was put off, then sign it as passed.")]
    public void A_waiver_ends_within_days(string on, string expires, string? expected)
    {
        _shop.OfReference().SignsAll().Signs("QA-06", on: on, expires: expires, reason: "next week", link: null);
        Assert.Equal(expected, _shop.Judge().Findings.SingleOrDefault(finding => finding.Position.Path.EndsWith("QA-06.json", StringComparison.Ordinal))?.Message);
    }

    [Theory]
    [InlineData("QA-06", null, null, "QA-06 (Failed payment: past due, banner, recovery with a good card) is signed without evidence. Sign it again with -p:Evidence=…, the path of a file or a link.")]
    [InlineData("QA-06", null, "readiness/alerts.md", null)]
    [InlineData("OBS-09", Signing.Link, null, "OBS-09 (Alert rules cover the required conditions) needs a file as evidence, since what a link shows may change. Keep the file beside the record.")]
    [InlineData("OBS-09", Signing.Link, "readiness/alerts.md", null)]
    [InlineData("OPS-03", null, null, null)] // a signature is enough
    [InlineData("QA-06", "http://example.com/board", null, "A link must be a whole https address without a user name, such as https://example.com/board/12.")]
    [InlineData("QA-06", "https://ana:x@example.com/", null, "A link must be a whole https address without a user name, such as https://example.com/board/12.")]
    [InlineData("QA-06", "our board", null, "A link must be a whole https address without a user name, such as https://example.com/board/12.")]
    [InlineData("QA-06", "file:///etc/passwd", null, "A link must be a whole https address without a user name, such as https://example.com/board/12.")]
    public void Evidence_is_of_a_fitting_kind(string id, string? link, string? file, string? expected)
    {
        _shop.OfReference().SignsAll().Signs(id, link: link, file: file);
        Assert.Equal(expected is null ? [] : ["RDY9024"], _shop.SignOffFindings().Select(finding => finding[..7]));
        Assert.Equal(expected, expected is null ? null : _shop.OnlySignOffMessage());
    }

    [Theory]
    [InlineData("readiness/alert.md", "The evidence 'readiness/alert.md' is not there; did you mean 'alerts.md'?")]
    [InlineData("elsewhere/proof.bin", "The evidence 'elsewhere/proof.bin' is not there; commit it, or sign again with what there is.")]
    [InlineData("../alerts.md", "The evidence '../alerts.md' does not lie in the folder of readiness.json, so nobody knows that it is kept. Copy it there, and write its path without '..'.")]
    [InlineData("/etc/passwd", "The evidence '/etc/passwd' does not lie in the folder of readiness.json, so nobody knows that it is kept. Copy it there, and write its path without '..'.")]
    [InlineData("C:\\\\alerts.md", "The evidence 'C:\\alerts.md' does not lie in the folder of readiness.json, so nobody knows that it is kept. Copy it there, and write its path without '..'.")]
    [InlineData("readiness", "The evidence 'readiness' is a folder; name a file.")]
    public void Evidence_lies_beside_the_record(string file, string expected)
    {
        _shop.OfReference().SignsAll().EditsSignOff("OBS-09", "readiness/alerts.md", file);
        Assert.Equal(expected, _shop.OnlySignOffMessage());
    }

    [Fact]
    public void Evidence_behind_a_link_out_of_the_folder_is_not_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making a link takes an administrator.");
        using var elsewhere = new TemporaryFolder();
        _shop.OfReference().SignsAll();
        File.Move(_shop.PathOf("readiness/alerts.md"), Path.Combine(elsewhere.Path, "alerts.md"));
        File.CreateSymbolicLink(_shop.PathOf("readiness/alerts.md"), Path.Combine(elsewhere.Path, "alerts.md"));
        Assert.Contains("does not lie in the folder", _shop.OnlySignOffMessage());
    }

    [Fact]
    public void Lines_may_end_as_on_Windows()
    {
        _shop.OfReference().SignsAll().Writes("readiness/alerts.md", "failed webhooks: on-call\r\n");
        Assert.Empty(_shop.SignOffFindings());
        Assert.Empty(_shop.Signs("OBS-09", file: "readiness/alerts.md").Writes("readiness/alerts.md", "failed webhooks: on-call\n").SignOffFindings());
        Assert.Single(_shop.Writes("readiness/alerts.md", "failed webhooks: on-call\r").SignOffFindings());
    }

    [Fact]
    public void Evidence_of_any_size_is_not_read()
    {
        _shop.OfReference().SignsAll();
        using (var large = File.OpenWrite(_shop.PathOf("readiness/alerts.md")))
            large.SetLength((32 * 1024 * 1024) + 1);
        Assert.Equal("The evidence 'readiness/alerts.md' is larger than 32 MB and was not read. Keep it elsewhere, and link to it.", _shop.OnlySignOffMessage());
    }
}
