using System.Text;

namespace ReadinessAnalyzers.Gate.Tests.Configuration.Sources;

/// <summary>Finding and opening the declared files: what is missing, misnamed, elsewhere, endless or too large.</summary>
public sealed class SourceFileTests : IDisposable
{
    private readonly Deployment _deployment = new();

    public void Dispose() => _deployment.Dispose();

    [Theory]
    [InlineData("production.evn", "did you mean 'production.env'?")]
    [InlineData("Production.env", "did you mean 'production.env'?")]
    [InlineData("other.json", "correct the path, or add \"optional\": true if only the host has it.")]
    [InlineData("no/such/production.env", "correct the path, or add \"optional\": true if only the host has it.")]
    public void A_missing_file_is_reported_with_the_nearest_name(string declared, string advice)
    {
        Assert.SkipWhen(declared == "Production.env" && OperatingSystem.IsWindows(), "case does not count here");
        Assert.Equal(
            $"readiness.json(1,27) '{declared}' is not there; {advice}",
            _deployment.Has("production.env", "A=1").Problem($$"""{ "dotenv": "{{declared}}" }"""));
    }

    [Fact]
    public void A_file_that_only_the_host_has_leaves_every_setting_open()
    {
        var configuration = _deployment.Load("""{ "dotenv": "production.env", "optional": true }""");
        Assert.Empty(configuration.SourceProblems);
        Assert.True(configuration.IsComplete);
        Assert.Equal("'production.env', which is not here", configuration.Unseen("Stripe:Key", isVariable: false)!.Reference);
    }

    [Theory]
    [InlineData("//server/share/x.env")]
    [InlineData("\\\\\\\\server\\\\share")]
    [InlineData("/dev/zero")]
    [InlineData("/proc/self/environ")]
    [InlineData("a\\u0000b")]
    public void What_is_no_file_of_a_disk_is_refused(string declared) =>
        Assert.EndsWith("' is no path of a file.", _deployment.Problem($$"""{ "dotenv": "{{declared}}" }"""));

    [Fact]
    public void A_large_file_is_not_read() =>
        Assert.Contains("larger than 4 MB", _deployment.Has("x.env", "A=" + new string('x', 4 * 1024 * 1024)).Problem("""{ "dotenv": "x.env" }"""));

    [Fact]
    public void Too_many_values_are_not_all_read()
    {
        var text = string.Concat(Enumerable.Range(0, 10_100).Select(i => $"A{i}=x\n"));
        Assert.Equal(
            "x.env(10001,8) The dotenv file sets more than 10000 variables; the rest was not checked.",
            _deployment.Has("x.env", text).Problem("""{ "dotenv": "x.env" }"""));
    }

    [Fact]
    public void Another_encoding_is_named()
    {
        File.WriteAllBytes(_deployment.PathOf("x.env"), [.. "A=\""u8, 0xE9, .. "\""u8]);
        Assert.Equal("x.env(1,4) The dotenv file is not valid UTF-8, so the app would read damaged text; save it as UTF-8.", _deployment.Problem("""{ "dotenv": "x.env" }"""));
        File.WriteAllBytes(_deployment.PathOf("x.env"), [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("A=1")]);
        Assert.Contains("UTF-16", _deployment.Problem("""{ "dotenv": "x.env" }"""));
    }

    [Fact]
    public void A_folder_of_many_files_is_not_read()
    {
        foreach (var i in Enumerable.Range(0, 1_001))
            _deployment.Has($"secrets/k{i}", "");
        Assert.Equal("readiness.json(1,31) The folder 'secrets' has more than 1000 files and was not checked.", _deployment.Problem("""{ "keyPerFile": "secrets" }"""));
    }

    [Theory]
    [InlineData("here.env", false)]
    [InlineData("folder", false)]
    [InlineData("outside.env", true)]
    [InlineData("loop.env", true)]
    [InlineData("out/x.env", true)]
    [InlineData("steps.env", true)]
    public void A_link_may_not_lead_elsewhere(string name, bool isRefused)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need an administrator");
        using var elsewhere = new TemporaryFolder();
        elsewhere.Write("x.env", "A=1");
        _deployment.Has("real/x.env", "A=1");
        Link("here.env", "real/x.env");
        Link("folder", "real");
        Link("outside.env", Path.Combine(elsewhere.Path, "x.env"));
        Link("loop.env", "loop.env");
        Link("out", elsewhere.Path);
        Link("steps.env", "out/x.env");

        var configuration = _deployment.Load($$"""{ "dotenv": "{{(name == "folder" ? "folder/x.env" : name)}}" }""");
        Assert.Equal(isRefused, configuration.SourceProblems.Any());
        Assert.Equal(!isRefused, configuration.TryGet("A", out _));

        void Link(string path, string target) => File.CreateSymbolicLink(_deployment.PathOf(path), target);
    }
}
