using ReadinessAnalyzers.Gate.Configuration.Sources;

namespace ReadinessAnalyzers.Gate.Tests;

/// <summary>The gate over declared sources: right, wrong, missing and deferred values, and what decides the environment.</summary>
public sealed class SourcesGateTests : IDisposable
{
    private readonly PublishedShop _shop = new();

    public void Dispose() => _shop.Dispose();

    public static TheoryData<string, string, string> Sources => new()
    {
        { """{ "dotenv": "f" }""", "Stripe__SecretKey={0}", "Stripe__SecretKey=${{KEY}}" },
        { """{ "compose": "f" }""", "services: {{ web: {{ environment: {{ Stripe__SecretKey: '{0}' }} }} }}", "services: {{ web: {{ environment: {{ Stripe__SecretKey: '${{KEY}}' }} }} }}" },
        {
            """{ "kubernetes": "f" }""",
            "kind: Pod\nmetadata: {{ name: p }}\nspec: {{ containers: [{{ name: c, env: [{{ name: Stripe__SecretKey, value: '{0}' }}] }}] }}",
            "kind: Pod\nmetadata: {{ name: p }}\nspec: {{ containers: [{{ name: c, env: [{{ name: Stripe__SecretKey, valueFrom: {{ secretKeyRef: {{ name: s, key: k }} }} }}] }}] }}"
        },
        { """{ "azureAppSettings": "f" }""", """{{ "Stripe__SecretKey": "{0}" }}""", """{{ "Stripe__SecretKey": "@Microsoft.KeyVault(SecretName=k;VaultName=v)" }}""" },
        {
            """{ "arm": "f" }""",
            """{{ "resources": [{{ "type": "Microsoft.Web/sites/config", "name": "s/appsettings", "properties": {{ "Stripe__SecretKey": "{0}" }} }}] }}""",
            """{{ "resources": [{{ "type": "Microsoft.Web/sites/config", "name": "s/appsettings", "properties": {{ "Stripe__SecretKey": "[parameters('k')]" }} }}] }}"""
        },
        {
            """{ "webConfig": "f" }""",
            """<a><aspNetCore><environmentVariables><environmentVariable name="Stripe__SecretKey" value="{0}" /></environmentVariables></aspNetCore></a>""",
            """<a><aspNetCore><environmentVariables><environmentVariable name="Stripe__SecretKey" value="#{{KEY}}#" /></environmentVariables></aspNetCore></a>"""
        },
        { """{ "systemd": "f" }""", "[Service]\nEnvironment=Stripe__SecretKey={0}\n", "[Service]\nEnvironmentFile=/etc/shop.env\n" },
        { """{ "json": "f" }""", """{{ "Stripe": {{ "SecretKey": "{0}" }} }}""", """{{ "Stripe": {{ "SecretKey": "__KEY__" }} }}""" },
        { """{ "ini": "f" }""", "[Stripe]\nSecretKey={0}\n", "[Stripe]\nSecretKey=__KEY__\n" },
        { """{ "xml": "f" }""", "<s><Stripe SecretKey=\"{0}\" /></s>", "<s><Stripe SecretKey=\"__KEY__\" /></s>" },
    };

    [Theory]
    [MemberData(nameof(Sources))]
    public void Right_wrong_missing_and_deferred_values_are_told_apart(string source, string text, string deferred)
    {
        _shop.Read("Stripe:SecretKey", "secretKey");
        _shop.Publish("appsettings.json", """{ "Stripe": { "SecretKey": "" } }""");
        _shop.Write("readiness.json", $$"""{ "sources": ["appsettings", {{source}}] }""");
        var (live, test) = (StripeKeys.Make("sk_live_"), StripeKeys.Make("sk_test_"));

        Assert.Equal(("", true), Judge(string.Format(text, live)));
        Assert.Equal(("RDY8002 f", false), Judge(string.Format(text, test)));
        Assert.Equal(("RDY8001 Shop.csproj", false), Judge(string.Format(text.Replace("SecretKey", "OtherKey"), live)));
        Assert.Equal(("", true), Judge(string.Format(deferred)));
        Assert.Contains("1 deferred ('Stripe:SecretKey')", _shop.Engine.Visible[^1]);
        Assert.DoesNotContain(test[9..20], _shop.Engine.Everything);
    }

