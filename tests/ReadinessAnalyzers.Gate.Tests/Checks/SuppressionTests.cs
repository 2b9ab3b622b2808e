using ReadinessAnalyzers.Gate.CompileLogs;

namespace ReadinessAnalyzers.Gate.Tests.Checks;

/// <summary>RDY9009, RDY9010 and RDY9011, and what readiness.json lets through.</summary>
public sealed class SuppressionTests : IDisposable
{
    private const string Local = """{ "App": { "Url": "http://localhost" }, "Web": { "Url": "http://localhost" } }""";
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("\"key\": \"App:Url\"")]
    [InlineData("\"key\": \"app__url\"")]
    [InlineData("\"key\": \"App:Url\", \"file\": \"appsettings.Production.json\"")]
    public void A_setting_is_let_through_by_its_name(string target)
    {
        var result = Publishes("{ \"App:Url\": \"https\" }", target).Judge();
        Assert.True(result.Passed);
        Assert.Empty(result.Findings);
        var suppressed = Assert.Single(result.Suppressed);
        Assert.Equal(("RDY8013", "old gateway", 2), (suppressed.Finding.Id, suppressed.Justification, suppressed.Entry!.Position.Line));
    }

    [Fact]
    public void Another_setting_is_not() =>
        Assert.Equal(
            ["RDY8013 error appsettings.Production.json(1,57)"],
            Publishes("{ \"App:Url\": \"https\", \"Web:Url\": \"https\" }", "\"key\": \"App:Url\"").Findings());

    [Theory]
    [InlineData("\"key\": \"App\"")]
    [InlineData("\"file\": \"appsettings.json\"")]
    [InlineData("\"key\": \"App:Url\", \"file\": \"appsettings.json\"")]
    public void What_an_entry_does_not_cover_counts_and_the_entry_is_one_too_many(string target)
    {
        Assert.Equal(
            ["RDY8013 error appsettings.Production.json(1,19)", "RDY9010 warning readiness.json(2,3)"],
            Publishes("{ \"App:Url\": \"https\" }", target).Findings());
        Assert.EndsWith(
            "RDY8013 is found at 'appsettings.Production.json'; if that is meant, name this file or the setting, else remove it.",
            _shop.Judge().Findings[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_lets_all_of_its_findings_of_the_rule_through()
    {
        _shop.Violates("RDY2011", file: "src/Webhooks.cs", line: 8).Violates("RDY2011", file: "src/Webhooks.cs", line: 18).Violates("RDY2011", file: "src/Other.cs").Violates("RDY2009", file: "src/Webhooks.cs");
        Says("RDY2011", "\"file\": \"src/Webhooks.cs\"");
        Assert.Equal(["RDY2011 error src/Other.cs(31,8)", "RDY2009 error src/Webhooks.cs(31,8)"], _shop.Findings());
        Assert.Equal([8, 18], _shop.Judge().Suppressed.Select(suppressed => suppressed.Finding.Position.Line));
    }

    [Theory]
    [InlineData("Shop.csproj", 0)]
    [InlineData("Webhooks.cs", 2)]
    public void An_entry_for_nothing_is_for_the_project(string place, int findings)
    {
        _shop.Violates("RDY3009", file: place);
        Assert.Equal(findings, Says("RDY3009", null).Findings().Length);
    }

    [Theory]
    [InlineData("2026-06-15", 0)] // the last day counts
    [InlineData("2026-06-14", 2)]
    public void Its_last_day_ends_it(string until, int findings)
    {
        Publishes("{ \"App:Url\": \"https\" }", "\"key\": \"App:Url\"", until);
        Assert.Equal(findings, _shop.Findings().Length);
        if (findings > 0)
        {
            Assert.Equal(["RDY8013 error appsettings.Production.json(1,19)", "RDY9009 error readiness.json(2,3)"], _shop.Findings());
            Assert.Equal(
                "The suppression of RDY8013 for 'App:Url' ended on 2026-06-14. Put right what it hid and remove it, or set a later day if the reason still holds.",
                _shop.Judge().Findings[1].Message);
        }
    }

    [Fact]
    public void Without_a_day_nothing_ends()
    {
        _shop.Today = null;
        Assert.Empty(Publishes("{ \"App:Url\": \"https\" }", "\"key\": \"App:Url\"", "2001-01-01").Findings());
    }

    [Fact]
    public void An_entry_that_has_ended_is_said_once() =>
        Assert.Equal(["RDY9009 error readiness.json(2,3)"], Says("RDY8013", "\"key\": \"App:Url\"", "2026-01-01").Findings());

    [Fact]
    public void An_entry_that_hides_nothing_is_a_warning()
    {
        Assert.Equal(["RDY9010 warning readiness.json(2,3)"], Says("RDY8013", "\"key\": \"App:Url\"").Findings());
        Assert.Equal("The suppression of RDY8013 for 'App:Url' hides nothing. Remove it.", _shop.OnlyMessage());
    }

    [Fact]
    public void Where_not_all_is_judged_it_may_be_needed()
    {
        Says("RDY8013", "\"key\": \"App:Url\"");
        _shop.Environment = "Staging";
        Assert.Empty(_shop.Findings());
        _shop.Environment = "Production";
        Assert.Equal(["RDY9002 error Shop.csproj(1,1)"], _shop.Compiles(new(_shop.ProjectFile, CompileLogState.Missing)).Findings());
    }

    [Theory]
    [InlineData("RDY8113", "There is no rule 'RDY8113'; did you mean 'RDY8013'?")]
    [InlineData("RDY2012", "There is no rule 'RDY2012'; did you mean 'RDY2010'?")]
    public void An_id_that_no_rule_has_is_a_finding(string id, string message)
    {
        Assert.Equal(["RDY9004 error readiness.json(2,3)"], _shop.Knows("RDY2005", "Not refused").Violates("RDY2011", FindingSeverity.Note, suppressed: true).Says(Policy(id, null, "2026-12-31")).Findings());
        Assert.Equal(message, _shop.OnlyMessage());
    }

    [Fact]
    public void A_switched_off_rule_may_have_its_reason_there()
    {
        _shop.References(new(_shop.PathOf("Billing.csproj"), CompileLogState.Usable) { AnalyzersRan = true, SwitchedOffRules = ["RDY2009"] });
        Assert.Equal(["RDY9006 note Billing.csproj(1,1)"], Says("RDY2009", null).Findings());
        Assert.Equal("Switched off or lowered to a note in Billing.csproj, for all or some of its files: RDY2009 (old gateway, until 2026-12-31).", _shop.OnlyMessage());
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("<Pending>", true)]
    [InlineData("The gateway refuses it.", false)]
    public void A_suppression_in_source_is_justified_where_readiness_json_says_so(string? justification, bool isFault)
    {
        _shop.Violates("RDY2005", suppressed: true, justification: justification);
        Assert.Empty(_shop.Findings());
        Assert.Equal(isFault ? ["RDY9011 error Webhooks.cs(31,5)"] : [], _shop.Says("""{ "justifySuppressions": true }""").Findings());
        if (isFault)
        {
            Assert.Equal(
                "RDY2005 is suppressed here without a justification, which readiness.json asks for. A #pragma has no place for one: "
                    + "write [SuppressMessage(\"Readiness\", \"RDY2005\", Justification = \"…\")] on the member instead.",
                _shop.OnlyMessage());
        }
    }

    [Fact]
    public void So_is_a_rule_that_is_switched_off()
    {
        _shop.References(new(_shop.PathOf("Billing.csproj"), CompileLogState.Usable) { AnalyzersRan = true, SwitchedOffRules = ["RDY1003", "RDY2009"] });
        Assert.Equal(["RDY9006 note Billing.csproj(1,1)", "RDY9011 error Billing.csproj(1,1)"], _shop.Says("""{ "justifySuppressions": true }""").Findings());
        Assert.Equal(
            ["RDY9006 note Billing.csproj(1,1)"],
            _shop.Says("""{ "justifySuppressions": true, "suppressions": [{ "id": "RDY2009", "reason": "types of a beta", "until": "2026-12-31" }] }""").Findings());
    }

    private Shop Publishes(string settings, string target, string until = "2026-12-31") =>
        _shop.Publishes(Local).Says($$"""{ "settings": {{settings}}, "suppressions": [{{'\n'}}  { "id": "RDY8013", {{target}}, "reason": "old gateway", "until": "{{until}}" }] }""");

    private Shop Says(string id, string? target, string until = "2026-12-31") => _shop.Says(Policy(id, target, until));

    private static string Policy(string id, string? target, string until) =>
        $$"""{ "suppressions": [{{'\n'}}  { "id": "{{id}}", {{(target is null ? "" : target + ", ")}}"reason": "old gateway", "until": "{{until}}" }] }""";
}
