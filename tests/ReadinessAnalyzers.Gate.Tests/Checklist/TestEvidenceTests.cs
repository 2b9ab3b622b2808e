using ReadinessAnalyzers.Gate.Checklist;

namespace ReadinessAnalyzers.Gate.Tests.Checklist;

/// <summary>Tests that bear the id of a requirement prove it, RDY9033, and all declared runs are green, RDY9034.</summary>
public sealed class TestEvidenceTests : IDisposable
{
    private const string Policy = """
        {
          "profile": "reference",
          "evidence": { "tests": "TestResults" }
        }
        """;

    private readonly Shop _shop = new Shop().Says(Policy);

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("QA-06 A declined card is told")]
    [InlineData("QA-06: a declined card is told")]
    [InlineData("QA-06")]
    [InlineData("QA-06/1 A declined card")]
    public void A_passed_test_with_the_id_at_its_beginning_is_a_proof(string name)
    {
        _shop.Has("TestResults/run.trx", Trx(Passed(name)));
        Assert.Empty(Findings());
        var proof = Proved()["QA-06"];
        Assert.Equal((ProofKind.Test, "run.trx", 4), (proof.Kind, Path.GetFileName(proof.Position.Path), proof.Position.Line));
        Assert.Equal($"the test '{name}'", proof.What);
    }

    [Theory]
    [InlineData("A declined card (QA-06)")]
    [InlineData("QA-060 A declined card")]
    [InlineData("QA-06b A declined card")]
    [InlineData("QA-06-2 A declined card")]
    [InlineData("qa-06 A declined card")]
    [InlineData("QA06 A declined card")]
    [InlineData("XA-06 A declined card")]
    public void Another_name_proves_nothing(string name)
    {
        _shop.Has("TestResults/run.trx", Trx(Passed(name)));
        Assert.Empty(Findings());
        Assert.Equal(["BLD-04"], Proved().Keys);
    }

    [Fact]
    public void Only_what_a_test_can_prove_is_proved()
    {
        // WH-08 needs a link, REL-07 is looked at after the release, QA-03 is not in the profile.
        _shop.Has("TestResults/run.trx", Trx(Passed("WH-08 x"), Passed("REL-07 x"), Passed("QA-03 x"), Passed("QA-01 x")));
        Assert.Equal(["QA-01", "BLD-04"], Proved().Keys);
    }

    [Fact]
    public void A_failed_test_of_a_requirement_is_one_finding_at_the_results()
    {
        _shop.Has("TestResults/run.trx", Trx(Passed("QA-06 one"), Failed("QA-06 two"), Failed("QA-06 three")));
        Assert.Equal(["RDY9033 error TestResults/run.trx(5,6)"], Findings());
        Assert.Equal(
            "QA-06 (Failed payment: past due, banner, recovery with a good card) does not hold: the test 'QA-06 two' and 1 more failed. Mend it and run the tests again.",
            _shop.OnlyMessage("RDY9033"));
        Assert.Empty(Proved());
        Assert.Equal(["QA-06", "BLD-04"], _shop.Judge().Verdicts.Where(verdict => verdict.Contradicts).Select(verdict => verdict.Requirement).Where(id => !id.StartsWith("DOC", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(true, "QA-06")]
    [InlineData(false, "QA-06", "QA-01", "QA-20")]
    public void What_evidence_says_is_not_asked_for_again(bool isReadable, params string[] told)
    {
        _shop.Has("TestResults/run.trx", isReadable ? Trx(Failed("QA-06 one")) : "no results");
        var asked = _shop.OnlyMessage("RDY9020");
        Assert.Equal(told.Length == 1, asked.Contains("QA-01"));
        Assert.All(told, id => Assert.DoesNotContain(id, asked));
        Assert.Contains("WH-08", asked);
    }

    [Fact]
    public void A_skipped_test_proves_nothing_and_is_noted()
    {
        _shop.Has("TestResults/run.trx", Trx(Passed("QA-06 one"), Result("QA-06 two", "NotExecuted")));
        Assert.Equal(["RDY9033 note TestResults/run.trx(5,6)"], Findings());
        Assert.Equal(["BLD-04"], Proved().Keys);
    }

    [Fact]
    public void Any_failed_test_is_a_finding()
    {
        _shop.Has("TestResults/run.trx", Trx(Failed("Adds up"), Failed("QA-03 not asked for"), Passed("QA-06 one")));
        Assert.Equal(["RDY9034 error TestResults/run.trx(4,6)"], Findings());
        Assert.Equal("The test 'Adds up' and 1 more failed. Mend what is broken and run the tests again.", _shop.OnlyMessage("RDY9034"));
        Assert.Equal(["QA-06"], Proved().Keys);
    }

    [Fact]
    public void A_test_that_was_run_again_is_judged_by_the_new_result()
    {
        _shop.Has("TestResults/1.trx", Trx(Failed("QA-06 one"), Failed("Adds up"))).Has("TestResults/2.trx", TrxOf("2026-06-15T10:00:00+00:00", Passed("QA-06 one"), Passed("Adds up")));
        Assert.Empty(Findings());
        Assert.Equal(["QA-06", "BLD-04"], Proved().Keys);

        _shop.Has("TestResults/3.trx", TrxOf("2026-06-15T13:00:00+02:00", Failed("QA-06 one")));
        Assert.Equal(["RDY9033 error TestResults/3.trx(4,6)"], Findings());
    }

    [Fact]
    public void Two_tests_that_share_a_name_are_two()
    {
        _shop.Has("TestResults/net8.trx", Trx(Failed("QA-06 one"))).Has("TestResults/net9.trx", TrxOf("2026-06-15T10:00:00+00:00", Passed("QA-06 one")).Replace("/net10.0/", "/net9.0/"));
        Assert.Equal(["RDY9033 error TestResults/net8.trx(4,6)"], Findings());
    }

    [Fact]
    public void Data_that_share_a_name_all_count()
    {
        _shop.Has("TestResults/run.trx", Trx(Failed("QA-06 one"), Passed("QA-06 one")));
        Assert.Equal(["RDY9033 error TestResults/run.trx(4,6)"], Findings());
    }

    [Fact]
    public void A_run_without_tests_or_with_a_crash_is_not_green()
    {
        _shop.Has("TestResults/a.trx", Trx()).Has("TestResults/b.trx", Trx(Passed("x")).Replace("\"Completed\"", "\"Failed\"")).Has("TestResults/c.trx", Trx(Result("y", "NotExecuted")));
        Assert.Equal(["RDY9034 error TestResults/a.trx(1,1)", "RDY9034 error TestResults/b.trx(1,1)", "RDY9034 error TestResults/c.trx(1,1)"], Findings());
    }

    [Fact]
    public void Traits_are_read_from_xunit_xml()
    {
        _shop.Has("TestResults/run.xml", """
            <?xml version="1.0" encoding="utf-8"?>
            <assemblies schema-version="3" finish-rtf="2026-06-15T09:00:00+00:00"><assembly name="/src/Shop.Tests.dll" errors="0"><collection>
              <test name="Shop.CardTests.Declined" type="Shop.CardTests" result="Pass"><traits><trait name="Requirement" value="QA-06" /><trait name="requirement" value="QA-07" /></traits></test>
              <test name="Shop.CardTests.Other" type="Shop.CardTests" result="Fail"><traits><trait name="requirement" value="QA-12" /><trait name="Category" value="QA-01" /></traits></test>
              <test name="Shop.CardTests.Skipped" type="Shop.CardTests" result="Skip"><traits><trait name="requirement" value="SHOP-17" /></traits></test>
            </collection></assembly></assemblies>
            """);
        Assert.Equal(["RDY9033 error TestResults/run.xml(4,4)"], Findings());
        Assert.Equal(["QA-06", "QA-07"], Proved().Keys.Order());
    }

    [Fact]
    public void An_old_xunit_run_tells_its_time_by_the_assembly()
    {
        var run = """<assemblies timestamp="02/01/2026 14:47:17"><assembly name="a.dll" run-date="2026-02-01" run-time="{0}" errors="0"><collection><test name="QA-06 x" type="T" result="{1}" /></collection></assembly></assemblies>""";
        _shop.Has("TestResults/a.xml", run.Replace("{0}", "14:47:17").Replace("{1}", "Pass")).Has("TestResults/b.xml", run.Replace("{0}", "14:40:00").Replace("{1}", "Fail"));
        Assert.Empty(Findings());
    }

    [Theory]
    [InlineData("""{ "name": "declined", "status": "passed", "tags": ["@QA-06", "slow"] }""")]
    [InlineData("""{ "name": "declined", "status": "passed", "tags": ["requirement:QA-06"] }""")]
    [InlineData("""{ "name": "declined", "status": "passed", "labels": { "requirement": "QA-06" } }""")]
    [InlineData("""{ "name": "declined", "status": "passed", "extra": { "traits": { "requirement": ["QA-06"] } } }""")]
    [InlineData("""{ "name": "QA-06: declined", "status": "passed", "flaky": true, "retries": 1 }""")]
    public void Tags_labels_and_traits_are_read_from_ctrf(string test)
    {
        _shop.Has("TestResults/ctrf-report.json", Ctrf(test));
        Assert.Empty(Findings());
        Assert.Equal(["QA-06", "BLD-04"], Proved().Keys);
    }

    [Fact]
    public void The_same_run_in_three_formats_is_one_run()
    {
        _shop.Has("TestResults/a.trx", Trx(Passed("QA-06 one")))
            .Has("TestResults/b.xml", """<assemblies finish-rtf="2026-06-15T09:00:00+00:00"><assembly name="/src/bin/net10.0/Shop.Tests.dll"><collection><test name="QA-06 one" type="Shop.Tests" result="Pass" /></collection></assembly></assemblies>""")
            .Has("TestResults/c.json", """{ "reportFormat": "CTRF", "results": { "summary": { "stop": 1781514000000 }, "extra": { "suites": [{ "id": "s", "filePath": "/src/bin/net10.0/Shop.Tests.dll" }] }, "tests": [{ "name": "QA-06 one", "status": "passed", "suite": "s", "extra": { "type": "Shop.Tests" } }] } }""");
        Assert.Single(Proofs.TestRun.Newest(_shop.Input().Evidence.Runs).Select(result => result.Identity).Distinct());
        Assert.Equal(3, Proofs.TestRun.Newest(_shop.Input().Evidence.Runs).Count);
    }

    [Fact]
    public void Without_results_the_profile_is_not_met()
    {
        _shop.Says("""{ "profile": "reference" }""");
        Assert.Equal(["RDY9034 error readiness.json(1,14)"], Findings());
        Assert.Equal(
            "BLD-04 (Tests are green for this build): readiness.json names no test results. Say where they are, \"evidence\": { \"tests\": [\"../TestResults\"] }.",
            _shop.OnlyMessage("RDY9034"));
    }

    [Theory]
    [InlineData("TestResult/run.trx")] // misspelt
    [InlineData("TestResults/notes.txt")]
    [InlineData("TestResults/coverage.json")]
    public void A_path_without_results_is_a_finding_where_it_is_named(string file)
    {
        _shop.Has(file, "{}");
        Assert.Equal(["RDY9032 error readiness.json(3,26)"], Findings());
    }

    [Fact]
    public void What_other_tools_leave_among_the_results_is_no_fault()
    {
        _shop.Has("TestResults/run.trx", Trx(Passed("QA-06 one")))
            .Has("TestResults/coverage.cobertura.xml", "<!DOCTYPE coverage SYSTEM \"http://cobertura.sourceforge.net/xml/coverage-04.dtd\"><coverage/>")
            .Has("TestResults/junit.xml", "<testsuites><testsuite><testcase name=\"QA-07 x\" /></testsuite></testsuites>")
            .Has("TestResults/broken.json", "{ \"a\": ")
            .Has("TestResults/deep/er/still/log.txt", "x")
            .Has("TestResults/unit/more.trx", Trx(Passed("QA-12 two")));
        Assert.Empty(Findings());
        Assert.Equal(["QA-06", "QA-12", "BLD-04"], Proved().Keys);
    }

    [Fact]
    public void What_other_tools_leave_may_be_much_large_or_no_text()
    {
        _shop.Has("TestResults/run.trx", Trx(Passed("QA-06 one")))
            .Has("TestResults/coverage.json", "{ \"lines\": [" + new string(' ', 17 * 1024 * 1024))
            .Has("TestResults/utf16.json", "{\0}\0");
        for (var page = 0; page <= 1000; page++)
            _shop.Has($"TestResults/html/{page}.html", "<p/>");
        Assert.Empty(Findings());
        Assert.Equal(["QA-06", "BLD-04"], Proved().Keys);
    }

    [Fact]
    public void Results_among_other_files_that_are_too_large_are_a_finding()
    {
        _shop.Has("TestResults/run.trx", Trx(Passed("QA-06 one"))).Has("TestResults/ctrf.json", Ctrf() + new string(' ', 17 * 1024 * 1024));
        Assert.Equal(["RDY9032 error TestResults/ctrf.json(1,1)"], Findings());
        Assert.DoesNotContain("BLD-04", Proved().Keys);
    }

    [Fact]
    public void A_file_that_is_named_by_itself_is_meant()
    {
        _shop.Has("TestResults/run.json", "{\0}\0").Says("""{ "profile": "reference", "evidence": { "tests": "TestResults/run.json" } }""");
        Assert.Equal(["RDY9032 error TestResults/run.json(1,1)"], Findings());
    }

    [Fact]
    public void Linked_folders_are_not_followed()
    {
        _shop.Has("TestResults/run.trx", Trx(Passed("QA-06 one")));
        for (var link = 0; link < 100; link++)
            Directory.CreateSymbolicLink(_shop.PathOf($"TestResults/a{link}"), ".");
        Assert.Empty(Findings());
        Assert.Single(_shop.Input().Evidence.Runs);
    }

    [Fact]
    public void No_link_leads_out_of_a_folder_that_lies_elsewhere()
    {
        using TemporaryFolder results = new(), elsewhere = new();
        results.Write("unit/run.trx", Trx(Passed("QA-06 one")));
        elsewhere.Write("secret.trx", Trx(Failed("QA-06 two")));
        Directory.CreateSymbolicLink(Path.Combine(results.Path, "x"), elsewhere.Path);
        _shop.Says($$"""{ "profile": "reference", "evidence": { "tests": "../{{Path.GetFileName(results.Path)}}" } }""");
        Assert.Empty(Findings());
        Assert.Single(_shop.Input().Evidence.Runs);

        File.CreateSymbolicLink(Path.Combine(results.Path, "unit/secret.trx"), Path.Combine(elsewhere.Path, "secret.trx"));
        Assert.Equal(["RDY9032 error readiness.json(1,50)"], Findings());
        File.Delete(Path.Combine(results.Path, "unit/secret.trx"));
        File.CreateSymbolicLink(Path.Combine(results.Path, "unit/again.trx"), "../unit/run.trx");
        Assert.Empty(Findings());
    }

    [Fact]
    public void A_declared_folder_that_is_a_link_to_another_place_is_one_finding()
    {
        using TemporaryFolder elsewhere = new();
        elsewhere.Write("1.trx", Trx(Passed("QA-06 one")));
        elsewhere.Write("2.trx", Trx(Passed("QA-06 one")));
        Directory.CreateSymbolicLink(_shop.PathOf("TestResults"), elsewhere.Path);
        Assert.Equal(["RDY9032 error readiness.json(3,26)"], Findings());
        Assert.Empty(_shop.Input().Evidence.Runs);
    }

    [Fact]
    public void The_data_of_a_test_are_not_shown()
    {
        _shop.Has("TestResults/run.trx", Trx(Failed("QA-06 Login(&quot;hunter2&quot;)"), Failed("Login (user: 1)")));
        var messages = _shop.Judge().Findings.Select(finding => finding.Message).ToArray();
        Assert.Contains(messages, message => message.Contains("the test 'QA-06 Login…' failed."));
        Assert.Contains(messages, message => message.StartsWith("The test 'Login…' failed.", StringComparison.Ordinal));
        Assert.DoesNotContain(messages, message => message.Contains("hunter2"));
    }

    [Theory]
    [InlineData("run.trx", "<TestRun><Results><UnitTestResult testName=\"QA-06 x\" outcome=\"Passed\" />")]
    [InlineData("run.trx", "")]
    [InlineData("run.trx", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><TestRun>&e;</TestRun>")]
    [InlineData("run.xml", "<assemblies><assembly>")]
    [InlineData("run.json", "{ \"reportFormat\": \"CTRF\", ")]
    public void Results_that_end_too_early_are_a_finding_and_prove_nothing(string name, string text)
    {
        _shop.Has("TestResults/" + name, text);
        Assert.StartsWith($"RDY9032 error TestResults/{name}(", Assert.Single(Findings()));
        Assert.Empty(Proved());
    }

    [Fact]
    public void Where_things_are_tried_out_nothing_is_asked()
    {
        _shop.Environment = "Staging";
        Assert.Empty(Findings());
    }

    [Fact]
    public void Without_a_profile_nothing_is_read()
    {
        _shop.Says("""{ "evidence": { "tests": "nowhere", "stripe": "nowhere" }, "documents": { "DOC-02": "nowhere.md" } }""");
        Assert.Empty(_shop.Judge().Findings);
        Assert.Same(Proofs.GatheredEvidence.None, _shop.Input().Evidence);
    }

    private string[] Findings() => [.. _shop.Findings("RDY903").Where(finding => !finding.StartsWith("RDY9030", StringComparison.Ordinal))];

    private IReadOnlyDictionary<string, Proof> Proved() => _shop.Judge().Input.ProvedRequirements;

    private static string Passed(string name) => Result(name, "Passed");

    private static string Failed(string name) => Result(name, "Failed");

    private static string Result(string name, string outcome) => $"""<UnitTestResult testName="{name}" outcome="{outcome}" testId="{name.GetHashCode()}" />""";

    private static string Trx(params string[] results) => TrxOf("2026-06-15T09:00:00+00:00", results);

    private static string TrxOf(string finish, params string[] results) => $"""
        <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
          <Times start="2026-06-15T08:00:00+00:00" finish="{finish}" />
          <Results>
        {string.Concat(results.Select(result => $"    {result}\n"))}  </Results>
          <TestDefinitions>{string.Concat(results.Select(result => result.Split("testId=\"")[1].Split('"')[0]).Distinct().Select(id => $"""<UnitTest id="{id}" storage="/src/bin/net10.0/shop.tests.dll"><TestMethod className="Shop.Tests" /></UnitTest>"""))}</TestDefinitions>
          <ResultSummary outcome="{(results.Any(result => result.Contains("\"Failed\"")) ? "Failed" : "Completed")}" />
        </TestRun>
        """;

    private static string Ctrf(params string[] tests) =>
        $$"""{ "reportFormat": "CTRF", "specVersion": "0.0.0", "results": { "tool": { "name": "playwright" }, "summary": { "stop": 1781514000000 }, "tests": [{{string.Join(", ", tests)}}] } }""";
}