    [Fact]
    public void The_variables_of_the_build_count_where_they_are_declared()
    {
        const string Variable = "READINESS_SOURCES_TEST_KEY";
        Environment.SetEnvironmentVariable(Variable, StripeKeys.Make("sk_test_"));
        _shop.Read(Variable, "secretKey", "environment");
        Assert.Equal(("RDY8001 Shop.csproj", false), Judge(""));
        _shop.Write("readiness.json", """{ "sources": ["appsettings", "environment"] }""");
        Assert.Contains("RDY8002 readiness.json", Judge("").Errors);
        Environment.SetEnvironmentVariable(Variable, StripeKeys.Make("sk_live_"));
        Assert.Equal(("", true), Judge(""));
        Environment.SetEnvironmentVariable(Variable, "${KEY}");
        Assert.Equal(("", true), Judge(""));
        Assert.Contains($"1 deferred ('{Variable}')", _shop.Engine.Visible[^1]);
        Environment.SetEnvironmentVariable(Variable, null);
    }

    [Fact]
    public void Every_kind_of_source_that_is_a_file_is_tried_in_a_real_publish() => Assert.All(
        SourceKind.All.Except([SourceKind.Environment, SourceKind.Fingerprint]),
        kind => Assert.Contains($"\"{kind.Name}\"", EverySource.Policy));

    public static TheoryData<string, string> Marks => [.. MarkedSecrets.Marks.Select(mark => new TheoryDataRow<string, string>(mark.Before, mark.After))];

    [Theory]
    [MemberData(nameof(Marks))]
    public void Of_a_secret_with_the_marks_of_a_reference_no_part_is_shown(string before, string after)
    {
        string[] parts = ["k3mWq", "Qx9vTzLpWw", "TopSecretTail99"];
        _shop.Write("readiness.json", EverySource.Policy);
        foreach (var value in new[] { parts[0] + before + parts[1] + after + parts[2], parts[0] + before + parts[2] + after, before + parts[1] + after })
        {
            foreach (var (file, text) in EverySource.With(value))
                _shop.Write(file, text);
            _shop.Publish("appsettings.Production.json", File.ReadAllText(_shop.PathOf("appsettings.Production.json")));
            _shop.Run(new ReadinessGate { ReportFile = "out/report", ReportFormats = "html;markdown;sarif;json", Strict = true });
            var output = _shop.Engine.Everything + string.Concat(Directory.GetFiles(_shop.PathOf("out")).Select(File.ReadAllText));
            Assert.DoesNotContain(_shop.Engine.Errors, error => error.Code is "RDY9000");
            Assert.All(parts, part => Assert.DoesNotContain(part, output));
        }
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("\"{0}\"")]
    [InlineData("'{0}'")]
    public void What_of_a_connection_string_is_literally_there_is_judged(string quotes)
    {
        _shop.Write("readiness.json", """{ "sources": [{ "dotenv": "f" }], "settings": { "ConnectionStrings:Shop": "postgres" } }""");
        Assert.Equal(("RDY8015 f", false), Judge("ConnectionStrings__Shop=" + string.Format(quotes, "Host=localhost;Username=postgres;Password=k3$Qx9vTzLpWw;SSL Mode=Disable")));
        var message = _shop.Engine.Errors[0].Message!;
        Assert.All(["machine itself", "TLS is not required", "may do everything"], fault => Assert.Contains(fault, message));
        Assert.Equal(("", true), Judge("ConnectionStrings__Shop=" + string.Format(quotes, "Host=db.internal;Username=shop;Password=${DB_PASSWORD};SSL Mode=Require")));
    }

    [Theory]
    [InlineData("A=ab$TopSecretTail99", "")]
    [InlineData("A='ab$TopSecretTail99'", "RDY8016 f")]
    [InlineData("A=\"ab\\$TopSecretTail99\"", "RDY8016 f")]
    public void A_secret_with_a_dollar_sign_is_judged_where_nothing_replaces_it(string line, string errors)
    {
        _shop.Write("readiness.json", """{ "sources": [{ "dotenv": "f" }], "settings": { "A": "secret" } }""");
        Assert.Equal(errors, Judge(line).Errors);
    }

