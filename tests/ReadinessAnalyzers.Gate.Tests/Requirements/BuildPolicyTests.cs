using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Tests.Requirements;

/// <summary>The member <c>build</c> of readiness.json, and what is answered when it cannot be meant.</summary>
public sealed class BuildPolicyTests
{
    [Fact]
    public void Entries_keep_their_order_and_places()
    {
        var policy = ReadinessPolicyReader.Parse("readiness.json", """
            { "build": [
              "lockedRestore",
              { "publishes": "wwwroot/robots.txt" },
              { "publishes": ["a", "b\\c"] }
            ] }
            """);
        Assert.Empty(policy.Problems);
        Assert.Equal(
            ["lockedRestore  2,3", "publishes wwwroot/robots.txt 3,18", "publishes a 4,19", "publishes b/c 4,24"],
            policy.Build.Select(demand => $"{demand.Kind.Name} {demand.File} {demand.Position.Line},{demand.Position.Column}"));
        Assert.Empty(ReadinessPolicyReader.Parse("readiness.json", "{}").Build);
    }

    [Theory]
    [InlineData("\"audit\"", "1,12", "'build' must be a list, such as [\"lockedRestore\", { \"publishes\": \"wwwroot/robots.txt\" }].")]
    [InlineData("[\"lockedrestore\"]", "1,13", "'lockedrestore' is nothing that can be asked of a build; did you mean 'lockedRestore'?")]
    [InlineData("[\"tests\"]", "1,13", "'tests' is nothing that can be asked of a build; it may have 'releaseSettings', 'warningsAsErrors', 'lockedRestore', 'audit', 'immutableImageTag', 'leanImage', 'noDevelopmentSettings', 'publishes'.")]
    [InlineData("[\"publishes\"]", "1,13", "'publishes' needs a file: { \"publishes\": \"…\" }.")]
    [InlineData("[true]", "1,13", "What is asked of the build must be a text that is not empty.")]
    [InlineData("[{}]", "1,13", "An entry of 'build' must name a file, such as { \"publishes\": \"wwwroot/robots.txt\" }.")]
    [InlineData("[{ \"publish\": \"x\" }]", "1,15", "An entry of 'build' has no member 'publish'; did you mean 'publishes'?")]
    [InlineData("[{ \"publishes\": \"\" }]", "1,28", "A file that must be published must be a text that is not empty.")]
    [InlineData("[{ \"publishes\": \"/etc/passwd\" }]", "1,28", "'/etc/passwd' is no path of one file in the publish folder; write it as seen from there, such as \"wwwroot/robots.txt\".")]
    [InlineData("[{ \"publishes\": \"../x\" }]", "1,28", "'../x' is no path of one file in the publish folder; write it as seen from there, such as \"wwwroot/robots.txt\".")]
    [InlineData("[{ \"publishes\": \"./x\" }]", "1,28", "'./x' is no path of one file in the publish folder; write it as seen from there, such as \"wwwroot/robots.txt\".")]
    [InlineData("[{ \"publishes\": \"wwwroot/*\" }]", "1,28", "'wwwroot/*' is no path of one file in the publish folder; write it as seen from there, such as \"wwwroot/robots.txt\".")]
    [InlineData("[\"audit\", \"audit\"]", "1,22", "'audit' stands twice in 'build'; keep one of the two.")]
    [InlineData("[{ \"publishes\": [\"a\", \"a\"] }]", "1,34", "'a' stands twice in 'build'; keep one of the two.")]
    public void What_cannot_be_meant_is_a_finding(string build, string place, string message)
    {
        var finding = Assert.Single(ReadinessPolicyReader.Parse("readiness.json", $$"""{ "build": {{build}} }""").Problems);
        Assert.Equal(("RDY9004", place, message), (finding.Id, $"{finding.Position.Line},{finding.Position.Column}", finding.Message));
    }

    [Fact]
    public void Too_many_entries_are_not_read()
    {
        var entries = string.Join(", ", Enumerable.Range(0, 150).Select(i => $$"""{ "publishes": "{{i}}" }"""));
        var policy = ReadinessPolicyReader.Parse("readiness.json", $$"""{ "build": [{{entries}}, { "publishes": [{{string.Join(", ", Enumerable.Range(0, 150))}}] }] }""");
        Assert.Equal((100, 1), (policy.Build.Count, policy.Problems.Count));

        policy = ReadinessPolicyReader.Parse("readiness.json", $$"""{ "build": [{ "publishes": [{{string.Join(", ", Enumerable.Range(0, 150).Select(i => $"\"{i}\""))}}] }] }""");
        Assert.Equal((100, 1), (policy.Build.Count, policy.Problems.Count));
    }
}
