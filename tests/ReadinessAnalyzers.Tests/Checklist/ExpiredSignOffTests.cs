namespace ReadinessAnalyzers.Tests.Checklist;

/// <summary>RDY9022: the last day of a sign-off, in the editor: a suggestion, whatever the day.</summary>
public sealed class ExpiredSignOffTests
{
    [Theory]
    [InlineData("""{ "id": "OPS-03", "result": "passed", "by": "Ana", "on": [|"2026-01-01"|] }""", "2026-06-15")]
    [InlineData("{\n\"id\": \"OPS-03\", \"result\": \"passed\", \"by\": \"Ana\",\n\"on\": [|\"2026-07-01\"|]\n}", "2026-06-15")]
    [InlineData("{\n\"id\": \"OPS-03\", \"result\": \"passed\", \"by\": \"Ana\",\n\"on\": \"2026-06-01\",\n\"expires\": [|\"2026-06-14\"|]\n}", "2026-06-15")]
    [InlineData("{\n\"id\": \"OPS-03\", \"result\": \"passed\", \"by\": \"Ana\",\n\"on\": [|\"2001-01-01\"|]\n}", "")] // by the clock
    [InlineData("{\n\"id\": \"OPS-03\", \"result\": \"passed\", \"by\": \"Ana\",\n\"on\": [|\"2001-01-01\"|]\n}", "today")]
    public Task RecordThatDoesNotHold_IsSuggested(string text, string today) => InvalidSignOffTests.VerifyAsync("/0/readiness/signoffs/OPS-03.json", text, today, "RDY9022");

    [Theory]
    [InlineData("""{ "id": "OPS-03", "result": "passed", "by": "Ana", "on": "2026-06-15" }""", "2026-06-15")]
    [InlineData("""{ "id": "OPS-03", "result": "passed", "by": "Ana", "on": "2026-06-16" }""", "2026-06-15")] // a day ahead of UTC
    [InlineData("""{ "id": "OPS-03", "result": "passed", "by": "Ana", "on": "2001-01-01" }""", "2001-02-01")] // an old tag
    [InlineData("""{ "id": "OPS-06", "result": "passed", "by": "Ana", "on": "2001-01-01" }""", "2026-06-15")] // has no end
    public Task RecordThatHolds_IsSilent(string text, string today) =>
        InvalidSignOffTests.VerifyAsync($"/0/readiness/signoffs/{text.Substring(9, 6)}.json", text, today, "RDY9022");
}
