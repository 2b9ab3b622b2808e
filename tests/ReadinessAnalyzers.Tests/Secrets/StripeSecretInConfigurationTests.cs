using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Verify = ReadinessAnalyzers.Tests.CSharpAnalyzerVerifier<ReadinessAnalyzers.ExposedCredentialAnalyzer>;

namespace ReadinessAnalyzers.Tests.Secrets;

/// <summary>RDY1003, and RDY1004 as far as settings files are concerned.</summary>
public sealed class StripeSecretInConfigurationTests
{
    [Theory]
    [InlineData("appsettings.json", """{ "Stripe": { "SecretKey": "{|RDY1003:LIVE|}" } }""")]
    [InlineData("appsettings.Development.json", """{ "Stripe": { "SecretKey": "{|RDY1003:TEST|}", "WebhookSecret": "{|RDY1003:WEBHOOK|}" } }""")]
    [InlineData("appsettings.json", "{\n  // \"SecretKey\": \"{|RDY1003:TEST|}\"\n}")]
    [InlineData("appsettings.json", """{ "Url": "https://{|RDY1003:RESTRICTED|}:@api.stripe.com" }""")]
    [InlineData("appsettings.json", """{ half-typed "Key": "{|RDY1003:TEST|}" """)]
    [InlineData("launchSettings.json", """{ "profiles": { "Shop": { "environmentVariables": { "Stripe__SecretKey": "{|RDY1003:TEST|}" } } } }""")]
    [InlineData("web.config", """<add key="StripeKey" value="{|RDY1003:LIVE|}" />""")]
    [InlineData(".env", "STRIPE_KEY={|RDY1003:TEST|}\n# OLD={|RDY1003:LIVE|}\n")]
    [InlineData(".env.production", "STRIPE_KEY='{|RDY1003:LIVE|}'")]
    [InlineData("docker-compose.yml", "environment:\n  - Stripe__SecretKey={|RDY1003:TEST|}\n")]
    [InlineData("shop.ini", "key = {|RDY1003:TEST|}")]
    [InlineData("appsettings.json", """{ "GitHub": "{|RDY1004:GITHUB|}", "Stripe": "{|RDY1003:TEST|}" }""")]
    [InlineData("appsettings.json", """{ "ConnectionStrings": { "Shop": "Server=db.shop.com;User Id=shop;Password={|RDY1004:PASSWORD|}" } }""")]
    [InlineData("web.config", """<add name="Shop" connectionString="Data Source=db.shop.com;User Id=shop;Password={|RDY1004:PASSWORD|}" />""")]
    [InlineData(".env", "DATABASE_URL=postgres://shop:{|RDY1004:PASSWORD|}@db.shop.com/shop\nREDIS=cache.shop.com:6380,password={|RDY1004:PASSWORD|},ssl=True\n")]
    [InlineData("appsettings.json", """{ "Jwt": { "SecretKey": "{|RDY1004:BASESIXTYFOUR|}" }, "RunPodApiKey": "{|RDY1004:rpa_LONGPASSWORD|}" }""")]
    [InlineData("appsettings.Development.json", """{ "Passwordless": { "ApiSecret": "{|RDY1004:shop:secret:HEX|}" } }""")]
    [InlineData("appsettings.json", """{ "SuperUser": { "Password": "{|RDY1004:LONGPASSWORD|}" }, /* "Pwd": "{|RDY1004:LONGPASSWORD|}" */ "Alipay": { "MerchantPrivateKey": "{|RDY1004:PKCS|}" } }""")]
    [InlineData("web.config", """<appSettings><add key="X:ApiKey" value="{|RDY1004:LONGPASSWORD|}" /><add key='SecretAccessKey' value='{|RDY1004:HEX|}'/></appSettings>""")]
    [InlineData("settings.xml", "<Settings><ApiKey>{|RDY1004:LONGPASSWORD|}</ApiKey></Settings>")]
    [InlineData(".env", "export JWT__SIGNING_KEY={|RDY1004:LONGPASSWORD|}\nSHOP_PWD={|RDY1004:LONGPASSWORD|}\nAPI_KEY=\"{|RDY1004:HEX|}\"\n")]
    [InlineData("docker-compose.yml", "environment:\n  - Shop__ClientSecret={|RDY1004:LONGPASSWORD|}\n  SHOP_API_KEY: {|RDY1004:LONGPASSWORD|}\n")]
    public Task SecretInSettings_IsReportedAtItsOwnSpan(string file, string text) => VerifyAsync(file, text);

