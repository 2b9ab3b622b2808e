using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Tests.Requirements;

/// <summary>The member <c>sources</c> of readiness.json, and what is answered when it cannot be meant.</summary>
public sealed class SourcesPolicyTests
{
    [Fact]
    public void Sources_keep_their_order_and_places()
    {
        var policy = ReadinessPolicyReader.Parse("readiness.json", """
            { "sources": [
              "appsettings",
              { "compose": ["a.yml", "b.yml"], "service": "web", "optional": true },
              "environment"
            ] }
            """);
        Assert.Empty(policy.Problems);
        Assert.Equal(["appsettings", "compose", "environment"], policy.Sources!.Select(source => source.Kind.Name));
        var compose = policy.Sources![1];
        Assert.Equal(["a.yml", "b.yml"], compose.Paths.Select(path => path.Text));
        Assert.Equal(("web", new FilePosition("readiness.json", 3, 47)), (compose.Option("service")!.Text, compose.Option("service")!.Position));
        Assert.True(compose.IsOptional);
        Assert.Null(ReadinessPolicyReader.Parse("readiness.json", "{}").Sources);
    }

    [Theory]
    [InlineData("[\"a.json\", \"b/c.json\"]", null, null)]
    [InlineData("\"a.json\"", "1,20", "'nonProduction' must be a list of fingerprints, such as [\"readiness.fingerprint.staging.json\"].")]
    [InlineData("[1]", "1,21", "The path of a fingerprint must be a text that is not empty.")]
    public void Fingerprints_of_other_environments_are_a_list_of_paths(string files, string? place, string? message)
    {
        var policy = ReadinessPolicyReader.Parse("readiness.json", $$"""{ "nonProduction": {{files}} }""");
        var problem = policy.Problems.SingleOrDefault();
        Assert.Equal((place, message), (problem is null ? null : $"{problem.Position.Line},{problem.Position.Column}", problem?.Message));
        Assert.Equal(problem is null ? 2 : 0, policy.NonProduction.Count);
    }

    [Theory]
    [InlineData("\"appsettings\"", "1,14", "'sources' must be a list, such as [\"appsettings\", { \"compose\": \"compose.yml\", \"service\": \"web\" }].")]
    [InlineData("[\"appsetting\"]", "1,15", "'appsetting' is no kind of source; did you mean 'appsettings'?")]
    [InlineData("[\"dotenv\"]", "1,15", "The source 'dotenv' needs a path: { \"dotenv\": \"…\" }.")]
    [InlineData("[1]", "1,15", "A source must be a text that is not empty.")]
    [InlineData("[{}]", "1,15", "A source must name its kind and its file, such as { \"dotenv\": \"production.env\" }.")]
    [InlineData("[{ \"dotnev\": \"x\" }]", "1,17", "'dotnev' is no kind of source; did you mean 'dotenv'?")]
    [InlineData("[{ \"environment\": true }]", "1,17", "The source 'environment' has no members; write \"environment\".")]
    [InlineData("[{ \"dotenv\": [] }]", "1,27", "The source 'dotenv' needs a path.")]
    [InlineData("[{ \"dotenv\": \"\" }]", "1,27", "The path of a source 'dotenv' must be a text that is not empty.")]
    [InlineData("[{ \"dotenv\": \"x\", \"service\": \"web\" }]", "1,32", "A source 'dotenv' has no member 'service'; it may have 'dotenv', 'format', 'optional'.")]
    [InlineData("[{ \"compose\": \"x\", \"servise\": \"web\" }]", "1,33", "A source 'compose' has no member 'servise'; did you mean 'service'?")]
    [InlineData("[{ \"compose\": \"x\", \"service\": 1 }]", "1,44", "'service' must be a text that is not empty.")]
    [InlineData("[{ \"dotenv\": \"x\", \"optional\": \"yes\" }]", "1,44", "'optional' must be true or false.")]
    [InlineData("[\"environment\", \"environment\"]", "1,30", "'environment' stands twice in 'sources'; keep one of the two.")]
    public void What_cannot_be_meant_is_a_finding(string sources, string place, string message)
    {
        var finding = Assert.Single(ReadinessPolicyReader.Parse("readiness.json", $$"""{ "sources": {{sources}} }""").Problems);
        Assert.Equal(("RDY9004", place, message), (finding.Id, $"{finding.Position.Line},{finding.Position.Column}", finding.Message));
    }

    [Fact]
    public void Too_many_sources_are_not_read()
    {
        var policy = ReadinessPolicyReader.Parse("readiness.json", $$"""{ "sources": [{{string.Join(", ", Enumerable.Repeat("""{ "dotenv": "x" }""", 60))}}] }""");
        Assert.Equal((50, 1), (policy.Sources!.Count, policy.Problems.Count));
    }
}
