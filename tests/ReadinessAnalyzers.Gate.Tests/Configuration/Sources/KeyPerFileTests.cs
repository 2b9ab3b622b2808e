using Microsoft.Extensions.Configuration;

namespace ReadinessAnalyzers.Gate.Tests.Configuration.Sources;

/// <summary>The source keyPerFile, held to the provider of ASP.NET.</summary>
public sealed class KeyPerFileTests : IDisposable
{
    private const string Source = """{ "keyPerFile": "secrets" }""";
    private readonly Deployment _deployment = new();

    public void Dispose() => _deployment.Dispose();

    [Fact]
    public void Each_file_is_a_setting_as_the_app_reads_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the gate reads as Linux does");
        string[] contents = ["x", "x\n", "x\r\n", "x\n\n", " x ", "", "\n", "\uFEFFé"];
        for (var i = 0; i < contents.Length; i++)
            _deployment.Has($"secrets/Stripe__K{i}", contents[i]);
        _deployment.Has("secrets/ignore.me", "x").Has("secrets/.hidden", "x").Has("secrets/sub/Deep", "x").Has("secrets/A__B__", "y").Has("secrets/a.b", "z");

        var ours = _deployment.Load(Source);
        var theirs = new ConfigurationBuilder().AddKeyPerFile(_deployment.PathOf("secrets")).Build();
        Assert.Empty(ours.SourceProblems);
        Assert.Equal(
            theirs.AsEnumerable().Where(pair => pair.Value is not null).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"),
            ours.Values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}"));
    }

    [Fact]
    public void Links_of_a_mounted_secret_are_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need an administrator");
        _deployment.Has("secrets/..2026_01/Stripe__Key", "x");
        File.CreateSymbolicLink(_deployment.PathOf("secrets/..data"), "..2026_01");
        File.CreateSymbolicLink(_deployment.PathOf("secrets/Stripe__Key"), "..data/Stripe__Key");
        Assert.Equal(["Stripe:Key=x @secrets/Stripe__Key(1,1)"], _deployment.Values(Source));
    }

    [Fact]
    public void Two_files_of_one_setting_stop_the_app() => Assert.Equal(
        "secrets/a__b(1,1) The file 'a__b' sets the same setting as 'A__B', so the app would not start; remove one of them.",
        _deployment.Has("secrets/A__B", "1").Has("secrets/a__b", "2").Problem(Source));

    [Fact]
    public void A_folder_that_is_a_file_or_not_there_is_reported()
    {
        Assert.StartsWith("readiness.json(1,31) 'secrets' is not there;", _deployment.Problem(Source));
        Assert.Equal("readiness.json(1,31) 'secrets' is a file; name the folder that it stands in.", _deployment.Has("secrets", "").Problem(Source));
    }
}
