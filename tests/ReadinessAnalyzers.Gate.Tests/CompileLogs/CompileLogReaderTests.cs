using ReadinessAnalyzers.Gate.CompileLogs;

namespace ReadinessAnalyzers.Gate.Tests.CompileLogs;

/// <summary>What is read from a compile log, in the shape that the C# compiler writes.</summary>
public sealed class CompileLogReaderTests
{
    private const string Project = "/src/Shop/Shop.csproj";
    private const string OurRules = """{ "id": "CA1822" }, { "id": "RDY1001", "properties": { "tags": ["Compiler"] } }""";

    [Fact]
    public void A_fact_becomes_a_use_of_a_setting()
    {
        var log = Read(Fact("""{ "setting": "Stripe:SecretKey", "role": "secretKey", "source": "configuration", "fallback": "empty" }"""));
        var use = Assert.Single(log.SettingUses);
        Assert.Equal(new("Stripe:SecretKey", "secretKey", "configuration", "empty", new("/src/Shop/Program.cs", 14, 9)), use);
        Assert.Empty(log.Violations);
        Assert.Equal((CompileLogState.Usable, true), (log.State, log.AnalyzersRan));
    }

    [Fact]
    public void A_fact_becomes_a_handler_of_events()
    {
        var log = Read(Result("RDY0002", "note", """
            , "properties": { "customProperties": { "types": "charge.refunded|invoice.paid", "verification": "verified", "open": "true", "route": "/stripe" } }
            """));
        var handler = Assert.Single(log.EventHandlers);
        Assert.Equal(["charge.refunded", "invoice.paid"], handler.Types);
        Assert.Equal((true, true, "/stripe"), (handler.IsOpen, handler.Verifies, handler.Route));
        Assert.Empty(Read(Result("RDY0002", "note")).EventHandlers);
    }

    [Fact]
    public void A_fact_becomes_a_part_of_telemetry()
    {
        var part = Assert.Single(Read(Result("RDY0003", "note", """
            , "properties": { "customProperties": { "kind": "meter", "name": "Shop", "use": "yes", "members": "[Shop]A.Meter|[Shop]A.Name" } }
            """)).Telemetry);
        Assert.Equal(("meter", "Shop", "yes", ""), (part.Kind, part.Name, part.Use, part.Signal));
        Assert.Equal(["[Shop]A.Meter", "[Shop]A.Name"], part.Members);
        Assert.Empty(Read(Result("RDY0003", "note")).Telemetry);
    }

    [Fact]
    public void A_suppressed_fact_is_still_a_fact() =>
        Assert.Single(Read(Fact(
            """{ "setting": "A", "role": "secretKey", "source": "configuration" }""",
            """, "suppressions": [{ "kind": "inSource" }]""")).SettingUses);

    [Fact]
    public void A_fact_without_fallback_has_none() =>
        Assert.Equal("none", Assert.Single(Read(Fact("""{ "setting": "A", "role": "secretKey", "source": "configuration" }""")).SettingUses).Fallback);

    [Fact]
    public void A_fact_without_properties_is_none() => Assert.Empty(Read(Result("RDY0001", "note")).SettingUses);

    [Fact]
    public void A_fact_names_the_settings_that_stand_in() =>
        Assert.Equal("B|C", Assert.Single(Read(Fact(
            """{ "setting": "A", "role": "secretKey", "source": "configuration", "fallback": "setting", "alternatives": "B|C" }""")).SettingUses).Alternatives);

    [Fact]
    public void What_a_newer_analyzer_adds_to_a_fact_is_tolerated() =>
        Assert.Single(Read(Fact("""{ "setting": "A", "role": "taxKey", "source": "vault", "certainty": "high", "more": { "a": [1] } }""")).SettingUses);

    [Theory]
    [InlineData("""{ "role": "secretKey", "source": "configuration" }""")]
    [InlineData("""{ "setting": null, "role": "secretKey", "source": "configuration" }""")]
    [InlineData("""[]""")]
    [InlineData("""{ }""")]
    public void Half_a_fact_is_none(string properties) => Assert.Empty(Read(Fact(properties)).SettingUses);

    [Fact]
    public void An_unknown_fact_is_neither_fact_nor_violation()
    {
        var log = Read(Result("RDY0077", "note"));
        Assert.Empty(log.SettingUses);
        Assert.Empty(log.Violations);
    }