    [Theory]
    [InlineData("appsettings.json", """{ "Stripe": { "SecretKey": "SK_TEST_...", "WebhookSecret": "WHSEC_xxx", "Other": "set-with-user-secrets" } }""")]
    [InlineData("appsettings.json", """{ "Stripe": { "PublishableKey": "pk_live_BODY" } }""")]
    [InlineData("appsettings.json", """{ "Stripe": { "SecretKey": "${STRIPE_SECRET_KEY}", "Price": "price_BODY" } }""")]
    [InlineData("appsettings.json", """{ "ConnectionStrings": { "Shop": "Server=(localdb)\\mssqllocaldb;User Id=sa;Password=PASSWORD" } }""")]
    [InlineData("appsettings.json", """{ "ConnectionStrings": { "Shop": "Server=db.shop.com;Integrated Security=true" }, "Smtp": { "Password": "PASSWORD" } }""")]
    [InlineData("docker-compose.yml", "environment:\n  - POSTGRES_PASS=PASSWORD\n  - ConnectionStrings__Shop=Host=db;Username=shop;Password=PASSWORD\n")]
    [InlineData("local.settings.json", """{ "Values": { "AzureWebJobsStorage": "UseDevelopmentStorage=true" } }""")]
    [InlineData("Pages/Index.cshtml", "<p>LIVE</p>")] // read as the C# that it becomes
    [InlineData("BannedSymbols.txt", "LIVE")]
    [InlineData("appsettings.json", "")]
    [InlineData("appsettings.json", "\0\uFFFD\u0001")]
    [InlineData("appsettings.json", "{ \"Twilio\": {\n    \"Sid\": \"TWILIOSID\"\n  },\n  \"Build\": { \"Commit\": \"HEX\" } }")]
    [InlineData(".env.example", "API_KEY=LONGPASSWORD\n")]
    [InlineData("appsettings.template.json", """{ "ClientSecret": "LONGPASSWORD" }""")]
    [InlineData("appsettings.json", """{ "SecretKey": "${LONGPASSWORD}", "ApiKey": "#{LONGPASSWORD}", "ClientSecret": "__LONGPASSWORD__", "Key": "LONGPASSWORD" }""")]
    [InlineData("appsettings.json", """{ "ClientSecret": { "Id": "LONGPASSWORD" }, "ApiKeys": ["LONGPASSWORD"], "ClientId": "LONGPASSWORD" }""")]
    [InlineData("appsettings.json", """{ "ClientSecret": "", "Thumbprint": "HEX", "TinyMceApiKey": "LONGPASSWORD", "Password": "HEX" }""")]
    [InlineData("web.config", """<assemblyIdentity publicKeyToken="b77a5c561934e089" /><machineKey decryption="AES" /><add key="ApiKey" value="" /><add key="Id" value="LONGPASSWORD" />""")]
    [InlineData(".env", "API_KEY=\nID=LONGPASSWORD\nUSER_SECRETS_ID=LONGPASSWORD\n")]
    [InlineData("docker-compose.yml", "secrets:\n  client_secret:\n    LONGPASSWORD\n  db_password:\n    file: ./LONGPASSWORD\n")]
    [InlineData(".env", "CONNECTION=Server=localhost;User Id=sa;Password=LONGPASSWORD\n")]
    public Task WhatIsNoSecretOrNoSettingsFile_IsSilent(string file, string text) => VerifyAsync(file, text);

    [Theory]
    [InlineData("appsettings.json", """{ "Stripe": { "SecretKey": "{|#0:LIVE|}" } }""", "'Stripe:SecretKey'")]
    [InlineData("appsettings.json", """{ "A": [1, { "B": "x", "C": ["y", "{|#0:LIVE|}"] }], "D": 1 }""", "'A:1:C:1'")]
    [InlineData("appsettings.json", """{ "A": { "B": 1 }, "Stripe:Key": "{|#0:LIVE|}" }""", "'Stripe:Key'")]
    [InlineData("appsettings.json", """{ "A": "x" /* {|#0:LIVE|} */ }""", "This line")]
    [InlineData("appsettings.json", """{ "A": "x", "{|#0:LIVE|}": "x" }""", "This line")]
    [InlineData("appsettings.json", """{ broken: "{|#0:LIVE|}" }""", "This line")]
    [InlineData(".env", "A=1\nexport STRIPE__KEY=\"{|#0:LIVE|}\"", "'STRIPE__KEY'")]
    [InlineData(".env", "# {|#0:LIVE|}", "This line")]
    [InlineData("docker-compose.yml", "  - Stripe__Key={|#0:LIVE|}", "'Stripe__Key'")]
    [InlineData("docker-compose.yml", "  STRIPE_KEY: {|#0:LIVE|}", "'STRIPE_KEY'")]
    [InlineData("app.config", """<add key="StripeKey" value="{|#0:LIVE|}" />""", "'StripeKey'")]
    public Task Message_NamesTheSettingAndNeverTheValue(string file, string text, string place) => VerifyAsync(
        file,
        text,
        Verify.Diagnostic("RDY1003").WithLocation(0).WithMessage(
            $"{place} holds a live secret key (sk_live_…), and whoever reads the repository can use it. Roll it, and let user secrets or the host supply the new one."));

