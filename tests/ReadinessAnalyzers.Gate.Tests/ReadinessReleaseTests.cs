namespace ReadinessAnalyzers.Gate.Tests;

/// <summary>The task that lists a release.</summary>
public sealed class ReadinessReleaseTests : IDisposable
{
    private readonly PublishedShop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void The_first_release_makes_the_file_and_the_next_stands_above_it()
    {
        Assert.True(_shop.Run(new ReadinessRelease { Release = "1.4.2", Today = "2026-06-15" }));
        Assert.True(_shop.Run(new ReadinessRelease { Release = "1.5.0", Today = "1782000000" }));
        Assert.Equal(
            "[\n  { \"release\": \"1.5.0\", \"on\": \"2026-06-21\" },\n  { \"release\": \"1.4.2\", \"on\": \"2026-06-15\" }\n]\n",
            File.ReadAllText(_shop.PathOf("readiness/releases.json")));
        Assert.Contains("lists 1.5.0, live on 2026-06-21; commit it.", _shop.Engine.Everything);
    }

    [Fact]
    public void A_release_without_a_name_is_called_by_its_version()
    {
        Assert.True(_shop.Run(new ReadinessRelease { Version = "1.4.2", Today = "2026-06-15" }));
        Assert.Contains("lists 1.4.2,", _shop.Engine.Everything);
    }

    [Fact]
    public void A_release_is_listed_once()
    {
        _shop.Run(new ReadinessRelease { Release = "1.4.2", Today = "2026-06-15" });
        var text = File.ReadAllText(_shop.PathOf("readiness/releases.json"));
        Assert.False(_shop.Run(new ReadinessRelease { Release = "1.4.2", Today = "2026-06-20" }));
        Assert.Equal("RDY9032", Assert.Single(_shop.Engine.Errors).Code);
        Assert.Equal(text, File.ReadAllText(_shop.PathOf("readiness/releases.json")));
    }

    [Theory]
    [InlineData("[ oops", "2026-06-15")]
    [InlineData("{}", "2026-06-15")]
    [InlineData("[]", "15.6.2026")]
    public void What_cannot_be_read_is_left_as_it_is(string text, string day)
    {
        _shop.Write("readiness/releases.json", text);
        Assert.False(_shop.Run(new ReadinessRelease { Release = "1.4.2", Today = day }));
        Assert.Equal(text, File.ReadAllText(_shop.PathOf("readiness/releases.json")));
    }

    [Theory]
    [InlineData("readiness", "")]
    [InlineData("readiness/releases.json", "releases.json")] // which is not there yet
    public void Nothing_is_written_through_a_link_to_another_place(string link, string target)
    {
        using TemporaryFolder elsewhere = new();
        Directory.CreateDirectory(Path.GetDirectoryName(_shop.PathOf(link))!);
        File.CreateSymbolicLink(_shop.PathOf(link), Path.Combine(elsewhere.Path, target));
        Assert.False(_shop.Run(new ReadinessRelease { Release = "1.4.2", Today = "2026-06-15" }));
        Assert.Equal("RDY9032", Assert.Single(_shop.Engine.Errors).Code);
        Assert.Empty(Directory.GetFiles(elsewhere.Path));
    }

    [Fact]
    public void The_file_stands_beside_the_policy_that_the_project_names()
    {
        _shop.Write("policy/readiness.json", "{}");
        Assert.True(_shop.Run(new ReadinessRelease { PolicyFile = "policy/readiness.json", Release = "1", Today = "2026-06-15" }));
        Assert.True(File.Exists(_shop.PathOf("policy/readiness/releases.json")));
    }
}
