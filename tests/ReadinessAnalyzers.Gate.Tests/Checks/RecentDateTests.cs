namespace ReadinessAnalyzers.Gate.Tests.Checks;

/// <summary>RDY8014: days that are not too long ago, judged on 15 June 2026.</summary>
public sealed class RecentDateTests : IDisposable
{
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("\"date\"", "2026-06-15")]
    [InlineData("\"date\"", "2026-06-16")] // it is tomorrow already where it was written
    [InlineData("\"date\"", "2026-03-17")]
    [InlineData("\"date\"", " 2026-06-01 ")]
    [InlineData("\"date\"", "2026-06-01T23:00:00Z")]
    [InlineData("\"date\"", "2026-06-01T23:00:00.123+02:00")]
    [InlineData("{ \"maxAgeDays\": 365 }", "2025-06-15")]
    [InlineData("{ \"future\": true }", "2026-06-16")]
    public void A_day_within_the_limit_is_fine(string demand, string value) => Assert.Empty(Judge(demand, value));

    [Theory]
    [InlineData("\"date\"", "2026-03-16")]
    [InlineData("\"date\"", "2026-06-17")]
    [InlineData("\"date\"", "06/15/2026")]
    [InlineData("\"date\"", "last week")]
    [InlineData("\"date\"", "2026-13-01")]
    [InlineData("{ \"maxAgeDays\": 30 }", "2026-05-15")]
    [InlineData("{ \"future\": true }", "2026-06-15")]
    public void Another_day_is_a_finding(string demand, string value) => Assert.Equal(["RDY8014 error appsettings.Production.json(1,8)"], Judge(demand, value));

    [Fact]
    public void When_nobody_says_what_day_it_is_no_day_is_too_old()
    {
        _shop.Today = null;
        Assert.Empty(Judge("\"date\"", "1999-01-01"));
    }

    [Fact]
    public void What_was_set_since_the_commit_is_not_from_the_future()
    {
        _shop.Clock = new(2026, 8, 1);
        Assert.Empty(Judge("\"date\"", "2026-08-02"));
        Assert.NotEmpty(Judge("\"date\"", "2026-08-03"));
    }

    private string[] Judge(string demand, string value) => _shop.Publishes($$"""{ "X": "{{value}}" }""").Says($$"""{ "settings": { "X": {{demand}} } }""").Findings();
}
