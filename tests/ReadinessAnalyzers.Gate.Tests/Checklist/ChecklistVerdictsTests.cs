using ReadinessAnalyzers.Gate.Checklist;
using ReadinessAnalyzers.Gate.Reporting;

namespace ReadinessAnalyzers.Gate.Tests.Checklist;

/// <summary>What became of each requirement of the profile, as the reports tell it.</summary>
public sealed class ChecklistVerdictsTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    private RequirementVerdict VerdictOn(string id) => ChecklistVerdicts.Of(_shop.Judge()).Single(verdict => verdict.Requirement.Id == id);

    [Fact]
    public void Without_a_profile_there_is_no_checklist() => Assert.Empty(ChecklistVerdicts.Of(_shop.Says("""{ "events": [] }""").Judge()));

    [Fact]
    public void Every_requirement_of_the_profile_has_one_verdict()
    {
        var verdicts = ChecklistVerdicts.Of(_shop.Says("""{ "profile": "numzy" }""").Judge());
        Assert.Equal(66, verdicts.Count);
        Assert.Distinct(verdicts.Select(verdict => verdict.Requirement.Id));
    }

    [Fact]
    public void A_rule_that_found_something_fails_its_requirement_and_one_that_did_not_passes_it()
    {
        _shop.Knows("RDY2002", "Not verified").Knows("RDY2009", "Unknown type").Violates("RDY2002").Says("""{ "profile": "numzy" }""");
        Assert.Equal(RequirementState.Failed, VerdictOn("WH-02").State);
        Assert.Equal(["RDY2002"], VerdictOn("WH-02").Findings);
        Assert.Equal(RequirementState.Passed, VerdictOn("CFG-05").State);
    }

    [Fact]
    public void A_rule_that_is_off_judges_nothing()
    {
        _shop.Knows("RDY2012", "Modes", isOff: true).Says("""{ "profile": "accrue" }""");
        Assert.Equal(["RDY9028"], VerdictOn("WH-04").Findings);
    }

    [Fact]
    public void A_setting_decides_the_requirement_that_asks_for_it_and_no_other()
    {
        _shop.Publishes("""{ "Reconcile": { "Enabled": "false", "IntervalSeconds": 420 } }""").Says("""{ "profile": "numzy" }""");
        var (failed, passed) = (VerdictOn("CFG-15"), VerdictOn("CFG-16"));
        Assert.Equal((RequirementState.Failed, "Reconcile:Enabled"), (failed.State, failed.Decider));
        Assert.Equal((RequirementState.Passed, "Reconcile:IntervalSeconds", 1), (passed.State, passed.Decider, passed.At!.Line));
    }

    [Fact]
    public void A_credential_decides_by_the_settings_that_the_code_reads()
    {
        _shop.Reads("Stripe:SecretKey").Reads("Stripe:WebhookSecret", "webhookSecret").Says("""{ "profile": "numzy", "deferred": { "Stripe:WebhookSecret": "by the host" } }""");
        Assert.Equal(RequirementState.Failed, VerdictOn("CFG-01").State);
        Assert.Equal((RequirementState.Deferred, "Stripe:WebhookSecret"), (VerdictOn("CFG-03").State, VerdictOn("CFG-03").Decider));
        Assert.Equal(RequirementState.Unjudged, VerdictOn("CFG-02").State); // no code was seen to read one
    }

    [Fact]
    public void What_is_left_out_or_needs_another_feature_shows_why()
    {
        _shop.Says("{\n  \"profile\": \"numzy\",\n  \"requirements\": { \"QA-05\": \"skip: no cards\" }\n}");
        var (skipped, other) = (VerdictOn("QA-05"), VerdictOn("QA-15"));
        Assert.Equal((RequirementState.Skipped, "no cards", 3), (skipped.State, skipped.Reason, skipped.At!.Line));
        Assert.Equal((RequirementState.Skipped, "'wallets' is not among the features"), (other.State, other.Reason));
    }

    [Fact]
    public void What_nothing_enforces_yet_says_so_and_blocks_nothing()
    {
        _shop.Says("""{ "profile": "numzy" }""");
        Assert.Equal(RequirementState.Planned, VerdictOn("BIL-03").State);
        Assert.DoesNotContain("BIL-03", string.Concat(_shop.Judge().Findings.Select(finding => finding.Message)));
    }

    [Fact]
    public void What_nobody_signed_is_open_and_what_is_due_after_the_release_is_owed()
    {
        _shop.Says("""{ "profile": "numzy" }""");
        Assert.Contains(VerdictOn("OBS-08").State, new[] { RequirementState.Open, RequirementState.Failed });
        Assert.Equal(RequirementState.Owed, VerdictOn("REL-07").State);
    }

    [Fact]
    public void The_sum_is_met_when_nothing_stops_the_publish()
    {
        _shop.Says("""{ "profile": "numzy" }""");
        Assert.Equal((RequirementState.Failed, "all others"), (VerdictOn("REL-01").State, VerdictOn("REL-01").Decider));
    }

    [Fact]
    public void The_summary_counts_what_is_met_of_what_can_be()
    {
        var result = _shop.Says("""{ "profile": "numzy" }""").Judge();
        var verdicts = ChecklistVerdicts.Of(result);
        var (left, planned) = (verdicts.Count(verdict => verdict.State == RequirementState.Skipped), verdicts.Count(verdict => verdict.State == RequirementState.Planned));
        var met = verdicts.Count(verdict => verdict.State == RequirementState.Passed);
        Assert.True(left > 0 && planned > 0 && met > 0);
        Assert.EndsWith($"suppressed, {met} of {66 - left - planned} requirements met", new Summary(result).Counts, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_suppressed_is_waived_with_its_reason_and_not_met()
    {
        _shop.Publishes("""{ "Stripe": { "WebhookUrl": "http://shop.example" } }""").Knows("RDY2002", "Not verified").Violates("RDY2002", suppressed: true, justification: "a proxy verifies")
            .Says("""
                {
                  "profile": "numzy",
                  "suppressions": [
                    { "id": "RDY8013", "key": "Stripe:WebhookUrl", "reason": "until the move", "until": "2026-12-31" }
                  ]
                }
                """);
        Assert.Equal((RequirementState.Waived, "until the move"), (VerdictOn("CFG-34").State, VerdictOn("CFG-34").Reason));
        Assert.Equal((RequirementState.Waived, "a proxy verifies"), (VerdictOn("WH-02").State, VerdictOn("WH-02").Reason));
        Assert.False(VerdictOn("CFG-34").IsMet);
    }

    [Fact]
    public void A_pattern_that_matches_no_setting_judges_nothing()
    {
        _shop.Says("""{ "profile": "accrue" }""");
        Assert.Equal(RequirementState.Unjudged, VerdictOn("CFG-24").State);
        _shop.Publishes("""{ "Adapters": { "Mail": "Smtp" } }""");
        Assert.Equal(RequirementState.Passed, VerdictOn("CFG-24").State);
    }

    [Fact]
    public void A_message_that_only_shows_an_id_fails_nothing()
    {
        _shop.Says("""{ "profile": "numzy", "requirements": { "QA-06": "no cards" } }""");
        Assert.Contains("RDY9004", _shop.Findings().Select(finding => finding.Split(' ')[0]));
        Assert.DoesNotContain("RDY9004", VerdictOn("QA-06").Findings);
    }
}
