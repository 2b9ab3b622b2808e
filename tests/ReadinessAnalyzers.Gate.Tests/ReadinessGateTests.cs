using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace ReadinessAnalyzers.Gate.Tests;

/// <summary>The gate as MSBuild runs it: files and items in, log entries and a report out.</summary>
public sealed class ReadinessGateTests : IDisposable
{
    private readonly PublishedShop _shop = new();

    public void Dispose() => _shop.Dispose();

    [Theory]
    [InlineData("Release", "Release", true)]
    [InlineData("Release", "release", true)]
    [InlineData("Debug", "Release", false)]
    public void A_log_that_another_configuration_wrote_last_is_not_judged(string written, string published, bool passes)
    {
        _shop.AddLog("Shop.sarif", PublishedShop.CheckedLog(
            $$"""{ "ruleId": "RDY0000", "properties": { "customProperties": { "configuration": "{{written}}" } } }"""), configuration: published);
        Assert.Equal(passes, _shop.Run(new ReadinessGate()));
    }

    [Fact]
    public void An_error_has_code_place_and_help_and_stops_the_build()
    {
        var settings = _shop.Publish("appsettings.Production.json", "{\n  \"Stripe\": { \"SecretKey\": \"sk_test_x\" }\n}");
        _shop.Read("Stripe:SecretKey", "secretKey");
        Assert.False(_shop.Run(new ReadinessGate { ReportFile = "obj/readiness.md", ReportFormats = "markdown" }));

        var error = Assert.Single(_shop.Engine.Errors);
        Assert.Equal(("RDY8002", settings, 2, 28), (error.Code, error.File, error.LineNumber, error.ColumnNumber));
        Assert.Equal((0, 0), (error.EndLineNumber, error.EndColumnNumber));
        Assert.True(string.IsNullOrEmpty(error.Subcategory));
        Assert.Equal(RuleHelp.Link("RDY8002"), error.HelpLink);
        Assert.Equal(
            [$"Readiness: FAILED, 1 error, 0 deferred, 0 suppressed, Production, report {_shop.PathOf("obj/readiness.md")}"],
            _shop.Engine.Visible);
        Assert.StartsWith("# Readiness of Shop: FAILED\n", File.ReadAllText(_shop.PathOf("obj/readiness.md")));
    }

    [Fact]
    public void A_ready_app_gets_one_line()
    {
        _shop.Read("Stripe:SecretKey", "secretKey");
        _shop.Write("readiness.json", """{ "deferred": { "Stripe:SecretKey": "set by the host" } }""");
        Assert.True(_shop.Run(new ReadinessGate()));
        Assert.Equal(["Readiness: passed, 1 deferred ('Stripe:SecretKey'), 0 suppressed, Production"], _shop.Engine.Visible);
        Assert.Empty(_shop.Engine.Errors);
        Assert.Empty(_shop.Engine.Warnings);
    }

