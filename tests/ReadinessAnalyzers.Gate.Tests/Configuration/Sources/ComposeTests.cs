namespace ReadinessAnalyzers.Gate.Tests.Configuration.Sources;

/// <summary>The source compose: environment, env_file and what stands between a service and its variables.</summary>
public sealed class ComposeTests : IDisposable
{
    private const string Source = """{ "compose": "compose.yml", "service": "web" }""";
    private readonly Deployment _deployment = new();

    public void Dispose() => _deployment.Dispose();

    [Theory]
    [InlineData("      Stripe__Key: x", "Stripe:Key=x @compose.yml(4,20)")]
    [InlineData("      Stripe__Key: \"x: y\" # note", "Stripe:Key=x: y @compose.yml(4,20)")]
    [InlineData("      Stripe__Key: 'true'", "Stripe:Key=true @compose.yml(4,20)")]
    [InlineData("      A: 1\n      B: true", "A=1 @compose.yml(4,10)|B=true @compose.yml(5,10)")]
    [InlineData("      A: \"\"", "A= @compose.yml(4,10)")]
    [InlineData("      A:", "A=<the shell's variable 'A'> @compose.yml(4,7)")]
    [InlineData("      A: ${X}", "A=<variable 'X'> @compose.yml(4,10)")]
    [InlineData("      A: a$X", "A=<a variable> @compose.yml(4,10)")]
    [InlineData("      A: $X", "A=<variable 'X'> @compose.yml(4,10)")]
    [InlineData("      A: $$$X", "A=<a variable> @compose.yml(4,10)")]
    [InlineData("      A: $${X}", "A=${X} @compose.yml(4,10)")]
    [InlineData("      A: ${X:?tell me}", "A=<variable 'X'> @compose.yml(4,10)")]
    [InlineData("      A: a$$X", "A=a$X @compose.yml(4,10)")]
    [InlineData("      - A=x=y", "A=x=y @compose.yml(4,9)")]
    [InlineData("      - \"A=x\"", "A=x @compose.yml(4,9)")]
    [InlineData("      - A=", "A= @compose.yml(4,9)")]
    [InlineData("      - A", "A=<the shell's variable 'A'> @compose.yml(4,9)")]
    [InlineData("      - A=${X}", "A=<variable 'X'> @compose.yml(4,9)")]
    [InlineData("      A: >-\n        one\n        two", "A=one two @compose.yml(4,10)")]
    public void Environment_is_a_map_or_a_list(string environment, string expected) =>
        Assert.Equal(expected, string.Join('|', Compose($"services:\n  web:\n    environment:\n{environment}\n").Values(Source)));

    [Theory]
    [InlineData("env_file: prod.env")]
    [InlineData("env_file: [prod.env]")]
    [InlineData("env_file: [{ path: prod.env, required: true }]")]
    [InlineData("env_file: [other.env, ./prod.env]")]
    public void Environment_stands_above_env_file(string envFile) => Assert.Equal(
        ["A=file @prod.env(1,3)", "B=compose @compose.yml(5,10)"],
        Compose($"services:\n  web:\n    {envFile}\n    environment:\n      B: compose")
            .Has("prod.env", "A=file\nB=file").Has("other.env", "A=other").Values(Source));

    [Fact]
    public void A_raw_env_file_keeps_its_quotes() => Assert.Equal(
        ["A=\"x\" @prod.env(1,3)"],
        Compose("services:\n  web:\n    env_file: [{ path: prod.env, format: raw }]").Has("prod.env", "A=\"x\"").Values(Source));

    [Theory]
    [InlineData("env_file: [{ path: prod.env, required: false }]", "'prod.env', which is not here")]
    [InlineData("env_file: /etc/shop/prod.env", "'/etc/shop/prod.env' on the host")]
    [InlineData("env_file: ${ENV_FILE}", "'${ENV_FILE}' on the host")]
    public void A_file_that_only_the_host_has_leaves_settings_open(string envFile, string reference)
    {
        var configuration = Compose($"services:\n  web:\n    {envFile}").Load(Source);
        Assert.Empty(configuration.SourceProblems);
        Assert.Equal(reference, configuration.Unseen("A", isVariable: true)!.Reference);
    }