    [Theory]
    [InlineData("error", FindingSeverity.Error)]
    [InlineData("warning", FindingSeverity.Warning)]
    [InlineData("note", FindingSeverity.Note)]
    [InlineData("none", FindingSeverity.Note)]
    public void A_violation_keeps_its_level_place_and_message(string level, object severity)
    {
        var violation = Assert.Single(Read(Result("RDY1001", level)).Violations);
        Assert.Equal(new("RDY1001", (FindingSeverity)severity, new("/src/Shop/Program.cs", 14, 9), "Say \"no\".", false, null), violation);
    }

    [Fact]
    public void Other_analyzers_results_are_skipped() => Assert.Empty(Read(Result("CA1822", "error"), Result("CS0219", "warning")).Violations);

    [Fact]
    public void A_pragma_suppresses_without_a_reason()
    {
        var violation = Assert.Single(Read(Result(
            "RDY2001", "warning", """, "suppressions": [{ "kind": "inSource", "properties": { "suppressionType": "Pragma Directive" } }]""")).Violations);
        Assert.Equal((true, null), (violation.IsSuppressed, violation.Justification));
    }

    [Fact]
    public void An_attribute_suppresses_with_its_justification()
    {
        var violation = Assert.Single(Read(Result(
            "RDY2001", "warning", """, "suppressions": [{ "kind": "inSource", "justification": "because \"é\"" }]""")).Violations);
        Assert.Equal((true, "because \"é\""), (violation.IsSuppressed, violation.Justification));
    }

    [Fact]
    public void Of_several_suppressions_the_first_reason_counts()
    {
        var violation = Assert.Single(Read(Result(
            "RDY2001", "warning", """, "suppressions": [{ }, { "justification": "first" }, { "justification": "second" }]""")).Violations);
        Assert.Equal((true, "first"), (violation.IsSuppressed, violation.Justification));
    }

    [Fact]
    public void An_empty_list_of_suppressions_suppresses_nothing() =>
        Assert.False(Assert.Single(Read(Result("RDY2001", "warning", """, "suppressions": []""")).Violations).IsSuppressed);

    [Theory]
    [InlineData("file:///src/A%20%C3%A9%25%23/c.cs", "/src/A é%#/c.cs")]
    [InlineData("C:/other/Page.razor", "C:/other/Page.razor")] // the target of a #line
    [InlineData("Pages/100%25.razor", "Pages/100%25.razor")]
    public void A_uri_becomes_a_path_and_anything_else_stays(string uri, string path) =>
        Assert.Equal(path, Assert.Single(Read(Result("RDY1001", "warning", uri: uri)).Violations).Position.Path);

    [Fact]
    public void A_violation_without_place_stands_at_the_project() =>
        Assert.Equal(new(Project), Assert.Single(Read("""{ "ruleId": "RDY1001", "level": "warning", "message": { "text": "x" } }""").Violations).Position);

    [Fact]
    public void A_violation_whose_place_names_no_file_stands_at_the_project() =>
        Assert.Equal(new(Project), Assert.Single(Read(
            """{ "ruleId": "RDY1001", "locations": [{ "physicalLocation": { "region": { "startLine": 3 } } }] }""").Violations).Position);

    [Fact]
    public void Of_several_places_the_first_counts() =>
        Assert.Equal("/a.cs", Assert.Single(Read("""
            {
              "ruleId": "RDY1001",
              "locations": [
                { "physicalLocation": { "artifactLocation": { "uri": "/a.cs" } } },
                { "physicalLocation": { "artifactLocation": { "uri": "/b.cs" } } }
              ]
            }
            """).Violations).Position.Path);

    [Fact]
    public void What_has_another_shape_is_stepped_over()
    {
        const string odd = """{ "ruleId": "RDY1001", "level": "warning", "message": "x", "locations": {}, "suppressions": {}, "properties": 1 }""";
        var log = Read("3", """[{ "ruleId": "RDY1003" }]""", odd, Result("RDY1002", "error"));
        Assert.Equal([("RDY1001", false), ("RDY1002", false)], log.Violations.Select(violation => (violation.RuleId, violation.IsSuppressed)));
    }

    [Fact]
    public void Rules_switched_off_are_listed_once_and_only_ours()
    {
        var log = CompileLogReader.Parse(Project, Log("", OurRules, """
            { "descriptor": { "id": "RDY2009", "index": 3 }, "configuration": { "enabled": false } },
            { "descriptor": { "id": "RDY2009", "index": 3 }, "configuration": { "level": "warning" } },
            { "descriptor": { "id": "RDY1001", "index": 1 }, "configuration": { "enabled": false } },
            { "descriptor": { "id": "RDY1002", "index": 2 }, "configuration": { "level": "error" } },
            { "descriptor": { "id": "CA1822", "index": 0 }, "configuration": { "enabled": false } }
            """));
        Assert.Equal(["RDY1001", "RDY2009"], log.SwitchedOffRules);
    }

