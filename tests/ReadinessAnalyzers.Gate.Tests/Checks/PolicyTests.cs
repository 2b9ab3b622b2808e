using ReadinessAnalyzers.Gate.CompileLogs;

namespace ReadinessAnalyzers.Gate.Tests.Checks;

/// <summary>RDY9004 and RDY9007: readiness.json against what the app needs.</summary>
public sealed class PolicyTests : IDisposable
{
    private const string DefersA = """{ "deferred": { "A": "set by the host" } }""";
    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void A_fault_in_the_policy_stops_the_publish() =>
        Assert.Equal(["RDY9004 error readiness.json(1,3)"], _shop.Says("""{ "defered": { } }""").Findings());

    [Fact]
    public void An_entry_that_nothing_reads_is_a_note() => Assert.Equal(["RDY9007 note readiness.json(1,17)"], _shop.Says(DefersA).Findings());

    [Fact]
    public void An_entry_beside_a_real_value_is_a_note() =>
        Assert.Equal(
            ["RDY9007 note readiness.json(1,17)"],
            _shop.Publishes("""{ "A": "pk_live_x" }""").Reads("A", "publishableKey").Says(DefersA).Findings());

    [Theory]
    [InlineData("none")]
    [InlineData("other")]
    public void An_entry_that_is_needed_says_nothing(string fallback) => Assert.Empty(_shop.Reads("A", fallback: fallback).Says(DefersA).Findings());

    [Fact]
    public void Without_the_log_of_a_library_nobody_knows_what_it_reads() =>
        Assert.Equal(
            ["RDY9002 error Billing.csproj(1,1)"],
            _shop.Says(DefersA).References(new(_shop.PathOf("Billing.csproj"), CompileLogState.Missing)).Findings());

    [Fact]
    public void Without_all_logs_nobody_knows_what_is_read() =>
        Assert.Equal(
            ["RDY9002 error Shop.csproj(1,1)"],
            _shop.Says(DefersA).Compiles(new(_shop.ProjectFile, CompileLogState.Missing)).Findings());
}