    [Theory]
    [InlineData("env_file: prod.evn", "compose.yml(3,15) 'prod.evn' is not there; did you mean 'prod.env'?")]
    [InlineData("env_file: ../../prod.env", "compose.yml(3,15) '../../prod.env' leads out of the folders that readiness.json declares; declare it as a source of its own.")]
    [InlineData("environment: A=1", "compose.yml(3,18) 'environment' is neither a map nor a list.")]
    [InlineData("environment: {", "compose.yml(4,1) The Compose file cannot be read: it is no valid YAML.")]
    [InlineData("environment: [*none]", "compose.yml(3,19) The Compose file cannot be read: an alias refers to nothing that stands before it.")]
    [InlineData("environment: { A: 1, A: 2 }", "compose.yml(3,26) The Compose file cannot be read: a key stands twice.")]
    [InlineData("environment: { ? [A] : 2 }", "compose.yml(3,22) The Compose file cannot be read: a key is a list or a map.")]
    public void A_fault_is_reported_where_it_stands(string member, string problem) =>
        Assert.Equal(problem, Compose($"services:\n  web:\n    {member}\n").Has("prod.env", "").Problem(Source));

    [Fact]
    public void The_only_service_needs_no_name() =>
        Assert.Equal(["A=1 @compose.yml(3,23)"], Compose("services:\n  web:\n    environment: { A: 1 }").Values("""{ "compose": "compose.yml" }"""));

    [Theory]
    [InlineData("""{ "compose": "compose.yml" }""", "readiness.json(1,17) There are several services: 'web', 'worker'. Say which with the member 'service'.")]
    [InlineData("""{ "compose": "compose.yml", "service": "wab" }""", "readiness.json(1,54) There is no service 'wab'; did you mean 'web'?")]
    public void A_service_is_chosen_by_name(string source, string problem) =>
        Assert.Equal(problem, Compose("services:\n  web: {}\n  worker: {}").Problem(source));

    [Fact]
    public void A_file_without_services_is_reported() =>
        Assert.Equal("readiness.json(1,17) There is no service in it.", Compose("version: '3'").Problem("""{ "compose": "compose.yml" }"""));

    [Fact]
    public void An_empty_file_is_reported() =>
        Assert.Equal("readiness.json(1,54) There is no service 'web', nor any other.", Compose("").Problem(Source));

    [Fact]
    public void A_folder_is_no_file() =>
        Assert.Equal("readiness.json(1,28) 'deploy' is a folder; name a file.", _deployment.Has("deploy/compose.yml", "").Problem("""{ "compose": "deploy" }"""));

    [Fact]
    public void Anchors_merges_and_bases_are_followed() => Assert.Equal(
        ["A=web @compose.yml(10,10)", "B=common @compose.yml(3,6)", "C=base @compose.yml(6,23)"],
        Compose("""
            x-common: &common
              A: common
              B: common
            services:
              base:
                environment: { C: base }
              web:
                extends: { service: base }
                environment:
                  A: web
                  <<: *common
            """).Values(Source));

    [Fact]
    public void A_base_in_another_file_is_a_warning_and_leaves_settings_open()
    {
        var configuration = Compose("services:\n  web:\n    extends: { file: base.yml, service: base }").Load(Source);
        Assert.Equal(FindingSeverity.Warning, Assert.Single(configuration.SourceProblems).Severity);
        Assert.NotNull(configuration.Unseen("A", isVariable: false));
    }

    [Fact]
    public void Bases_that_extend_each_other_end() =>
        Assert.NotEmpty(Compose("services:\n  web: { extends: base }\n  base: { extends: web }").Load(Source).SourceProblems);

    [Fact]
    public void Files_that_override_are_one_service() => Assert.Equal(
        ["A=prod @prod.yml(3,23)", "B=1 @compose.yml(3,29)"],
        Compose("services:\n  web:\n    environment: { A: 1, B: 1 }").Has("prod.yml", "services:\n  web:\n    environment: { A: prod }")
            .Values("""{ "compose": ["compose.yml", "prod.yml"] }"""));

    [Fact]
    public void A_file_that_merges_without_end_is_refused()
    {
        var lines = new List<string> { "a0: &a0 { " + string.Join(", ", Enumerable.Range(0, 200).Select(i => $"k{i}: 1")) + " }" };
        lines.AddRange(Enumerable.Range(1, 99).Select(i => $"a{i}: &a{i} {{ <<: *a{i - 1} }}"));
        Assert.Contains("it merges too many entries", Compose(string.Join('\n', lines)).Problem(Source));
    }

    [Fact]
    public void A_file_that_nests_without_end_is_refused() =>
        Assert.Contains("it is nested too deeply", Compose("a: " + new string('[', 5_000) + new string(']', 5_000)).Problem(Source));

    [Fact]
    public void A_large_file_is_refused() => Assert.Contains("larger than 1 MB", Compose("# " + new string('x', 1024 * 1024)).Problem(Source));

    [Fact]
    public void A_template_is_named_as_such() => Assert.Equal(
        "compose.yml(1,12) The Compose file cannot be read: a key is a list or a map. It looks like a template: declare what the template makes.",
        Compose("services: {{ .Values.services }}").Problem(Source));

    private Deployment Compose(string text) => _deployment.Has("compose.yml", text);
}