    [Theory]
    [InlineData("""{ "id": "RDY1001" }""", "note", true)] // suggestion or silent
    [InlineData("""{ "id": "RDY1001" }""", "error", false)]
    [InlineData("""{ "id": "RDY1001", "defaultConfiguration": { "level": "error" } }""", "warning", false)]
    [InlineData("""{ "id": "RDY1001", "defaultConfiguration": { "level": "note" } }""", "note", false)] // was one before
    [InlineData("""{ "id": "RDY1001", "defaultConfiguration": { "enabled": false } }""", "note", false)] // was off before
    public void A_warning_lowered_to_a_note_counts_as_switched_off(string rule, string level, bool off)
    {
        var log = CompileLogReader.Parse(
            Project, Log("", rule, $$"""{ "descriptor": { "id": "RDY1001", "index": 0 }, "configuration": { "level": "{{level}}" } }"""));
        Assert.Equal(off ? ["RDY1001"] : [], log.SwitchedOffRules);
    }

    [Theory]
    [InlineData("""{ "enabled": true, "level": "error", "rank": 1 }""", false)]
    [InlineData("""{ "enabled": false, "level": "error" }""", true)]
    public void A_note_that_is_switched_off_is_listed_and_one_that_is_raised_is_not(string configuration, bool off)
    {
        var log = CompileLogReader.Parse(Project, Log(
            "",
            """{ "id": "RDY1001", "defaultConfiguration": { "level": "note" } }""",
            $$"""{ "descriptor": { "id": "RDY1001", "index": 0 }, "configuration": {{configuration}} }"""));
        Assert.Equal(off ? ["RDY1001"] : [], log.SwitchedOffRules);
    }

    [Fact]
    public void A_rule_that_was_off_and_is_on_in_some_files_is_not_switched_off()
    {
        var log = CompileLogReader.Parse(Project, Log("", """{ "id": "RDY2012", "defaultConfiguration": { "level": "note", "enabled": false } }""", """
            { "descriptor": { "id": "RDY2012" }, "configuration": { "level": "warning" } },
            { "descriptor": { "id": "RDY2012" }, "configuration": { "enabled": false } }
            """));
        Assert.Empty(log.SwitchedOffRules);
        Assert.False(Assert.Single(log.Rules).IsOff);
    }

    [Fact]
    public void One_rule_of_ours_or_many_the_analyzers_ran() =>
        Assert.True(CompileLogReader.Parse(Project, Log("", """{ "id": "RDY1001" }, { "id": "RDY1002" }, { "id": "CA1822" }""", "")).AnalyzersRan);

    [Fact]
    public void Our_rules_are_known_with_title_and_items_of_the_checklist()
    {
        var log = CompileLogReader.Parse(Project, Log("", """
            { "id": "CA1822", "shortDescription": { "text": "Theirs" } },
            { "id": "RDY0001", "shortDescription": { "text": "A fact" } },
            { "id": "RDY1001", "shortDescription": { "text": "Secret in source" }, "properties": { "category": "Secrets", "tags": ["SEC-01", "CompilationEnd"] } },
            { "id": "RDY2012", "shortDescription": { "text": "Modes" }, "defaultConfiguration": { "level": "note", "enabled": false } },
            { "id": "RDY2013", "shortDescription": { "text": "Version" }, "defaultConfiguration": { "level": "note", "enabled": false } }
            """, """{ "descriptor": { "id": "RDY2013" }, "configuration": { "level": "warning" } }"""));
        Assert.Equal(
            [("RDY1001", "Secret in source", "SEC-01", false), ("RDY2012", "Modes", "", true), ("RDY2013", "Version", "", false)],
            log.Rules.Select(rule => (rule.Id, rule.Title, string.Join(' ', rule.Checklist), rule.IsOff)));
    }

    [Fact]
    public void Without_a_rule_of_ours_the_analyzers_did_not_run() =>
        Assert.False(CompileLogReader.Parse(Project, Log("", """{ "id": "CA1822" }""", "")).AnalyzersRan);

    [Theory]
    [InlineData("Analyzer 'ReadinessAnalyzers.CredentialAnalyzer' threw an exception of type 'X'.", true)]
    [InlineData("Analyzer 'Somebody.Else' threw an exception of type 'X'.", false)]
    public void A_crash_is_noticed_when_it_is_ours(string message, bool ours) =>
        Assert.Equal(ours, Read($$"""{ "ruleId": "AD0001", "level": "warning", "message": { "text": "{{message}}" } }""").AnalyzerCrashed);

