using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Tests.Requirements;

/// <summary>The members <c>suppressions</c> and <c>justifySuppressions</c> of readiness.json, and what is answered when they cannot be meant.</summary>
public sealed class SuppressionsPolicyTests
{
    [Fact]
    public void An_entry_has_a_rule_a_target_a_reason_and_a_last_day()
    {
        var policy = ReadinessPolicyReader.Parse("readiness.json", """
            { "suppressions": [
              { "id": "RDY2011", "file": "src/Shop/Webhooks.cs", "reason": "deduplicated by the queue", "until": "2026-12-31" },
              { "id": "RDY8013", "key": "App:PublicUrl", "reason": "behind a gateway until the move", "until": "2026-07-01" }
            ] }
            """);
        Assert.Empty(policy.Problems);
        Assert.Equal(
            [
                new("RDY2011", null, "src/Shop/Webhooks.cs", "deduplicated by the queue", new(2026, 12, 31), new("readiness.json", 2, 3)),
                new Suppression("RDY8013", "App:PublicUrl", null, "behind a gateway until the move", new(2026, 7, 1), new("readiness.json", 3, 3)),
            ],
            policy.Suppressions);
        Assert.Equal(["RDY2011 in 'src/Shop/Webhooks.cs'", "RDY8013 for 'App:PublicUrl'"], policy.Suppressions.Select(entry => entry.Target));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void Justifications_are_asked_for_by_a_switch(string value, bool expected) =>
        Assert.Equal(expected, ReadinessPolicyReader.Parse("readiness.json", $$"""{ "justifySuppressions": {{value}} }""").JustifiesSuppressions);

    [Theory]
    [InlineData("{ }", "1,19", "'suppressions' must be a list, such as [{ \"id\": \"RDY8013\", \"key\": \"App:PublicUrl\", \"reason\": \"…\", \"until\": \"2026-12-31\" }].")]
    [InlineData("[1]", "1,20", "A suppression must be an object.")]
    [InlineData("[{ \"key\": \"A\", \"reason\": \"x\", \"until\": \"2026-12-31\" }]", "1,20", "The suppression has no 'id'; say of which rule.")]
    [InlineData("[{ \"id\": \"RDY8013\", \"until\": \"2026-12-31\" }]", "1,20", "The suppression has no 'reason'; say why.")]
    [InlineData("[{ \"id\": \"RDY8013\", \"reason\": \"x\" }]", "1,20", "The suppression has no 'until'; say until which day.")]
    [InlineData("[{ \"id\": \"RDY8013\", \"reason\": \" \", \"until\": \"2026-12-31\" }]", "1,49", "The 'reason' of a suppression must be a text that is not empty.")]
    [InlineData("[{ \"id\": \"RDY8013\", \"reason\": \"x\", \"until\": \"2026-12-31\", \"files\": \"a\" }]", "1,77", "A suppression has no member 'files'; did you mean 'file'?")]
    [InlineData("[{ \"id\": \"RDY8013\", \"reason\": \"x\", \"until\": \"2026-02-30\" }]", "1,63", "'until' must be a day of the form 2026-12-31.")]
    [InlineData("[{ \"id\": \"RDY8013\", \"reason\": \"x\", \"until\": \"31.12.2026\" }]", "1,63", "'until' must be a day of the form 2026-12-31.")]
    [InlineData("[{ \"id\": \"RDY8013\", \"file\": \"src\\\\a.json\", \"reason\": \"x\", \"until\": \"2026-12-31\" }]", "1,47", "'file' is seen from the folder of readiness.json and has forward slashes, such as \"src/Shop/appsettings.json\".")]
    [InlineData("[{ \"id\": \"RDY8013\", \"file\": \"/src/a.json\", \"reason\": \"x\", \"until\": \"2026-12-31\" }]", "1,47", "'file' is seen from the folder of readiness.json and has forward slashes, such as \"src/Shop/appsettings.json\".")]
    [InlineData("[{ \"id\": \"RDY2002\", \"reason\": \"x\", \"until\": \"2026-12-31\" }]", "1,28", "RDY2002 is never suppressed here: it is wrong in every app. Where one finding is not, suppress it at its line, with [SuppressMessage] and a justification.")]
    [InlineData("[{ \"id\": \"RDY8006\", \"file\": \"a.json\", \"reason\": \"x\", \"until\": \"2026-12-31\" }]", "1,28", "RDY8006 is never suppressed here: whoever has the file has the secret. Roll it, and take it out of the file.")]
    [InlineData("[{ \"id\": \"RDY8001\", \"key\": \"A\", \"reason\": \"x\", \"until\": \"2026-12-31\" }]", "1,28", "RDY8001 is never suppressed here: a setting that the host supplies is listed under 'deferred', and one that may be missing is 'optional'.")]
    [InlineData("[{ \"id\": \"RDY9002\", \"reason\": \"x\", \"until\": \"2026-12-31\" }]", "1,28", "RDY9002 is never suppressed here: it is about the judgement itself. Put right what it says.")]
    public void What_cannot_be_meant_is_a_finding_and_no_entry(string suppressions, string place, string message)
    {
        var policy = ReadinessPolicyReader.Parse("readiness.json", $$"""{ "suppressions": {{suppressions}} }""");
        var finding = Assert.Single(policy.Problems);
        Assert.Equal(("RDY9004", FindingSeverity.Error, place, message), (finding.Id, finding.Severity, $"{finding.Position.Line},{finding.Position.Column}", finding.Message));
        Assert.Empty(policy.Suppressions);
    }

    [Fact]
    public void A_switch_is_true_or_false() =>
        Assert.Equal("'justifySuppressions' must be true or false.", Assert.Single(ReadinessPolicyReader.Parse("readiness.json", """{ "justifySuppressions": "yes" }""").Problems).Message);

    [Fact]
    public void Every_rule_of_the_gates_footing_and_of_the_checklists_never_list_stands()
    {
        string[] never = ["RDY1001", "RDY1002", "RDY1003", "RDY2001", "RDY2002", "RDY2003", "RDY2004", "RDY2005", "RDY8001", "RDY8002", "RDY8003", "RDY8006", "RDY8007", "RDY8009", "RDY8020"];
        Assert.All(never.Concat(GateRules.All.Select(rule => rule.Id).Where(id => id.StartsWith("RDY9", StringComparison.Ordinal))), id => Assert.NotNull(NeverWaived.ReasonFor(id)));
        Assert.All((string[])["RDY1004", "RDY2010", "RDY2011", "RDY3004", "RDY8004", "RDY8005", "RDY8012", "RDY8013", "RDY8015"], id => Assert.Null(NeverWaived.ReasonFor(id)));
    }

    [Theory]
    [InlineData("RDY8013", "\"key\": \"B\"", "RDY8013", "\"key\": \"A\"", "\n", "This suppression belongs before that of RDY8013 for 'B': sorted by id, key and file, they are found at once and seldom collide in a merge.")]
    [InlineData("RDY8013", "\"key\": \"A\"", "RDY2011", "\"file\": \"a.cs\"", "\n", "This suppression belongs before that of RDY8013 for 'A': sorted by id, key and file, they are found at once and seldom collide in a merge.")]
    [InlineData("RDY8013", "\"key\": \"A\"", "RDY8013", "\"key\": \"B\"", " ", "This suppression stands in one line with another; give each its own, so that its history is its own.")]
    [InlineData("RDY8013", "\"key\": \"A\"", "RDY8013", "\"key\": \"B\"", "\n", null)]
    [InlineData("RDY8013", "\"file\": \"z\"", "RDY8013", "\"key\": \"A\"", "\n", null)]
    public void One_a_line_and_sorted(string first, string target, string second, string other, string between, string? note)
    {
        var policy = ReadinessPolicyReader.Parse("readiness.json", $$"""
            { "suppressions": [{ "id": "{{first}}", {{target}}, "reason": "x", "until": "2026-12-31" },{{between}}{ "id": "{{second}}", {{other}}, "reason": "x", "until": "2026-12-31" }] }
            """);
        Assert.Equal(2, policy.Suppressions.Count);
        Assert.Equal(note is null ? [] : [(FindingSeverity.Note, note)], policy.Problems.Select(problem => (problem.Severity, problem.Message)));
    }

    [Fact]
    public void One_target_has_one_entry()
    {
        var policy = ReadinessPolicyReader.Parse("readiness.json", """
            { "suppressions": [
              { "id": "RDY8013", "key": "App:Url", "reason": "x", "until": "2026-12-31" },
              { "id": "RDY8013", "key": "app__url", "reason": "y", "until": "2027-12-31" }
            ] }
            """);
        Assert.Equal("RDY8013 for 'app__url' is suppressed twice; keep one of the two.", Assert.Single(policy.Problems).Message);
        Assert.Single(policy.Suppressions);
    }
}
