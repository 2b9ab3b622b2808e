namespace ReadinessAnalyzers.Tests.Checklist;

/// <summary>RDY9029: the last tenth of a sign-off's period, in the editor.</summary>
public sealed class EndingSignOffTests
{
    [Theory]
    [InlineData("{\n\"id\": \"OPS-03\", \"result\": \"passed\", \"by\": \"Ana\",\n\"on\": [|\"2026-03-20\"|]\n}")]
    [InlineData("{\n\"id\": \"OPS-03\", \"result\": \"waived\", \"by\": \"Ana\", \"reason\": \"x\",\n\"on\": \"2026-06-02\",\n\"expires\": [|\"2026-06-16\"|]\n}")]
    public Task RecordThatEnds_IsSuggested(string text) => InvalidSignOffTests.VerifyAsync("/0/readiness/signoffs/OPS-03.json", text, id: "RDY9029");

    [Theory]
    [InlineData("""{ "id": "OPS-03", "result": "passed", "by": "Ana", "on": "2026-03-27" }""")]
    [InlineData("""{ "id": "OPS-03", "result": "passed", "by": "Ana", "on": "2026-06-01", "expires": "2026-06-17" }""")]
    public Task RecordThatHoldsForLonger_IsSilent(string text) => InvalidSignOffTests.VerifyAsync("/0/readiness/signoffs/OPS-03.json", text, id: "RDY9029");
}