    [Theory]
    [InlineData("{ }", null, null, false)]
    [InlineData("""{ "warningLevel": "0", "configuration": "Debug" }""", 0, "Debug", false)]
    [InlineData("""{ "warningLevel": "10", "crashed": "true" }""", 10, null, true)]
    [InlineData("""{ "warningLevel": "high" }""", null, null, false)]
    public void The_analysis_says_how_it_went(string properties, int? level, string? configuration, bool crashed)
    {
        var log = Read($$"""{ "ruleId": "RDY0000", "properties": { "customProperties": {{properties}} } }""");
        Assert.Equal((true, level, configuration, crashed), (log.AnalysisEnded, log.WarningLevel, log.Configuration, log.AnalyzerCrashed));
    }

    [Fact]
    public void An_analysis_that_says_nothing_did_not_end() => Assert.False(Read().AnalysisEnded);

    [Fact]
    public void Two_crashes_are_a_crash()
    {
        const string crash = """{ "ruleId": "AD0001", "message": { "text": "Analyzer 'ReadinessAnalyzers.SecretAnalyzer' threw." } }""";
        Assert.True(Read(crash, crash).AnalyzerCrashed);
    }

    [Theory]
    [InlineData("""{ "$schema": "http://json.schemastore.org/sarif-1.0.0", "version": "1.0.0", "runs": [{ "results": [] }] }""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{ "version": ["2.1.0"] }""")]
    public void A_log_of_another_shape_has_another_version(string text) =>
        Assert.Equal(CompileLogState.OtherVersion, CompileLogReader.Parse(Project, text).State);

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("""{ "version": "2.1.0", "runs": [ { "results": [ { "ruleId": "RDY10""")]
    [InlineData("""{ "version": "2.1.0" } {}""")]
    public void A_log_that_was_cut_short_is_unreadable(string text) =>
        Assert.Equal(CompileLogState.Unreadable, CompileLogReader.Parse(Project, text).State);

    [Fact]
    public void Every_prefix_of_a_log_is_read_without_an_exception()
    {
        var text = Log(Fact("""{ "setting": "A", "role": "secretKey", "source": "configuration" }"""), OurRules, "");
        for (var length = 0; length < text.TrimEnd().Length; length++)
            Assert.Equal(CompileLogState.Unreadable, CompileLogReader.Parse(Project, text[..length]).State);
    }

    [Fact]
    public void A_log_that_is_not_there_is_missing_and_a_folder_is_no_log()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(CompileLogState.Missing, CompileLogReader.Read(Project, Path.Combine(folder.Path, "none.sarif")).State);
        Assert.Equal(CompileLogState.Missing, CompileLogReader.Read(Project, folder.Path).State);
        Assert.Equal(
            CompileLogState.Usable,
            CompileLogReader.Read(Project, folder.Write("log.sarif", [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(Log("", "", ""))])).State);
    }

    [Fact]
    public void A_log_that_somebody_still_writes_is_unreadable()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("log.sarif", Log("", "", ""));
        using var writer = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None);
        Assert.Equal(CompileLogState.Unreadable, CompileLogReader.Read(Project, path).State);
    }

    private static CompileLog Read(params string[] results) => CompileLogReader.Parse(Project, Log(string.Join(",", results), OurRules, ""));

    private static string Fact(string customProperties, string more = "") =>
        Result("RDY0001", "note", $$"""{{more}}, "properties": { "warningLevel": 1, "customProperties": {{customProperties}} }""");

    private static string Result(string id, string level, string more = "", string uri = "file:///src/Shop/Program.cs") => $$"""
        {
          "ruleId": "{{id}}",
          "ruleIndex": 7,
          "level": "{{level}}",
          "message": { "text": "Say \"no\"." },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": { "uri": "{{uri}}" },
                "region": { "startLine": 14, "startColumn": 9, "endLine": 14, "endColumn": 20 }
              }
            }
          ]{{more}}
        }
        """;

    private static string Log(string results, string rules, string overrides) => $$"""
        {
          "$schema": "http://json.schemastore.org/sarif-2.1.0",
          "version": "2.1.0",
          "runs": [
            {
              "results": [ {{results}} ],
              "properties": { "analyzerExecutionTime": "1" },
              "tool": { "driver": { "name": "Microsoft (R) Visual C# Compiler", "rules": [ {{rules}} ] } },
              "invocations": [ { "executionSuccessful": true, "ruleConfigurationOverrides": [ {{overrides}} ] } ],
              "columnKind": "utf16CodeUnits"
            }
          ]
        }
        """;
}
