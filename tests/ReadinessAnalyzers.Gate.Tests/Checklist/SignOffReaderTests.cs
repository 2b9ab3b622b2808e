using ReadinessAnalyzers.Checklist;
using ReadinessAnalyzers.Gate.Checklist;

namespace ReadinessAnalyzers.Gate.Tests.Checklist;

/// <summary>What a sign-off may say, and what is said of one that says something else.</summary>
public sealed class SignOffReaderTests
{
    private const string Sha = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    // OPS-03 judges nothing, so that it needs no inputs.
    private const string Usual = """{ "id": "OPS-03", "result": "passed", "by": "Ana", "on": "2026-06-01" }""";

    [Fact]
    public void A_record_is_read_with_all_its_members()
    {
        var record = Read("WH-08.json", $$"""
            {
              // told in a comment
              "$schema": "https://example.com/schema.json",
              "id": "WH-08",
              "result": "waived",
              "by": "Ana",
              "role": "engineering",
              "on": "2026-06-01",
              "expires": "2026-06-10",
              "release": "2026.6",
              "reason": "the endpoint comes on Monday",
              "evidence": [{ "file": "readiness/proof.png", "sha256": "{{Sha}}" }, { "link": "https://example.com/1" }],
              "inputs": { "hash": "{{Sha}}", "events": ["invoice.paid"], "settings": [] },
            }
            """).Record!;
        Assert.Equal(("WH-08", SignOffResult.Waived, "Ana", "engineering"), (record.Id, record.Result, record.By, record.Role));
        Assert.Equal((new DateTime(2026, 6, 1), new DateTime(2026, 6, 10)), (record.On, record.Expires));
        Assert.Equal(("2026.6", "the endpoint comes on Monday"), (record.Release, record.Reason));
        Assert.Equal([("readiness/proof.png", Sha, ""), ("", "", "https://example.com/1")], record.Evidence.Select(piece => (piece.File, piece.Sha256, piece.Link)));
        Assert.Equal(new TextPosition(12, 16), record.Evidence[0].Position);
        Assert.Equal(Sha, record.Inputs!.Hash);
        Assert.Equal(["invoice.paid"], record.Inputs.Subjects["events"]);
        Assert.Equal(new TextPosition(8, 9), record.PositionOf("on"));
    }

    [Fact]
    public void The_usual_record_is_short() => Assert.NotNull(Read("OPS-03.json", Usual).Record);

