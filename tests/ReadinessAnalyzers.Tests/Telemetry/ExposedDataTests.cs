using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using static ReadinessAnalyzers.Tests.Telemetry.WebhookSource;

namespace ReadinessAnalyzers.Tests.Telemetry;

public sealed class ExposedDataTests
{
    // In the wild, six times: the raw body, several times each.
    [Theory]
    [InlineData("logger.LogInformation(\"payload {Json}\", [|json|]);")]
    [InlineData("logger.LogInformation($\"payload {[|json|]}\");")]
    [InlineData("logger.LogDebug(\"payload \" + [|json|]);")]
    [InlineData("logger.LogInformation(string.Format(\"payload {0}\", [|json|]));")]
    [InlineData("Console.WriteLine([|json|]);")]
    [InlineData("Console.Error.WriteLine([|json|]);")]
    [InlineData("System.Diagnostics.Trace.WriteLine([|json|].Trim());")]
    [InlineData("Activity.Current?.SetTag(\"body\", [|json|]);")]
    [InlineData("Activity.Current?.AddEvent(new ActivityEvent(\"received\")); logger.LogWarning(\"{Length} {Body}\", json.Length, [|json|]);")]
    [InlineData("Received(logger, [|json|]);")]
    [InlineData("var copy = json; logger.LogInformation(\"payload {Json}\", [|copy|]);")]
    [InlineData("var line = $\"body: {json}\"; logger.LogInformation(\"payload {Json}\", [|line|]);")]
    [InlineData("if (json.Length > 99999) throw new InvalidOperationException($\"Too long: {[|json|]}\");")]
    [InlineData("await Task.Run(() => logger.LogInformation(\"payload {Json}\", [|json|]));")]
    public Task Payload_IsReported(string line) => Verify(WithBody(line + Handling, Members));

    [Theory]
    [InlineData("logger.LogInformation(\"{Length} characters\", json.Length);")]
    [InlineData("logger.LogInformation(\"payload {Json}\", json.Substring(0, 20));")]
    [InlineData("logger.LogInformation(\"payload {Json}\", json[..20]);")]
    [InlineData("logger.LogInformation(\"payload {Hash}\", System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(json)));")]
    [InlineData("logger.LogInformation(\"payload {Name}\", nameof(json));")]
    [InlineData("logger.LogInformation(\"Empty: {Empty}\", string.IsNullOrEmpty(json));")]
    [InlineData("var id = System.Text.Json.Nodes.JsonNode.Parse(json)![\"id\"]!.ToString(); logger.LogInformation(\"Event {Id}\", id);")]
    [InlineData("System.Diagnostics.Debug.WriteLine(json);")] // not compiled into a release
    [InlineData("using (logger.BeginScope(\"webhook {Length}\", json.Length)) { }")]
    [InlineData("var other = await System.IO.File.ReadAllTextAsync(\"motd.txt\"); logger.LogInformation(other);")]
    [InlineData("Received(logger, signature);")]
    public Task PartsAndIds_AreSilent(string line) => Verify(WithBody(line + Handling, Members));

    // The endpoint hands the body to a service, and the service logs it.
    [Fact]
    public Task PayloadInAService_IsReported() => Verify(FailureSource.InService(
        "public void Handle(string body, string header, string secret) { logger.LogInformation(\"payload {Body}\", [|body|]); EventUtility.ConstructEvent(body, header, secret); }"));

    // What is in no webhook's hands is not ours to judge.
    [Fact]
    public Task AnotherBody_IsSilent() => Verify("""
        using Microsoft.AspNetCore.Mvc;
        public class Stripes(ILogger<Stripes> logger) : ControllerBase
        {
            [HttpPost("/zebra")]
            public async Task<IActionResult> Post()
            {
                var json = await new StreamReader(Request.Body).ReadToEndAsync();
                logger.LogInformation("payload {Json}", json);
                return Ok();
            }
        }
        """);

    [Theory]
    [InlineData("logger.LogInformation(\"{Customer}\", [|customer|]);")]
    [InlineData("logger.LogInformation($\"{[|customer|]}\");")]
    [InlineData("Console.WriteLine([|customer|]);")]
    [InlineData("logger.LogInformation([|customer|].ToJson());")]
    [InlineData("logger.LogInformation(\"{Customer}\", System.Text.Json.JsonSerializer.Serialize([|customer|]));")]
    [InlineData("var text = Newtonsoft.Json.JsonConvert.SerializeObject(customer); logger.LogInformation(\"{Customer}\", [|text|]);")]
    [InlineData("throw new InvalidOperationException($\"No plan for {[|customer|]}\");")]
    public Task WholeStripeObject_IsReported(string line) => Verify(FailureSource.InService($$"""public void Show(Customer customer) { {{line}} }"""));

