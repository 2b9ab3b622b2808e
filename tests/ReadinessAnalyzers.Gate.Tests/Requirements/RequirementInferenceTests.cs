using ReadinessAnalyzers.Gate.CompileLogs;

namespace ReadinessAnalyzers.Gate.Tests.Requirements;

/// <summary>Settings that stand in for each other: <c>config["A"] ?? config["B"]</c>.</summary>
public sealed class RequirementInferenceTests : IDisposable
{
    private readonly Shop _shop = new();

    [Fact]
    public void Neither_is_there_and_both_are_missing()
    {
        ReadsEither();
        Assert.Contains("'A' (", _shop.OnlyMessage(), StringComparison.Ordinal);
        Assert.Contains("'B' (", _shop.OnlyMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "deferred": { "A": "set by the host" } }""")]
    [InlineData("""{ "deferred": { "B": "set by the host" } }""")]
    public void One_is_deferred_and_the_other_is_not_asked_for(string policy)
    {
        ReadsEither();
        Assert.Empty(_shop.Says(policy).Findings());
    }

    [Fact]
    public void One_has_a_value_and_the_other_is_not_asked_for()
    {
        ReadsEither();
        Assert.Empty(_shop.Publishes("""{ "B": "sk_live_x" }""").Findings());
    }

    [Fact]
    public void One_of_several_alternatives_is_enough()
    {
        _shop.Compiles(_shop.UsableLog() with { SettingUses = [Use("A", "B|C"), Use("B", "A|C"), Use("C", "A|B")] });
        Assert.Empty(_shop.Publishes("""{ "B": "sk_live_x" }""").Findings());
    }

    [Fact]
    public void Another_line_needs_one_of_them_and_it_is_missing()
    {
        ReadsEither(Use("A", "") with { Fallback = SettingFact.Fallbacks.None });
        Assert.Contains("1 setting that the code reads has no production value: 'A'", _shop.Publishes("""{ "B": "sk_live_x" }""").OnlyMessage(), StringComparison.Ordinal);
    }

    public void Dispose() => _shop.Dispose();

    private void ReadsEither(params SettingUse[] more) =>
        _shop.Compiles(_shop.UsableLog() with { SettingUses = [Use("A", "B"), Use("B", "A"), .. more] });

    private SettingUse Use(string setting, string alternative) =>
        new(setting, SettingFact.Roles.SecretKey, SettingFact.Sources.Configuration, SettingFact.Fallbacks.Setting, new(_shop.PathOf("Program.cs"), 3, 5))
        {
            Alternatives = alternative,
        };
}