    [Theory]
    [InlineData("""{ "id": "OPS-03", """, "1,19: The sign-off is not JSON")]
    [InlineData("""[]""", "1,1: A sign-off must be an object.")]
    [InlineData("""{ "id": "OPS-03", "resutl": "passed", "result": "passed", "by": "Ana", "on": "2026-06-01" }""", "1,19: A sign-off has no member 'resutl'; did you mean 'result'?")]
    [InlineData("""{ "id": "OPS-03", "result": "passed", "by": "Ana", "by": "Bo", "on": "2026-06-01" }""", "1,52: 'by' stands twice; keep one of the two.")]
    [InlineData("""{ "id": "OPS-03", "result": "pased", "by": "Ana", "on": "2026-06-01" }""", "1,29: There is no result 'pased'; did you mean 'passed'?")]
    [InlineData("""{ "id": "OPS-03", "result": "notApplicable", "by": "Ana", "on": "2026-06-01" }""", "1,29: There is no result 'notApplicable'; it may have 'passed', 'waived'. What does not apply is left out in readiness.json, \"requirements\": { \"OPS-03\": \"skip: reason\" }.")]
    [InlineData("""{ "id": "OPS-03", "result": true, "by": "Ana", "on": "2026-06-01" }""", "1,29: 'result' must be a text of one line that is not empty.")]
    [InlineData("""{ "id": "OPS-03", "result": "passed", "by": " ", "on": "2026-06-01" }""", "1,45: 'by' must be a text of one line that is not empty.")]
    [InlineData("""{ "id": "OPS-03", "result": "passed", "by": "A\nB", "on": "2026-06-01" }""", "1,45: 'by' must be a text of one line that is not empty.")]
    [InlineData("""{ "id": "OPS-03", "result": "passed", "by": "Ana", "role": "enginering", "on": "2026-06-01" }""", "1,60: There is no role 'enginering'; did you mean 'engineering'?")]
    [InlineData("""{ "id": "OPS-03", "result": "passed", "by": "Ana", "on": "2026-02-30" }""", "1,58: 'on' must be a day that there is, such as 2026-06-15.")]
    [InlineData("""{ "id": "OPS-03", "result": "passed", "by": "Ana", "on": "9999-12-31" }""", "1,58: 'on' must be a day that there is, such as 2026-06-15.")]
    [InlineData("""{ "id": "OPS-03", "result": "passed", "by": "Ana", "on": "1.6.2026" }""", "1,58: 'on' must be a day that there is, such as 2026-06-15.")]
    [InlineData("""{ "id": "OPS-03", "result": "passed", "by": "Ana", "on": "2026-06-01", "expires": "2026-05-31" }""", "1,83: 'expires' is a day before 'on', so the sign-off never held.")]
    [InlineData("""{ "id": "OPS-30", "result": "passed", "by": "Ana", "on": "2026-06-01" }""", "1,9: There is no requirement 'OPS-30'; did you mean 'OPS-10'?")]
    [InlineData("""{ "id": "OPS-08", "result": "passed", "by": "Ana", "on": "2026-06-01" }""", "1,9: This is the sign-off of OPS-08 in the file of 'OPS-03'. A signature counts for the requirement that it was given for: sign OPS-03 itself.")]
    [InlineData("""{ "result": "passed", "by": "Ana", "on": "2026-06-01" }""", "1,1: The sign-off lacks 'id', the requirement that is signed.")]
    [InlineData("""{ "id": "OPS-03", "by": "Ana", "on": "2026-06-01" }""", "1,1: The sign-off lacks 'result', 'passed' or 'waived'.")]
    [InlineData("""{ "id": "OPS-03", "result": "passed", "on": "2026-06-01" }""", "1,1: The sign-off lacks 'by', who signs.")]
    [InlineData("""{ "id": "OPS-03", "result": "passed", "by": "Ana" }""", "1,1: The sign-off lacks 'on', the day of the signature.")]
    [InlineData("""{ "id": "OPS-03", "result": "waived", "by": "Ana", "on": "2026-06-01", "expires": "2026-06-10" }""", "1,1: The sign-off lacks 'reason', why it is put off.")]
    [InlineData("""{ "id": "OPS-03", "result": "waived", "by": "Ana", "on": "2026-06-01", "reason": "x" }""", "1,1: The sign-off lacks 'expires', the last day for which it is put off.")]
    [InlineData("""{ "id": "OPS-03", "result": "passed", "by": "Ana", "on": "2026-06-01", "evidence": "x" }""", "1,84: 'evidence' must be a list of { \"file\": \"…\", \"sha256\": \"…\" } and { \"link\": \"https://…\" }.")]
    [InlineData("""{ "id": "OPS-03", "result": "passed", "by": "Ana", "on": "2026-06-01", "evidence": [{ "file": "a" }] }""", "1,85: A piece of evidence is a 'file' with its 'sha256', or a 'link'.")]
    [InlineData("""{ "id": "OPS-03", "result": "passed", "by": "Ana", "on": "2026-06-01", "evidence": [{ }] }""", "1,85: A piece of evidence is a 'file' with its 'sha256', or a 'link'.")]
    [InlineData("""{ "id": "OPS-03", "result": "passed", "by": "Ana", "on": "2026-06-01", "evidence": [{ "link": "a", "sha256": "SHA" }] }""", "1,85: A piece of evidence is a 'file' with its 'sha256', or a 'link'.")]
    [InlineData("""{ "id": "OPS-03", "result": "passed", "by": "Ana", "on": "2026-06-01", "evidence": [{ "file": "a", "sha265": "SHA" }] }""", "1,100: A piece of evidence has no member 'sha265'; did you mean 'sha256'?")]
    [InlineData("""{ "id": "OPS-03", "result": "passed", "by": "Ana", "on": "2026-06-01", "evidence": [{ "file": "a", "sha256": "ABC" }] }""", "1,110: 'sha256' must be a SHA-256: 64 of the characters 0 to 9 and a to f.")]
    [InlineData("""{ "id": "OPS-03", "result": "passed", "by": "Ana", "on": "2026-06-01", "inputs": { "events": [] } }""", "1,82: 'inputs' lacks 'hash'. Let 'dotnet msbuild -t:ReadinessSignOff -p:Id=OPS-03' write the record.")]
    [InlineData("""{ "id": "OPS-03", "result": "passed", "by": "Ana", "on": "2026-06-01", "inputs": { "hash": "SHA", "events": [1] } }""", "1,171: An item of 'events' must be a text of one line that is not empty.")]
    public void What_cannot_be_meant_is_told_at_its_place(string text, string expected)
    {
        var reading = Read("OPS-03.json", text.Replace("SHA", Sha));
        var problem = Assert.Single(reading.Problems);
        Assert.StartsWith(expected, $"{problem.Position.Line},{problem.Position.Column}: {problem.Message}");
        Assert.Null(reading.Record);
        Assert.Equal("OPS-03", reading.Id);
    }