    [Fact]
    public async Task Diagnostic_KnowsLineColumnAndMode()
    {
        var diagnostic = Assert.Single(await ReportedAsync(new InMemoryText("appsettings.json", TestSecret.Plant("{\n  \"é😀\": \"TEST\"\n}"))));

        var position = diagnostic.Location.GetLineSpan();
        Assert.Equal(("appsettings.json", 1, 10), (position.Path, position.StartLinePosition.Line, position.StartLinePosition.Character));
        Assert.Equal("Test", diagnostic.Properties["mode"]);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task FileWithAMark_IsReadAsItIsWritten(string encoding)
    {
        var marked = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. marked.GetPreamble(), .. marked.GetBytes(TestSecret.Plant("""{ "A": "LIVE" }"""))];
        Assert.NotEmpty(marked.GetPreamble());

        var diagnostic = Assert.Single(await ReportedAsync(new EncodedText(bytes)));
        Assert.Equal(8, diagnostic.Location.GetLineSpan().StartLinePosition.Character);
    }

    [Fact]
    public async Task FileThatCannotBeRead_IsSilent() => Assert.Empty(await ReportedAsync(new EncodedText(null)));

    [Fact]
    public async Task FileListedTwice_IsJudgedOnce()
    {
        var text = TestSecret.Plant("""{ "A": "LIVE" }""");
        Assert.Single(await ReportedAsync(new InMemoryText("appsettings.json", text), new InMemoryText("appsettings.json", text)));
    }

    [Theory]
    [InlineData("readiness.RDY1003.ignore", "true", "RDY1004")]
    [InlineData("readiness.RDY1004.ignore", "True", "RDY1003", "RDY1003")]
    [InlineData("readiness.RDY1003.ignore", "Stripe:SecretKey", "RDY1003", "RDY1004")]
    [InlineData("readiness.RDY1003.ignore", "Other, stripe__webhooksecret", "RDY1003", "RDY1004")]
    [InlineData("build_property.ReadinessRDY1003Ignore", "Stripe:SecretKey,Stripe:WebhookSecret", "RDY1004")]
    [InlineData("readiness.RDY1003.ignore", "SecretKey", "RDY1003", "RDY1003", "RDY1004")]
    [InlineData("readiness.RDY1003.ignore", "false", "RDY1003", "RDY1003", "RDY1004")]
    [InlineData("readiness.RDY1003.ignore", "", "RDY1003", "RDY1003", "RDY1004")]
    public async Task IgnoreOption_LeavesOutAFileOrASetting(string option, string value, params string[] reported)
    {
        var text = TestCredential.Plant(TestSecret.Plant("""{ "Stripe": { "SecretKey": "TEST", "WebhookSecret": "WEBHOOK" }, "GitHub": "GITHUB" }"""));
        var diagnostics = await ReportedAsync(new Dictionary<string, string> { [option] = value }, new InMemoryText("appsettings.json", text));
        Assert.Equal(reported, diagnostics.Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
    }

    private static Task VerifyAsync(string file, string text, params DiagnosticResult[] expected)
    {
        var test = new CSharpAnalyzerTest<ExposedCredentialAnalyzer> { TestCode = "class C { }" };
        test.AdditionalFiles.Add(($"/0/{file}", TestCredential.Plant(TestSecret.Plant(text))));
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static Task<IReadOnlyList<Diagnostic>> ReportedAsync(params AdditionalText[] files) => ReportedAsync(new Dictionary<string, string>(), files);

    private static async Task<IReadOnlyList<Diagnostic>> ReportedAsync(Dictionary<string, string> options, params AdditionalText[] files) =>
        await SourceCompilation.Of("class C { }")
            .WithAnalyzers([new ExposedCredentialAnalyzer()], new AnalyzerOptions([.. files], new InMemoryOptions(options)))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

    private sealed class EncodedText(byte[]? bytes) : AdditionalText
    {
        public override string Path => "appsettings.json";

        public override SourceText? GetText(CancellationToken cancellationToken = default) => bytes is null ? null : SourceText.From(bytes, bytes.Length);
    }
}
