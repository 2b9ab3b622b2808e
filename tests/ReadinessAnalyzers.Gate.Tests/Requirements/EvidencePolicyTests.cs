using ReadinessAnalyzers.Gate.Requirements;

namespace ReadinessAnalyzers.Gate.Tests.Requirements;

/// <summary>The members <c>evidence</c> and <c>documents</c> of readiness.json.</summary>
public sealed class EvidencePolicyTests
{
    [Fact]
    public void Paths_are_a_text_or_a_list()
    {
        var evidence = Parse("""{ "evidence": { "tests": ["../TestResults", "run.trx"], "stripe": "readiness/stripe" } }""").Evidence!;
        Assert.Equal(["../TestResults", "run.trx"], evidence.Tests.Select(path => path.Text));
        Assert.Equal(["readiness/stripe"], evidence.Stripe.Select(path => path.Text));
        Assert.Equal(new FilePosition("readiness.json", 1, 45), evidence.Tests[1].Position);
    }

    [Fact]
    public void A_document_has_the_usual_headings_unless_it_names_its_own()
    {
        var documents = Parse("""{ "documents": { "DOC-02": "a.md", "DOC-07": { "file": "b.md", "headings": ["Back"] }, "DOC-05": { "headings": [] } } }""").Documents;
        Assert.Equal(["a.md", "b.md", "docs/backup-and-restore.md"], documents.Select(document => document.File.Text));
        Assert.Equal([4, 1, 0], documents.Select(document => document.Headings.Count));
    }

    [Theory]
    [InlineData("""{ "evidence": [] }""", "'evidence' must be an object.")]
    [InlineData("""{ "evidence": { "test": "x" } }""", "'evidence' has no member 'test'; did you mean 'tests'?")]
    [InlineData("""{ "evidence": { "tests": 1 } }""", "A path of 'tests' must be a text that is not empty.")]
    [InlineData("""{ "evidence": { "stripe": [""] } }""", "A path of 'stripe' must be a text that is not empty.")]
    [InlineData("""{ "evidence": { "tests": ["a", "b", "a"] } }""", "'a' stands twice in 'tests'; keep one of the two.")]
    [InlineData("""{ "documents": "docs" }""", "'documents' must be an object of ids and files, such as { \"DOC-02\": \"docs/runbooks.md\" }.")]
    [InlineData("""{ "documents": { "DOC-2": "x.md" } }""", "No requirement 'DOC-2' asks for a document; did you mean 'DOC-02'?")]
    [InlineData("""{ "documents": { "QA-06": "x.md" } }""", "No requirement 'QA-06' asks for a document; it may have 'DOC-01'")]
    [InlineData("""{ "documents": { "DOC-02": "a.md", "DOC-02": "b.md" } }""", "'DOC-02' stands twice in 'documents'; keep one of the two.")]
    [InlineData("""{ "documents": { "DOC-02": 1 } }""", "The file of 'DOC-02' must be a text that is not empty.")]
    [InlineData("""{ "documents": { "DOC-02": { "path": "x" } } }""", "'DOC-02' has no member 'path'; ")]
    [InlineData("""{ "documents": { "DOC-02": { "headings": "x" } } }""", "The headings of 'DOC-02' must be a list, such as [\"Webhook failure\"].")]
    public void What_cannot_be_meant_is_a_finding(string json, string message) => Assert.StartsWith(message, Assert.Single(Parse(json).Problems).Message);

    [Theory]
    [InlineData("""{ "evidence": { "tests": [{0}] } }""", "'tests' names more than 50 paths; name folders.")]
    [InlineData("""{ "evidence": { "stripe": [{0}] } }""", "'stripe' names more than 50 paths; name folders.")]
    [InlineData("""{ "documents": { "DOC-02": { "headings": [{0}] } } }""", "'DOC-02' asks for more than 50 headings; keep those that matter.")]
    public void What_is_too_much_is_a_finding_at_the_first_that_is(string json, string message)
    {
        var many = string.Join(",", Enumerable.Range(100, 60).Select(i => $"\"{i}\""));
        var problem = Assert.Single(Parse(json.Replace("{0}", many)).Problems);
        Assert.Equal((message, json.IndexOf("{0}", StringComparison.Ordinal) + 1 + (50 * 6)), (problem.Message, problem.Position.Column));
        Assert.Empty(Parse(json.Replace("{0}", many[..(50 * 6 - 1)])).Problems);
    }

    private static ReadinessPolicy Parse(string json) => ReadinessPolicyReader.Parse("readiness.json", json);
}