    [Theory]
    [InlineData("SEC-01", "SEC-01 (Stripe and other secrets are never compile-time values) is not signed: RDY1001, RDY1002, RDY1004, RDY1005 decide it. Remove this file.")]
    [InlineData("SEC-04", "SEC-04 (A secret-store provider is wired into the host) is not signed: nothing decides it yet, so it is listed as not enforced. Remove this file.")]
    [InlineData("CFG-08", "CFG-08 (Public base URLs) is not signed: the settings of production decide it. Remove this file.")]
    [InlineData("REL-01", "REL-01 (All blocking requirements decided) is not signed: it is the sum of all others. Remove this file.")]
    public void What_the_build_decides_is_not_signed(string id, string expected)
    {
        var requirement = Catalogue.Instance.Find(id)!;
        Assert.Equal(expected.Replace("All blocking requirements decided", requirement.Title), Assert.Single(Read(id + ".json", Usual.Replace("OPS-03", id)).Problems).Message);
    }

    [Theory]
    [InlineData("", "1,1: The sign-off lacks 'inputs', what of the app was judged. Let 'dotnet msbuild -t:ReadinessSignOff -p:Id=QA-01' write the record.")]
    [InlineData(""", "inputs": { "hash": "SHA", "events": [] }""", "1,81: 'inputs' lacks 'prices', which QA-01 judges. Let 'dotnet msbuild -t:ReadinessSignOff -p:Id=QA-01' write the record.")]
    public void What_was_judged_is_on_record(string more, string expected)
    {
        var problem = Assert.Single(Read("QA-01.json", Usual.Replace("OPS-03", "QA-01").Replace(" }", (more + " }").Replace("SHA", Sha))).Problems);
        Assert.Equal(expected, $"{problem.Position.Line},{problem.Position.Column}: {problem.Message}");
    }

    [Fact]
    public void A_waiver_judged_nothing() => Assert.NotNull(
        Read("QA-01.json", """{ "id": "QA-01", "result": "waived", "by": "Ana", "on": "2026-06-01", "expires": "2026-06-03", "reason": "x" }""").Record);

    [Fact]
    public void Several_faults_are_all_told() => Assert.Equal(3, Read("OPS-03.json", """{ "idd": "OPS-03", "result": 1 , "by": "Ana", "on": "2026-06-01" }""").Problems.Count);

