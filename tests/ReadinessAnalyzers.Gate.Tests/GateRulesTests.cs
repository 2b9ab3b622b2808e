namespace ReadinessAnalyzers.Gate.Tests;

/// <summary>The gate's own rules as a set: ids, titles and pages.</summary>
public sealed class GateRulesTests
{
    private static readonly string[] Headings = ["## Cause", "## Why", "## How to fix", "## Options", "## When to suppress"];

    [Fact]
    public void Ids_are_unique_and_in_the_gates_ranges()
    {
        Assert.Distinct(GateRules.All.Select(rule => rule.Id));
        Assert.All(GateRules.All, rule => Assert.Matches("^RDY([89][0-9]{3}|2010|3004|3005)$", rule.Id)); // these three are about all projects together
        Assert.Equal(typeof(GateRules).GetFields().Length - 1, GateRules.All.Count);
    }

    [Fact]
    public void What_the_targets_say_themselves_leads_to_the_page_as_well() =>
        Assert.Contains(RuleHelp.Link(GateRules.GateFailed.Id), Repository.Read("src/ReadinessAnalyzers.Package/build/ReadinessAnalyzers.targets"), StringComparison.Ordinal);

    [Fact]
    public void Every_rule_has_its_page_with_the_fixed_headings() =>
        Assert.All(GateRules.All, rule =>
        {
            var lines = Repository.Read($"docs/rules/{rule.Id}.md").Split('\n');
            Assert.Equal($"# {rule.Id}: {rule.Title}", lines[0]);
            Assert.Equal(Headings, lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
        });
}