    [Theory]
    [InlineData("logger.LogInformation(\"{Customer}\", customer.Id);")]
    [InlineData("logger.LogInformation(\"{Customers}\", new[] { customer }.Length);")]
    [InlineData("logger.LogInformation(\"Known: {Known}\", customer is not null);")]
    [InlineData("Save(customer);")]
    [InlineData("var price = new Price(); logger.LogInformation(\"{Price}\", price);")] // of the catalogue, and nobody's
    [InlineData("var other = new Own.Customer(); logger.LogInformation(\"{Customer}\", other);")]
    public Task IdOfAStripeObjectOrOwnType_IsSilent(string line) => Verify(FailureSource.InService(
        $$"""public void Show(Customer customer) { {{line}} } private static void Save(Customer customer) { }""", "namespace Own { public class Customer { } }"));

    [Theory]
    [InlineData("logger.LogInformation(\"Key {Key}\", [|StripeConfiguration.ApiKey|]);")]
    [InlineData("logger.LogInformation($\"Secret {[|_secret|]}\");")]
    [InlineData("throw new InvalidOperationException(\"Wrong secret \" + [|_secret|]);")]
    public Task Credential_IsReported(string line) => Verify(Credentialed(line));

    [Theory]
    [InlineData("logger.LogInformation(\"Set: {Set}\", _secret.Length > 0);")]
    [InlineData("logger.LogInformation(\"Key {Key}…\", _secret[..8]);")]
    [InlineData("logger.LogInformation(\"Set: {Set}\", !string.IsNullOrEmpty(StripeConfiguration.ApiKey));")]
    [InlineData("logger.LogInformation(\"{Name}\", nameof(_secret));")]
    [InlineData("logger.LogInformation(\"{Password}\", _password);")] // no credential by where it goes
    public Task WhetherACredentialIsSet_IsSilent(string line) => Verify(Credentialed(line));

    // The same member of another object holds something else.
    [Theory]
    [InlineData("StripeConfiguration.ApiKey = vault.GetAsync(\"k\").Result;", "logger.LogInformation(\"Got {Text}\", vault.GetAsync(\"motd\").Result);")]
    [InlineData("var key = vault.GetAsync(\"k\"); StripeConfiguration.ApiKey = key.Result;", "var motd = vault.GetAsync(\"motd\"); logger.LogInformation(\"Got {Text}\", motd.Result);")]
    [InlineData("(string, string) keys = (\"\", \"\"); StripeConfiguration.ApiKey = keys.Item1;", "var names = (\"a\", \"b\"); logger.LogInformation(\"Got {Text}\", names.Item1);")]
    [InlineData("StripeConfiguration.ApiKey = new Uri(\"x:y\").UserInfo;", "logger.LogInformation(\"Got {Text}\", new Uri(\"x:z\").UserInfo);")]
    [InlineData("StripeConfiguration.ApiKey = rows.First(row => row.Name == \"Stripe\").Content;", "logger.LogInformation(\"Got {Text}\", rows.First(row => row.Name == \"Motd\").Content);")]
    [InlineData("var row = rows.Single(row => row.Name == Row.Stripe); StripeConfiguration.ApiKey = row.Content;", "foreach (var other in rows) logger.LogInformation(\"Got {Text}\", other.Content);")]
    [InlineData("StripeConfiguration.ApiKey = byName[\"Stripe\"].Content;", "logger.LogInformation(\"Got {Text}\", byName[\"Motd\"].Content);")]
    public Task SameMemberOfAnotherObject_IsSilent(string credential, string line) => Verify(Sourced(credential, line));

    [Theory]
    [InlineData("foreach (var tenant in tenants) StripeConfiguration.ApiKey = tenant.StripeKey;", "logger.LogInformation(\"Got {Text}\", [|tenant.StripeKey|]);")]
    [InlineData("StripeConfiguration.ApiKey = tenants.First(tenant => tenant.Id == 7).StripeKey;", "foreach (var other in tenants) logger.LogInformation(\"Got {Text}\", [|other.StripeKey|]);")]
    [InlineData("var key = vault.GetAsync(\"k\").Result; StripeConfiguration.ApiKey = key;", "")]
    [InlineData("var key = vault.GetAsync(\"k\").Result; StripeConfiguration.ApiKey = key; logger.LogInformation([|key|]);", "")]
    [InlineData("StripeConfiguration.ApiKey = configuration.GetSection(\"Stripe\").Get<Tenant>()!.StripeKey;", "logger.LogInformation(\"Got {Text}\", [|tenant.StripeKey|]);")]
    public Task MemberThatIsACredentialInEveryObject_IsReported(string credential, string line) => Verify(Sourced(credential, line));