    [Fact]
    public void In_warn_mode_errors_are_warnings_and_the_publish_goes_on()
    {
        _shop.Read("Stripe:SecretKey", "secretKey");
        Assert.True(_shop.Run(new ReadinessGate { Mode = "Warn" }));
        Assert.Equal("RDY8001", Assert.Single(_shop.Engine.Warnings).Code);
        Assert.Empty(_shop.Engine.Errors);
        Assert.Equal(
            ["Readiness: FAILED, published all the same (ReadinessGate=warn), 1 error, 0 deferred, 0 suppressed, Production"],
            _shop.Engine.Visible);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("none")]
    [InlineData("")]
    public void A_mode_that_there_is_not_lets_nothing_pass(string mode)
    {
        Assert.False(_shop.Run(new ReadinessGate { Mode = mode }));
        var error = Assert.Single(_shop.Engine.Errors);
        Assert.Equal("RDY9000", error.Code);
        Assert.StartsWith("ReadinessGate is none of error, warn and off", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_is_logged_where_only_those_who_ask_see_it()
    {
        _shop.Write("readiness.json", """{ "deferred": { "A": "set by the host" } }""");
        Assert.True(_shop.Run(new ReadinessGate()));
        Assert.Equal(MessageImportance.Low, Assert.Single(_shop.Engine.Messages, message => message.Code == "RDY9007").Importance);
    }

    [Fact]
    public void The_environment_decides_which_files_count()
    {
        _shop.Publish("appsettings.Europe.json", """{ "A": "sk_test_x" }""");
        Assert.True(_shop.Run(new ReadinessGate()));
        Assert.False(_shop.Run(new ReadinessGate { EnvironmentName = "Europe" }));
    }

    [Fact]
    public void A_secret_in_any_published_text_is_found_where_it_stands()
    {
        var key = StripeKeys.Make("sk_live_");
        _shop.Publish("site.js", $"// old\nconst key = '{key}';\n");
        _shop.Publish("appsettings.json", $"{{\n  // \"Key\": \"{key}\"\n}}");
        Assert.False(_shop.Run(new ReadinessGate()));
        Assert.Equal(
            [("appsettings.json", 2, 14, "RDY8006"), ("site.js", 2, 14, "RDY8006")],
            _shop.Engine.Errors.Select(error => (Path.GetFileName(error.File), error.LineNumber, error.ColumnNumber, error.Code)));
    }

    [Theory]
    [InlineData("net10.0-windows", true)]
    [InlineData("net10.0-windows10.0.19041.0", true)]
    [InlineData("net10.0", false)]
    [InlineData("net10.0-linux", false)]
    public void The_case_of_a_settings_file_counts_but_on_Windows(string targetFramework, bool passes)
    {
        _shop.Read("A", "publishableKey");
        _shop.Publish("appsettings.production.json", $$"""{ "A": "{{StripeKeys.Make("pk_live_")}}" }""");
        Assert.Equal(passes, _shop.Run(new ReadinessGate { TargetFramework = targetFramework }));
        Assert.Equal(passes ? [] : ["RDY8008"], _shop.Engine.Warnings.Select(warning => warning.Code));
        Assert.Equal(passes ? [] : ["RDY8001"], _shop.Engine.Errors.Select(error => error.Code));
    }

    [Theory]
    [InlineData("Staging", true)]
    [InlineData("Production", false)]
    public void Test_keys_belong_where_things_are_tried_out(string environment, bool passes)
    {
        _shop.Read("A", "secretKey");
        _shop.Publish($"appsettings.{environment}.json", """{ "A": "sk_test_x" }""");
        Assert.Equal(passes, _shop.Run(new ReadinessGate { EnvironmentName = environment }));
    }

    [Theory]
    [InlineData("QA", "EnvironmentName", "QA", "<Project />", "its settings were judged, and test keys let pass.")]
    [InlineData("blue", "ENVIRONMENTNAME", "blue", "<Project />", "its settings were judged.")]
    [InlineData("QA", "EnvironmentName", "QA", "<EnvironmentName Condition=\"'$(EnvironmentName)' == ''\">Europe</EnvironmentName>", "its settings were judged, and test keys let pass.")]
    [InlineData("Europe", "EnvironmentName", "QA", "<EnvironmentName>Europe</EnvironmentName>", null)]
    [InlineData("QA", "EnvironmentName", "QA", "<EnvironmentName>QA</EnvironmentName>", null)]
    [InlineData("Production", "EnvironmentName", "Production", "<Project />", null)] // as without it
    [InlineData("QA", "EnvironmentName", "", "<Project />", null)]
    [InlineData("QA", "EnvironmentNameOfShop", "QA", "<Project />", null)]
    public void A_variable_of_the_machine_does_not_choose_the_environment_unseen(string environment, string variable, string value, string project, string? consequence)
    {
        _shop.Write("Shop.csproj", project);
        Environment.SetEnvironmentVariable(variable, value);
        try
        {
            var named = new ReadinessGate { EnvironmentName = environment, EnvironmentNamedIn = [new TaskItem(_shop.ProjectFile), new TaskItem(_shop.PathOf("none.pubxml"))] };
            Assert.True(_shop.Run(named));
            Assert.Equal(consequence is not null, _shop.Engine.Warnings.Any(warning => warning.Code == "RDY9012" && warning.Message!.Contains($"; {consequence} ", StringComparison.Ordinal)));
            Assert.Equal(consequence is null ? 0 : 1, _shop.Engine.Warnings.Count);

            // ReadinessEnvironment says it.
            _shop.Engine.Warnings.Clear();
            Assert.True(_shop.Run(new ReadinessGate { EnvironmentName = environment }));
            Assert.Empty(_shop.Engine.Warnings);
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, null);
        }
    }

    [Theory]
    [InlineData("Shop", false)]
    [InlineData("Store", true)]
    public void The_apps_name_decides_which_files_count(string assemblyName, bool passes)
    {
        _shop.Publish("Shop.settings.json", """{ "A": "sk_test_x" }""");
        Assert.Equal(passes, _shop.Run(new ReadinessGate { AssemblyName = assemblyName }));
    }

    [Fact]
    public void Strict_refuses_deferred_settings()
    {
        _shop.Read("A", "secretKey");
        _shop.Write("readiness.json", """{ "deferred": { "A": "set by the host" } }""");
        Assert.False(_shop.Run(new ReadinessGate { Strict = true }));
    }

    [Fact]
    public void Without_any_log_the_apps_own_is_missing()
    {
        var gate = new ReadinessGate { BuildEngine = _shop.Engine, ProjectFile = _shop.ProjectFile };
        Assert.False(gate.Execute());
        Assert.Equal("RDY9002", Assert.Single(_shop.Engine.Errors).Code);
    }

    [Fact]
    public void A_policy_that_the_project_names_must_exist()
    {
        Assert.False(_shop.Run(new ReadinessGate { PolicyFile = "golive.json" }));
        var error = Assert.Single(_shop.Engine.Errors);
        Assert.Equal(("RDY9004", _shop.PathOf("golive.json")), (error.Code, error.File));
    }

    [Fact]
    public void A_referenced_project_with_Stripe_and_without_a_log_is_found()
    {
        var assembly = _shop.Write("Billing.dll", "MZ\0Stripe.net\0mscorlib\0");
        var gate = new ReadinessGate { ReferencedProjects = [Reference(assembly, "Billing.csproj")] };
        Assert.False(_shop.Run(gate));
        Assert.Equal(("RDY9005", _shop.PathOf("Billing.csproj")), (_shop.Engine.Errors[0].Code, _shop.Engine.Errors[0].File));
    }

    [Theory]
    [InlineData("Billing.dll", "MZ\0Stripe.network\0", "Billing.csproj")] // another library
    [InlineData("Stripe.net.dll", "MZ\0Stripe.net\0", "Stripe.csproj")]   // the library itself
    [InlineData("Billing.dll", "MZ\0Stripe.net\0", "Billing.fsproj")]     // not C#: no analyzer of ours would help
    public void Other_referenced_projects_need_no_log(string name, string content, string project) =>
        Assert.True(_shop.Run(new ReadinessGate { ReferencedProjects = [Reference(_shop.Write(name, content), project)] }));

    [Fact]
    public void A_referenced_project_with_a_log_is_checked_there()
    {
        _shop.AddLog("Billing.sarif", PublishedShop.CheckedLog(), "Billing.csproj");
        Assert.True(_shop.Run(new ReadinessGate { ReferencedProjects = [Reference(_shop.Write("Billing.dll", "Stripe.net\0"), "Billing.csproj")] }));
    }

    [Theory]
    [InlineData("off", false)]
    [InlineData("Off", false)]
    [InlineData("warn", true)]
    [InlineData("error", true)]
    [InlineData("", true)] // the project asks for a log of its own
    public void A_log_of_before_the_gate_was_switched_off_there_is_not_judged(string gate, bool passes)
    {
        _shop.AddLog("Billing.sarif", PublishedShop.CheckedLog(), "Billing.csproj", gate: gate);
        Assert.Equal(passes, _shop.Run(new ReadinessGate()));
        if (!passes)
        {
            var error = Assert.Single(_shop.Engine.Errors);
            Assert.Equal(("RDY9002", _shop.PathOf("Billing.csproj")), (error.Code, error.File));
            Assert.StartsWith("ReadinessGate is off in Billing.csproj, so ", error.Message, StringComparison.Ordinal);
            Assert.Contains("Directory.Build.props", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_failure_that_nobody_foresaw_stops_the_publish_without_its_message()
    {
        Assert.False(_shop.Run(new ReadinessGate { PolicyFile = "\0" }));
        var error = Assert.Single(_shop.Engine.Errors);
        Assert.Equal("RDY9000", error.Code);
        Assert.StartsWith("ReadinessGate could not finish (ArgumentException), so nothing was judged.", error.Message);
    }

    private TaskItem Reference(string assembly, string project) =>
        new(assembly, new Dictionary<string, string> { ["MSBuildSourceProjectFile"] = _shop.PathOf(project) });

    [Theory]
    [InlineData("packages.lock.json", "", true)]
    [InlineData("packages.Shop.lock.json", "", true)]
    [InlineData("locks/shop.json", "locks/shop.json", true)]
    [InlineData("packages.lock.json", "locks/shop.json", false)]
    [InlineData("packages.Other.lock.json", "", false)]
    public void The_lock_file_is_the_one_that_NuGet_takes(string file, string named, bool passes)
    {
        _shop.Write(file, "{}");
        _shop.Write("readiness.json", """{ "build": ["lockedRestore"] }""");
        Assert.Equal(passes, _shop.Run(new ReadinessGate { BuildProperties = Properties(("NuGetLockFilePath", named), ("RestoreLockedMode", "true")) }));
    }

    [Fact]
    public void Files_of_the_build_are_found_beside_the_project()
    {
        _shop.Write("Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0");
        _shop.Write("obj/project.assets.json", """{ "project": { "restore": { "restoreAuditProperties": { "enableAudit": "true", "auditMode": "all" } } }, "logs": [{ "code": "NU1903", "libraryId": "Antelope" }] }""");
        _shop.Write("readiness.json", """{ "build": ["leanImage", "audit", { "publishes": ["wwwroot/a.css", "wwwroot/b.css", "wwwroot/c.css"] }] }""");
        Assert.False(_shop.Run(new ReadinessGate
        {
            BuildProperties = Properties(("ProjectAssetsFile", "obj/project.assets.json"), ("NuGetAudit", "false")),
            StaticWebAssets = [Asset("a#[.{fingerprint}]?.css", "PreserveNewest", "All"), Asset("b.css", "Never", "All"), Asset("c.css", "PreserveNewest", "Build")],
        }));
        Assert.Equal(["RDY8028", "RDY8024", "RDY8026", "RDY8026"], _shop.Engine.Errors.Select(error => error.Code));
        Assert.Contains("'Antelope'", _shop.Engine.Errors[1].Message, StringComparison.Ordinal);
    }

    private static ITaskItem[] Properties(params (string Name, string Value)[] properties) =>
        [.. properties.Select(property => new TaskItem(property.Name, new Dictionary<string, string> { ["Value"] = property.Value }))];

    private static TaskItem Asset(string path, string copied, string kind) => new(path, new Dictionary<string, string>
    {
        ["BasePath"] = "/", ["RelativePath"] = path, ["CopyToPublishDirectory"] = copied, ["AssetKind"] = kind,
    });
}