    [Fact]
    public void What_nobody_wrote_by_hand_has_limits()
    {
        Assert.Equal("'by' is longer than 1000 characters.", Assert.Single(Read("OPS-03.json", Usual.Replace("Ana", new string('a', 1001))).Problems).Message);
        var many = string.Join(",", Enumerable.Repeat("{}", 1001));
        Assert.Equal("'evidence' has more than 1000 items.", Assert.Single(Read("OPS-03.json", Usual.Replace(" }", $", \"evidence\": [{many}] }}")).Problems).Message);
        Assert.Single(Read("OPS-03.json", new string('[', 10_000)).Problems);
        var others = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"\"a{i}\": 0,"));
        Assert.Equal(50, Read("OPS-03.json", $"{{{others}}}").Problems.Count);
    }

    [Fact]
    public void The_hash_of_inputs_knows_requirement_and_facts_and_no_order()
    {
        var inputs = Of("QA-01", ["b", "a"], []);
        Assert.Equal(inputs, Of("QA-01", ["a", "b"], []));
        Assert.Distinct([inputs, Of("QA-02", ["a", "b"], []), Of("QA-01", ["a"], ["b"]), Of("QA-01", ["ab"], []), Of("QA-01", ["a", "b", "c"], [])]);

        static string Of(string id, string[] events, string[] prices) =>
            SignedInputs.Of(id, new Dictionary<string, IReadOnlyList<string>> { ["events"] = events, ["prices"] = prices }).Hash;
    }

    [Fact]
    public void What_is_written_is_what_is_read()
    {
        var record = new SignOff(Catalogue.Instance.Find("QA-01")!, SignOffResult.Passed, "Ana \"the\" \\ é 😀", new(2026, 6, 1))
        {
            Role = "engineering",
            Expires = new(2026, 6, 10),
            Release = "7",
            Reason = "<b>",
            Evidence = [new("a b/c.txt", Sha, "", default), new("", "", "https://example.com/?a=1&b=2", default)],
            Inputs = SignedInputs.Of("QA-01", new Dictionary<string, IReadOnlyList<string>> { ["events"] = ["a", "b"], ["prices"] = [], ["instruments"] = ["x"] }),
        };
        var text = SignOffText.Of(record);
        var read = Read("QA-01.json", text).Record!;
        Assert.Equal(text, SignOffText.Of(read));
        Assert.True(read.Inputs!.Fits("QA-01"));
        Assert.Equal((record.By, record.On, record.Expires, record.Reason), (read.By, read.On, read.Expires, read.Reason));
    }

    [Fact]
    public void A_spoilt_record_is_told_of_and_nothing_is_thrown()
    {
        const string Record = """
            { "id": "WH-08", "result": "waived", "by": "Ana", "role": "product", "on": "2026-06-01", "expires": "2026-06-10", "reason": "x",
              "evidence": [{ "file": "a", "sha256": "SHA" }, { "link": "https://a.b" }], "inputs": { "hash": "SHA", "events": ["a"] } }
            """;
        string[] pieces = ["\"", "{", "}", "[", "]", ":", ",", "null", "1e999", "\\u12", "\n", "\0", "😀", "\uD800", "9999-12-31", "0001-01-01", "passed", "QA-01", ""];
        var random = new Random(20260615);
        for (var i = 0; i < 20_000; i++)
        {
            var text = Record.Replace("SHA", Sha);
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                var (start, length) = (random.Next(text.Length), random.Next(0, 12));
                text = text[..start] + pieces[random.Next(pieces.Length)] + text[Math.Min(text.Length, start + length)..];
            }

            var reading = Read("WH-08.json", text);
            Assert.NotEqual(reading.Record is null, reading.Problems.Count == 0);
            Assert.All(reading.Problems, problem => Assert.True(problem.Position is { Line: >= 1, Column: >= 1 } && problem.Position.Line <= text.Count(c => c is '\n' or '\r') + 1, text));
            if (reading.Record is { } record)
                _ = record.ProblemOf(record.AgeOn(new(2026, 6, 15), new(2026, 6, 15)));
        }
    }

    private static SignOffReading Read(string name, string text) => SignOffReader.Read(name, text);
}