    private static string Sourced(string credential, string line) => FailureSource.InService(
        $$"""
        private static IEnumerable<Row> rows => [];
        private static Dictionary<string, Row> byName => [];
        private static IEnumerable<Tenant> tenants => [];
        public void Start(IVault vault, IConfiguration configuration) { {{credential}} }
        public void Show(IVault vault, Tenant tenant) { {{line}} }
        """,
        """
        public interface IVault { Task<string> GetAsync(string name); }
        public class Row { public const string Stripe = "Stripe"; public string Name { get; set; } = ""; public string Content { get; set; } = ""; }
        public class Tenant { public int Id { get; set; } public string StripeKey { get; set; } = null!; }
        """);

    // What Stripe.net says of a signature goes to the log, not to whoever forged it.
    [Theory]
    [InlineData("return BadRequest([|error.Message|]);")]
    [InlineData("return BadRequest($\"Webhook: {[|error.Message|]}\");")]
    [InlineData("return BadRequest(new { error = [|error.Message|] });")]
    [InlineData("return StatusCode(400, [|error.ToString()|]);")]
    public Task TextOfAFailedCheckInTheAnswer_IsReported(string answer) => Verify(WithBody($$"""
        try { orders.HandleAndLog(EventUtility.ConstructEvent(json, signature, Secret)); return Ok(); }
        catch (StripeException error) { logger.LogWarning(error, "Refused"); {{answer}} }
        """));

    [Fact]
    public async Task Severity_TellsAdviceFromFault()
    {
        const string Failing = "try {{ {0} {1} }} catch (StripeException error) {{ logger.LogWarning(error, \"Refused\"); return BadRequest({2}); }}";
        Assert.Equal(DiagnosticSeverity.Info, await SeverityOf(string.Format(null, Failing, "", Handling, "error.Message")));
        Assert.Equal(DiagnosticSeverity.Warning, await SeverityOf(string.Format(null, Failing, "logger.LogInformation(json);", Handling, "")));
    }

    [Theory]
    [InlineData("catch (StripeException error) { logger.LogWarning(error.Message); return BadRequest(\"Not signed\"); }")]
    [InlineData("catch (StripeException error) { return BadRequest(new { error.StripeError?.Code }); }")]
    [InlineData("catch (StripeException error) { logger.LogWarning(error, \"Refused\"); return BadRequest(); } catch (Exception error) { return BadRequest(error.Message); }")]
    public Task AnswerWithoutIt_IsSilent(string clauses) => Verify(WithBody($$"""
        try { orders.HandleAndLog(EventUtility.ConstructEvent(json, signature, Secret)); return Ok(); }
        {{clauses}}
        """));

    // What Stripe says of a request that the app made is the app's to show.
    [Fact]
    public Task TextOfAnotherFailure_IsSilent() => Verify(FailureSource.InAction("""
        try { return Ok((await sessions.CreateAsync(new SessionCreateOptions())).Url); }
        catch (StripeException error) { logger.LogError(error, "No session"); return BadRequest(error.Message); }
        """));

    [Fact]
    public Task HalfTypedCall_IsSilent() =>
        new CSharpAnalyzerTest<ExposureAnalyzer> { TestCode = WithBody("logger.LogInformation(\"{Json}\", " + Handling), AllowCompileErrors = true }
            .RunAsync(TestContext.Current.CancellationToken);

    private const string Handling = " orders.HandleAndLog(EventUtility.ConstructEvent(json, signature, Secret)); return Ok();";

    private static async Task<DiagnosticSeverity> SeverityOf(string handler)
    {
        var reported = await SourceCompilation.Of(WithBody(handler))
            .WithAnalyzers([new ExposureAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return reported.Single(diagnostic => diagnostic.Id == "RDY3006").Severity;
    }

    private const string Members = """
        [LoggerMessage(Level = LogLevel.Information, Message = "Received {Text}")]
        private static partial void Received(ILogger logger, string text);
        private static partial void Received(ILogger logger, string text) { }
        """;

    private static string Credentialed(string line) => FailureSource.InService($$"""
        private readonly string _secret = System.Environment.GetEnvironmentVariable("STRIPE_WEBHOOK_SECRET")!;
        private readonly string _password = "";
        public Event Read(string json, string header) => EventUtility.ConstructEvent(json, header, _secret);
        public void Start() { {{line}} }
        """);

    private static Task Verify(string source) => CSharpAnalyzerVerifier<ExposureAnalyzer>.VerifyAnalyzerAsync(source);
}