    [Theory]
    [InlineData("ASPNETCORE_ENVIRONMENT=Production", "", "")]
    [InlineData("ASPNETCORE_ENVIRONMENT=Development", "RDY8010 f", "")]
    [InlineData("ASPNETCORE_ENVIRONMENT=Development\nDOTNET_ENVIRONMENT=Production", "", "")]
    [InlineData("ASPNETCORE_ENVIRONMENT=${ENV}", "", "")]
    [InlineData("ENVIRONMENT=Development", "", "")]
    [InlineData("DOTNET_ENVIRONMENT=production", "", "RDY8008 appsettings.Production.json")]
    [InlineData("Stripe__Key=1\nSTRIPE__KEY=2", "", "RDY8011 f")]
    [InlineData("Stripe__Key=1\nSTRIPE__KEY=1", "", "")]
    [InlineData("http_proxy=1\nHTTP_PROXY=2", "", "")]
    public void The_environment_is_the_one_that_is_published_for(string text, string errors, string warnings)
    {
        _shop.Publish("appsettings.Production.json", "{}");
        _shop.Write("readiness.json", """{ "sources": ["appsettings", { "dotenv": "f" }] }""");
        Assert.Equal(errors, Judge(text).Errors);
        Assert.Equal(warnings, string.Join('|', _shop.Engine.Warnings.Select(warning => $"{warning.Code} {Path.GetFileName(warning.File)}")));
    }

    [Theory]
    [InlineData("kind: Pod\nmetadata: { name: p }\nspec: { containers: [{ name: c, envFrom: [{ configMapRef: { name: prices } }] }] }", "")]
    [InlineData("kind: Pod\nmetadata: { name: p }\nspec: { containers: [{ name: c }] }", "RDY8005 readiness.json")]
    [InlineData("kind: ConfigMap\ndata: { Stripe__Prices__pro__monthly: price_1 }", "")]
    [InlineData("kind: ConfigMap\ndata: { Stripe__Prices__pro__monthly: '#{Price}#' }", "")]
    [InlineData("kind: ConfigMap\ndata: { Stripe__Prices__pro__monthly: prod_1 }", "RDY8005 f")]
    public void Prices_may_come_from_any_source(string manifest, string errors)
    {
        _shop.Write("readiness.json", """{ "sources": ["appsettings", { "kubernetes": "f" }], "prices": ["pro.monthly"] }""");
        Assert.Equal(errors, Judge(manifest).Errors);
    }

    [Fact]
    public void A_worker_has_no_ASPNETCORE_variables()
    {
        _shop.Write("readiness.json", """{ "sources": ["appsettings", { "dotenv": "f" }] }""");
        _shop.Write("f", "ASPNETCORE_ENVIRONMENT=Development");
        Assert.True(_shop.Run(new ReadinessGate { IsWebApp = false }));
        Assert.False(_shop.Run(new ReadinessGate()));
    }

    [Fact]
    public void The_report_tells_where_a_value_is_set_and_where_a_deferred_one_will_come_from()
    {
        _shop.Read("A", "secretKey");
        _shop.Read("B", "webhookSecret");
        _shop.Write("readiness.json", """{ "sources": [{ "dotenv": "prod.env" }] }""");
        _shop.Write("prod.env", $"A={StripeKeys.Make("sk_live_")}\nB=${{HOOK}}\n");
        Assert.True(_shop.Run(new ReadinessGate { ReportFile = "report.md", ReportFormats = "markdown;json" }), _shop.Engine.Everything);
        var report = File.ReadAllText(_shop.PathOf("report.md"));
        Assert.Contains("| `A` | secretKey | Present | `prod.env:1`, dotenv file `A` |", report);
        Assert.Contains("| `B` | variable 'HOOK' |", report);
        var json = File.ReadAllText(_shop.PathOf("report.report.json"));
        Assert.Contains("\"origin\": \"dotenv file prod.env, variable A\"", json);
        Assert.Contains("\"reason\": \"variable 'HOOK'\"", json);
    }

    private (string Errors, bool Passes) Judge(string text)
    {
        _shop.Write("f", text);
        _shop.Engine.Errors.Clear();
        var passes = _shop.Run(new ReadinessGate());
        return (string.Join('|', _shop.Engine.Errors.Select(error => $"{error.Code} {Path.GetFileName(error.File)}")), passes);
    }
}
