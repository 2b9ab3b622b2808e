using ReadinessAnalyzers.Gate.Checklist;

namespace ReadinessAnalyzers.Gate.Tests.Checklist;

/// <summary>RDY9030: documents are there, have their headings, and leave nothing to be filled in.</summary>
public sealed class DocumentTests : IDisposable
{
    private const string Runbooks = """
        # Runbooks

        ## When a webhook failure is reported

        Look at the endpoint's deliveries, then replay.

        ## Reconcile
        ### By hand

        ```
        dotnet shop.dll reconcile # TODO is a word of our shell
        ```

        ## Manual correction of a subscription
        - In the Dashboard, with a second person.

        ## Abuse spike
        Block the card's fingerprint, see `TODO` in the log.
        """;

    private readonly Shop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("docs/runbooks.md", "")]
    [InlineData("ops/Runbooks.md", "\"DOC-02\": \"ops/Runbooks.md\"")]
    [InlineData("ops/Runbooks.md", "\"DOC-02\": { \"file\": \"ops/Runbooks.md\" }")]
    public void A_document_with_all_its_headings_is_a_proof(string file, string documents)
    {
        _shop.Has(file, Runbooks);
        Assert.Empty(Judge(documents));
        Assert.Equal((ProofKind.Document, file), (Proved()["DOC-02"].Kind, Proved()["DOC-02"].What));
    }

    [Fact]
    public void All_documents_that_the_profile_alone_asks_for_are_one_finding()
    {
        _shop.Says("""{ "profile": "reference" }""");
        Assert.Equal(["RDY9030 error readiness.json(1,14)"], _shop.Findings("RDY9030"));
        Assert.Equal(
            "DOC-02 (Runbooks for common operations): 'docs/runbooks.md' is not there; DOC-07 (Rollback plan): 'docs/rollback.md' is not there. "
                + "Write them, or say in readiness.json where they are, under 'documents', or what does not apply, \"requirements\": { \"DOC-02\": \"skip: reason\" }.",
            _shop.OnlyMessage("RDY9030"));
    }

    [Fact]
    public void A_document_that_readiness_json_names_is_missed_there()
    {
        Assert.Equal(["RDY9030 error readiness.json(3,33)"], Judge("\"DOC-02\": \"docs/runboks.md\""));
        Assert.Equal(
            "DOC-02 (Runbooks for common operations): 'docs/runboks.md' is not there. "
                + "Write it, or say in readiness.json where it is, under 'documents', or what does not apply, \"requirements\": { \"DOC-02\": \"skip: reason\" }.", _shop.OnlyMessage("RDY9030"));
    }

    [Theory]
    [InlineData("## Reconcile", "## Sync", "docs/runbooks.md(1,1)", "the document has no heading 'Reconcile'.")]
    [InlineData("## Reconcile", "Reconcile", "docs/runbooks.md(1,1)", "the document has no heading 'Reconcile'.")]
    [InlineData("- In the Dashboard, with a second person.", "", "docs/runbooks.md(14,1)", "'Manual correction' says nothing.")]
    [InlineData("- In the Dashboard, with a second person.", "<!-- who? -->\n---", "docs/runbooks.md(14,1)", "'Manual correction' says nothing.")]
    [InlineData("- In the Dashboard, with a second person.", "<!--\nwho is the second?\n## Which\n-->", "docs/runbooks.md(14,1)", "'Manual correction' says nothing.")]
    [InlineData("## Reconcile", "<!--\n## Reconcile\n-->", "docs/runbooks.md(1,1)", "the document has no heading 'Reconcile'.")]
    [InlineData("- In the Dashboard", "<!-- TODO: whom? -->\n- In the Dashboard", "docs/runbooks.md(15,1)", "here is something still to be filled in.")]
    [InlineData("- In the Dashboard", "- TODO: in the Dashboard", "docs/runbooks.md(15,1)", "here is something still to be filled in.")]
    [InlineData("with a second person", "with <fill in: whom>", "docs/runbooks.md(15,1)", "here is something still to be filled in.")]
    [InlineData("# Runbooks", "# Runbooks (TBD)", "docs/runbooks.md(1,1)", "here is something still to be filled in.")]
    public void What_is_missing_in_a_document_is_a_finding_there(string right, string wrong, string place, string message)
    {
        _shop.Has("docs/runbooks.md", Runbooks.Replace(right, wrong));
        Assert.Equal([$"RDY9030 error {place}"], Judge());
        Assert.StartsWith($"DOC-02 (Runbooks for common operations): {message}", _shop.OnlyMessage("RDY9030"));
        Assert.Empty(Proved());
    }

    [Theory]
    [InlineData("METHODTODO")]
    [InlineData("todos")]
    [InlineData("Todo app")]
    [InlineData("`TBD`")]
    [InlineData("- [ ] look")]
    [InlineData("<details>")]
    [InlineData("<!-- a\n# b --> <!--> <!-- ``` -->")]
    public void What_only_looks_like_a_blank_is_none(string text)
    {
        _shop.Has("docs/runbooks.md", Runbooks + "\n" + text);
        Assert.Empty(Judge());
    }

    [Fact]
    public void A_team_may_have_headings_of_its_own()
    {
        _shop.Has("docs/betrieb.md", "# Webhook ausgefallen\nNeu zustellen.\n");
        Assert.Empty(Judge("\"DOC-02\": { \"file\": \"docs/betrieb.md\", \"headings\": [\"Webhook ausgefallen\"] }"));
    }

    [Theory]
    [InlineData("", "the document is empty.")]
    [InlineData("<!-- what we\n\n# will write -->\n", "the document is empty.")]
    [InlineData("  \n\n", "the document is empty.")]
    public void An_empty_document_says_nothing(string text, string message)
    {
        _shop.Has("docs/runbooks.md", text);
        Judge();
        Assert.Contains(message, _shop.OnlyMessage("RDY9030"));
    }

    [Fact]
    public void A_document_that_is_no_text_cannot_be_read()
    {
        _shop.Has("docs/runbooks.md", "PK\0\0\0");
        Assert.Equal(["RDY9030 error readiness.json(1,14)"], Judge());
        Assert.Contains("is no text that can be read", _shop.OnlyMessage("RDY9030"));
    }

    [Theory]
    [InlineData("## RTO\n4 hours after the alarm.\n## RPO\n15 min\n")]
    [InlineData("## RTO: 4h\n## RPO: 1.5 days\n")]
    [InlineData("Write `<!--` before what nobody reads.\n## RTO: 4h <!-- or\n5h -->\n```\n<!--\n```\n## RPO\n1 day\n")]
    [InlineData("## RTO and RPO\n4-5 hours, 1h5m")]
    [InlineData("## RTO and RPO\n| RTO | RPO |\n|---|---|\n| **4** hours | 0 seconds |\n")]
    [InlineData("# Recovery time (RTO)\n## Database\n2-hour window\n# Recovery point (RPO)\nlast 24h\n")]
    public void A_disaster_plan_says_how_long(string text)
    {
        _shop.Has("docs/disaster-recovery.md", text);
        Assert.Empty(Judge("", "metered-billing", "DOC-04"));
    }

    [Theory]
    [InlineData("## RTO\nAs soon as possible.\n## RPO\n15 min\n", 1)]
    [InlineData("## RTO\n4 people are called.\n## RPO\n15 min\n", 1)]
    [InlineData("## RTO\n4\n## RPO\n15\n", 2)]
    [InlineData("## RTO and RPO\n4 hours\n", 1)]
    [InlineData("## RTO and RPO\n4 hours <!-- was\n5 hours -->\n", 1)]
    public void A_disaster_plan_without_a_time_is_a_finding(string text, int findings)
    {
        _shop.Has("docs/disaster-recovery.md", text);
        Assert.Equal(findings, Judge("", "metered-billing", "DOC-04").Length);
    }

    [Fact]
    public void A_long_line_of_digits_is_read_once()
    {
        _shop.Has("docs/disaster-recovery.md", $"## RTO and RPO\n{string.Concat(Enumerable.Repeat("1 x", 1_000_000))} 4 hours, 5 min\n");
        Assert.Empty(Judge("", "metered-billing", "DOC-04"));
    }

    [Theory]
    [InlineData("docs/openapi.json", "{ \"openapi\": \"3.1.0\", \"paths\": {} }", null)]
    [InlineData("docs/openapi.json", "{ \"swagger\": \"2.0\" }", null)]
    [InlineData("docs/openapi.json", "# made by the build\nopenapi: 3.0.4\ninfo: {}\n", null)]
    [InlineData("docs/openapi.json", "---\n'openapi': 3.0.4\n", null)]
    [InlineData("docs/openapi.json", "{ \"paths\": {} }", "docs/openapi.json(1,1)")]
    [InlineData("docs/openapi.json", "{ \"openapi\": \"3.1.0\",\n \"paths\": ", "docs/openapi.json(2,11)")]
    [InlineData("docs/openapi.json", "# Our API\n", "docs/openapi.json(1,1)")]
    [InlineData("docs/openapi.json", "info:\n  openapi: 3\n", "docs/openapi.json(1,1)")]
    public void An_api_description_is_openapi(string file, string text, string? place)
    {
        _shop.Has(file, text);
        Assert.Equal(place is null ? [] : [$"RDY9030 error {place}"], Judge("", "metered-billing", "DOC-01"));
    }

    [Fact]
    public void A_document_may_stand_above_the_project_but_not_behind_a_link()
    {
        _shop.Has("docs/runbooks.md", Runbooks);
        Directory.CreateSymbolicLink(_shop.PathOf("linked"), Path.GetTempPath());
        Assert.Equal(["RDY9030 error readiness.json(3,33)"], Judge("\"DOC-02\": \"linked/x.md\""));
        Assert.Equal(["RDY9030 error readiness.json(3,33)"], Judge("\"DOC-02\": \"//server/share/x.md\""));
        Assert.Empty(Judge($"\"DOC-02\": \"../{Path.GetFileName(Path.GetDirectoryName(_shop.ProjectFile))}/docs/runbooks.md\""));
    }

    [Fact]
    public void A_document_that_is_left_out_is_not_asked_for()
    {
        _shop.Says("""{ "profile": "reference", "requirements": { "DOC-02": "skip: no operators", "DOC-07": "skip: no operators" } }""");
        Assert.Empty(_shop.Findings("RDY9030"));
    }

    // The reference profile asks for DOC-07 too, which is not what these tests are about.
    private string[] Judge(string documents = "", string profile = "reference", string about = "DOC-02")
    {
        string[] others = profile == "reference" ? ["DOC-07"] : [.. Enumerable.Range(1, 9).Select(i => $"DOC-0{i}").Where(id => id != about)];
        _shop.Says($$"""
            { "profile": "{{profile}}",
              "requirements": { {{string.Join(", ", others.Select(id => $"\"{id}\": \"skip: elsewhere\""))}} },
              "documents": {      {{documents}} } }
            """);
        return _shop.Findings("RDY9030");
    }

    private IReadOnlyDictionary<string, Proof> Proved() => _shop.Judge().Input.ProvedRequirements;
}
