using ReadinessAnalyzers.Gate.CompileLogs;

namespace ReadinessAnalyzers.Gate.Tests.Checks;

/// <summary>RDY9001, RDY9002, RDY9003, RDY9005 and RDY9006, and the rules' own violations: what the compile logs say.</summary>
public sealed class CompileLogTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void A_usable_log_says_nothing_of_itself() => Assert.Empty(_shop.References(_shop.UsableLog("../Billing/Billing.csproj")).Findings());

    [Fact]
    public void The_remedy_for_a_missing_log_depends_on_the_project()
    {
        _shop.Compiles(new(_shop.ProjectFile, CompileLogState.Missing));
        _shop.References(new(_shop.PathOf("../Billing/Billing.csproj"), CompileLogState.Missing));
        Assert.Equal(["RDY9002 error ../Billing/Billing.csproj(1,1)", "RDY9002 error Shop.csproj(1,1)"], _shop.Findings());
        Assert.Equal(
            [
                "The compile log of Billing.csproj is missing, so its code is unchecked. Build it first in the same configuration, or reference it with BuildReference=true.",
                "The compile log of Shop.csproj is missing, so its code is unchecked. Publish without --no-build, or build the same configuration first.",
            ],
            _shop.Judge().Findings.Select(finding => finding.Message));
    }

    [Fact]
    public void The_remedy_for_another_version_is_exact()
    {
        _shop.Compiles(new(_shop.ProjectFile, CompileLogState.OtherVersion));
        Assert.Equal(["RDY9003 error Shop.csproj(1,1)"], _shop.Findings());
        Assert.Contains("'ErrorLog=build.sarif,version=2.1'", _shop.OnlyMessage());
        Assert.Contains("'-p:ErrorLog=build.sarif%2Cversion=2.1'", _shop.OnlyMessage());
    }

    [Fact]
    public void A_log_that_cannot_be_read_is_RDY9003() =>
        Assert.Equal(["RDY9003 error Shop.csproj(1,1)"], _shop.Compiles(new(_shop.ProjectFile, CompileLogState.Unreadable)).Findings());

    [Fact]
    public void Without_the_analyzers_nothing_was_checked() =>
        Assert.Equal(["RDY9001 error Shop.csproj(1,1)"], _shop.Compiles(_shop.UsableLog() with { AnalyzersRan = false }).Findings());

    [Fact]
    public void A_crashed_analyzer_checked_too_little() =>
        Assert.Equal(["RDY9001 error Shop.csproj(1,1)"], _shop.Compiles(_shop.UsableLog() with { AnalyzerCrashed = true }).Findings());

    [Fact]
    public void An_analysis_without_an_end_checked_too_little() =>
        Assert.Equal(["RDY9001 error Shop.csproj(1,1)"], _shop.Compiles(_shop.UsableLog() with { AnalysisEnded = false }).Findings());

    [Fact]
    public void A_log_of_another_configuration_is_RDY9003()
    {
        _shop.Compiles(new(_shop.ProjectFile, CompileLogState.OtherConfiguration));
        Assert.Equal(["RDY9003 error Shop.csproj(1,1)"], _shop.Findings());
        Assert.Contains("put $(Configuration) into the path of ErrorLog", _shop.OnlyMessage());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(9999, 0)]
    [InlineData(null, 0)]
    public void Warning_level_0_hides_violations(int? level, int findings) =>
        Assert.Equal(findings, _shop.Compiles(_shop.UsableLog() with { WarningLevel = level }).Findings().Length);

    [Fact]
    public void A_project_that_uses_Stripe_unchecked_is_a_finding()
    {
        _shop.UncheckedProjects = ["../Billing/Billing.csproj"];
        Assert.Equal(["RDY9005 error ../Billing/Billing.csproj(1,1)"], _shop.Findings());
    }

    [Theory]
    [InlineData("RDY1001", "error")]
    [InlineData("RDY1002", "error")]
    [InlineData("RDY2002", "error")]
    [InlineData("RDY2009", "note")]
    public void Some_rules_may_never_be_switched_off(string rule, string severity) =>
        Assert.Equal([$"RDY9006 {severity} Shop.csproj(1,1)"], _shop.Compiles(_shop.UsableLog() with { SwitchedOffRules = [rule] }).Findings());

    [Fact]
    public void Rules_switched_off_together_are_listed_together()
    {
        _shop.Compiles(_shop.UsableLog() with { SwitchedOffRules = ["RDY1001", "RDY1002", "RDY2009", "RDY2014"] });
        Assert.Equal(
            [
                "Switched off or lowered to a note in Shop.csproj, for all or some of its files: RDY1001, RDY1002. "
                    + "Remove the line from .editorconfig or NoWarn, or, if it is one for all analyzers (dotnet_analyzer_diagnostic.severity), write 'dotnet_diagnostic.RDY1001.severity = warning' below it, and so for each. "
                    + "Where a finding is wrong, suppress it there with a justification.",
                "Switched off or lowered to a note in Shop.csproj, for all or some of its files: RDY2009, RDY2014.",
            ],
            _shop.Judge().Findings.Select(finding => finding.Message));
    }

    [Fact]
    public void The_rule_that_the_compiler_cannot_tell_about_is_left_out() =>
        Assert.Empty(_shop.Compiles(_shop.UsableLog() with { SwitchedOffRules = ["RDY1003"] }).Findings());

    [Theory]
    [InlineData(FindingSeverity.Error, "error")]
    [InlineData(FindingSeverity.Warning, "error")]
    [InlineData(FindingSeverity.Note, "note")]
    public void A_violation_stops_the_publish_unless_it_is_a_note(object severity, string expected) =>
        Assert.Equal([$"RDY2001 {expected} Webhooks.cs(31,5)"], _shop.Violates("RDY2001", (FindingSeverity)severity).Findings());

    [Fact]
    public void A_suppressed_violation_is_only_counted()
    {
        var result = _shop.Violates("RDY2001", suppressed: true).Judge();
        Assert.Empty(result.Findings);
        Assert.Single(result.Suppressed);
    }

    [Fact]
    public void A_file_that_two_projects_compile_is_told_once() =>
        Assert.Single(_shop.Violates("RDY2001").References(_shop.UsableLog("../Billing/Billing.csproj")).Findings());
}
