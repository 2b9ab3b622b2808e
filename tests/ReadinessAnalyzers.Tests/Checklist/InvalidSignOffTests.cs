namespace ReadinessAnalyzers.Tests.Checklist;

/// <summary>RDY9021: the form of a sign-off, in the editor. What the reader says of each fault is the gate's tests'.</summary>
public sealed class InvalidSignOffTests
{
    private const string Inputs = "\"inputs\": { \"hash\": \"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\", \"events\": [] }";

    [Theory]
    [InlineData("OPS-03", """{ "id": [|"OPS-04"|], "result": "passed", "by": "Ana", "on": "2026-06-01" }""")]
    [InlineData("OPS-03", "{\n  \"id\": [|\"OPS-33\"|],\n  \"result\": [|\"pased\"|],\n  \"by\": \"Ana\",\n  \"on\": [|\"2026-06-31\"|]\n}\n")]
    [InlineData("OPS-03", "{\r\n  \"id\": \"OPS-03\",\r\n  \"result\": \"passed\",\r\n  \"by\": [|1|],\r\n  \"on\": \"2026-06-01\"\r\n}\r\n")]
    [InlineData("SEC-01", "{\n  \"id\": [|\"SEC-01\"|],\n  \"result\": \"passed\", \"by\": \"Ana\", \"on\": \"2026-06-01\" }")]
    [InlineData("OPS-03", "{\n  \"id\": \"OPS-03\",\n  [|\"resutl\"|]: \"passed\",\n  \"result\": \"passed\",\n  \"by\": \"Ana\", \"on\": \"2026-06-01\" }")]
    [InlineData("OPS-03", "{\n  \"id\": \"OPS-03\",\n  \"result\": \"passed\"\n  [|\"by\"|]: \"Ana\"\n}")]
    [InlineData("OPS-03", "[||]")]
    [InlineData("WH-08", "[|{|]\n  \"id\": \"WH-08\", \"result\": \"passed\", \"by\": \"Ana\", \"on\": \"2026-06-01\" }")]
    public Task Fault_IsReportedAtItsMember(string name, string text) => VerifyAsync($"/0/readiness/signoffs/{name}.json", text);

    [Theory]
    [InlineData("/0/readiness/signoffs/OPS-03.json", """{ "id": "OPS-03", "result": "passed", "by": "Ana", "on": "2026-06-01" }""")]
    [InlineData("readiness/signoffs/OPS-03.json", """{ "id": "OPS-03", "result": "passed", "by": "Ana", "on": "2026-06-01" }""")]
    [InlineData("/0/readiness/signoffs/WH-08.json", """{ "id": "WH-08", "result": "passed", "by": "Ana", "on": "2026-06-01", INPUTS }""")]
    [InlineData("/0/readiness/signoffs/notes.md", "notes")]
    [InlineData("/0/readiness/signoffs/old/OPS-03.json", "{")]
    [InlineData("/0/readiness/OPS-03.json", "{")]
    [InlineData("/0/signoffs/OPS-03.json", "{")]
    [InlineData("/0/unreadiness/signoffs/OPS-03.json", "{")]
    [InlineData("/0/appsettings.json", "{ \"id\": 1 }")]
    public Task RightRecordAndOtherFiles_AreSilent(string path, string text) => VerifyAsync(path, text.Replace("INPUTS", Inputs));

    [Fact]
    public Task PathOfWindows_IsAPath() => VerifyAsync("C:\\shop\\readiness\\signoffs\\OPS-03.json", """{ "id": [|"OPS-04"|], "result": "passed", "by": "Ana", "on": "2026-06-01" }""");

    // One line, and the editor reads it at each keystroke.
    [Fact]
    public Task HugeFile_HasAFewProblems()
    {
        var marked = string.Concat(Enumerable.Range(0, 50).Select(i => $"[|\"m{i}\"|]:0,"));
        return VerifyAsync("/0/readiness/signoffs/OPS-03.json", $"{{{marked}{string.Concat(Enumerable.Range(50, 60_000).Select(i => $"\"m{i}\":0,"))}}}");
    }

    [Fact]
    public Task HugeName_IsMarkedAsFarAsItIsLookedAt() =>
        VerifyAsync("/0/readiness/signoffs/OPS-03.json", $$"""{ "id": [|"{{new string('x', 999)}}|]{{new string('x', 100_000)}}", "result": "passed", "by": "Ana", "on": "2026-06-01" }""");

    internal static Task VerifyAsync(string path, string text, string today = "2026-06-15", string id = "RDY9021") => new CSharpAnalyzerTest<SignOffAnalyzer>
    {
        TestCode = "class C { }",
        AdditionalFiles = { (path, text.Replace("[|", $"{{|{id}:").Replace("|]", "|}")) },
        GlobalOptions = { ["readiness.today"] = today },
    }.RunAsync(TestContext.Current.CancellationToken);
}
