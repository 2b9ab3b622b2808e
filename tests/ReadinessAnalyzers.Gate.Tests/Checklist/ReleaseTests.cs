using ReadinessAnalyzers.Gate.Proofs;

namespace ReadinessAnalyzers.Gate.Tests.Checklist;

/// <summary>RDY9027: what is to be looked at after a release is looked at, judged on 15 June 2026. The profile asks for REL-07 within a day.</summary>
public sealed class ReleaseTests : IDisposable
{
    private readonly Shop _shop = new Shop().Says("""{ "profile": "reference" }""");

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void Without_the_file_nothing_is_owed() => Assert.Empty(Findings());

    [Theory]
    [InlineData("2026-06-13", "error")]
    [InlineData("2026-05-01", "error")]
    [InlineData("2026-06-14", "note")] // today is the last day
    [InlineData("2026-06-15", "note")]
    public void A_release_that_nobody_signed_for_is_a_finding_when_its_days_are_over(string on, string severity)
    {
        Releases($$"""[{ "release": "1.4.2", "on": "{{on}}" }]""");
        Assert.Equal([$"RDY9027 {severity} readiness/releases.json(1,2)"], Findings());
    }

    [Fact]
    public void The_last_day_is_told_as_files_write_it()
    {
        Releases("""[{ "release": "1.4.2", "on": "2026-06-15" }]""");
        Assert.EndsWith(", by 2026-06-16.", _shop.OnlyMessage("RDY9027"));
    }

    [Fact]
    public void A_release_to_come_owes_nothing()
    {
        Releases("""[{ "release": "1.4.2", "on": "2026-06-16" }]""");
        Assert.Empty(Findings());
    }

    [Fact]
    public void Each_release_is_one_finding_that_lists_what_is_owed()
    {
        _shop.Says("""{ "profile": "metered-billing" }""");
        Releases("""
            [
              { "release": "1.5.0", "on": "2026-06-12" },
              { "release": "1.4.2", "on": "2026-06-01" }
            ]
            """);
        Assert.Equal(["RDY9027 error readiness/releases.json(2,3)", "RDY9027 error readiness/releases.json(3,3)"], Findings());
        var messages = _shop.Judge().Findings.Where(finding => finding.Id == "RDY9027").Select(finding => finding.Message).ToArray();
        Assert.Contains("Nobody signed for what follows the release 1.5.0: ", messages[0]);
        Assert.Contains("REL-07 (First hour and first 24 hours watched)", messages[0]);
        Assert.DoesNotContain("REL-08", messages[0]); // a week is not over
        Assert.Contains("REL-08 (First week reviewed)", messages[1]);
        Assert.EndsWith("Do it, and record it with 'release' 1.4.2.", messages[1]);
    }

    [Theory]
    [InlineData("1.5.0", 0)] // settles those before it too
    [InlineData("1.4.2", 1)]
    [InlineData("1.3.0", 2)]
    public void A_signature_settles_its_release_and_those_before(string release, int findings)
    {
        Releases("""[{ "release": "1.5.0", "on": "2026-06-12" }, { "release": "1.4.2", "on": "2026-06-01" }]""");
        Signs($$"""{ "id": "REL-07", "result": "passed", "by": "Ana", "on": "2026-06-14", "release": "{{release}}" }""");
        Assert.Equal(findings, Findings().Length);
    }

    [Fact]
    public void A_waiver_settles_nothing()
    {
        Releases("""[{ "release": "1.5.0", "on": "2026-06-12" }]""");
        Signs("""{ "id": "REL-07", "result": "waived", "by": "Ana", "on": "2026-06-14", "release": "1.5.0", "reason": "r", "expires": "2026-06-20" }""");
        Assert.Single(Findings());
    }

    [Fact]
    public void Where_nobody_knows_the_day_or_only_tries_nothing_is_owed()
    {
        Releases("""[{ "release": "1.4.2", "on": "2026-06-01" }]""");
        _shop.Environment = "Staging";
        Assert.Empty(Findings());
        _shop.Environment = "Production";
        _shop.Today = null;
        Assert.Empty(Findings());
    }

    [Theory]
    [InlineData("{ }", 1)]
    [InlineData("[{ \"release\": \"1.4.2\" }]", 1)]
    [InlineData("[{ \"release\": \"1.4.2\", \"on\": \"14.6.2026\" }, 1]", 2)]
    [InlineData("[{ \"release\": \"1\", \"on\": \"2026-06-15\" }, { \"release\": \"1\", \"on\": \"2026-06-15\" }]", 1)]
    [InlineData("[", 1)]
    public void A_file_that_is_no_list_of_releases_is_a_finding(string text, int findings)
    {
        Releases(text);
        Assert.Equal(findings, _shop.Findings("RDY9032").Length);
    }

    [Fact]
    public void A_file_behind_a_link_to_another_place_is_not_read()
    {
        using TemporaryFolder elsewhere = new();
        Directory.CreateDirectory(_shop.PathOf("readiness"));
        File.CreateSymbolicLink(_shop.PathOf("readiness/releases.json"), elsewhere.Write("x.json", """[{ "release": "1.4.2", "on": "2026-06-01" }]"""));
        Assert.Equal(["RDY9032 error readiness/releases.json(1,1)"], _shop.Findings("RDY9032"));
        Assert.Empty(Findings());
    }

    [Theory]
    [InlineData("", "[\n  { \"release\": \"1.5.0\", \"on\": \"2026-06-15\" }\n]\n")]
    [InlineData("[]", "[\n  { \"release\": \"1.5.0\", \"on\": \"2026-06-15\" }\n]")]
    [InlineData("[\n  { \"release\": \"1\", \"on\": \"2026-06-01\" }\n]\n", "[\n  { \"release\": \"1.5.0\", \"on\": \"2026-06-15\" },\n  { \"release\": \"1\", \"on\": \"2026-06-01\" }\n]\n")]
    [InlineData("// ours\n[ // newest first\n  { \"release\": \"1\", \"on\": \"2026-06-01\" },\n]\n", "// ours\n[\n  { \"release\": \"1.5.0\", \"on\": \"2026-06-15\" }, // newest first\n  { \"release\": \"1\", \"on\": \"2026-06-01\" },\n]\n")]
    public void A_new_release_adds_a_line_and_changes_none(string before, string after) =>
        Assert.Equal(after, ReleasesFile.Add(before, new("1.5.0", new(2026, 6, 15), new("readiness/releases.json"))));

    private void Releases(string json) => _shop.Has("readiness/releases.json", json);

    private void Signs(string json) => _shop.Has("readiness/signoffs/REL-07.json", json);

    private string[] Findings() => _shop.Findings("RDY9027");
}
