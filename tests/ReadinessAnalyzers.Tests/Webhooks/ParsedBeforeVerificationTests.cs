using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ReadinessAnalyzers.Tests.Webhooks;

public sealed class ParsedBeforeVerificationTests
{
    [Theory]
    [InlineData("System.Text.Json.JsonDocument.Parse(json)")]
    [InlineData("System.Text.Json.Nodes.JsonNode.Parse(json)")]
    [InlineData("System.Text.Json.JsonSerializer.Deserialize<Order>(json)")]
    [InlineData("Newtonsoft.Json.JsonConvert.DeserializeObject<Order>(json)")]
    [InlineData("Newtonsoft.Json.Linq.JObject.Parse(json)")]
    [InlineData("EventUtility.ParseEvent(json)")]
    [InlineData("Event.FromJson(json)")]
    public Task ParsedThenVerified_IsReported(string parse) => InAction($$"""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        var order = [|{{parse}}|];
        Record(order!);
        var stripeEvent = EventUtility.ConstructEvent(json, Signature, Secret);
        return Ok();
        """);

    [Fact]
    public Task JsonReadFromTheRequestItself_IsReported() => InAction("""
        Request.EnableBuffering();
        var order = await [|Request.ReadFromJsonAsync<Order>()|];
        Record(order!);
        Request.Body.Position = 0;
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        EventUtility.ConstructEvent(json, Signature, Secret);
        return Ok();
        """);

    // It asks for the header, and leaves the body alone.
    [Fact]
    public Task ContentTypeAskedFirst_IsSilent() => InAction("""
        if (!Request.HasJsonContentType())
            return StatusCode(415);
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        EventUtility.ConstructEvent(json, Signature, Secret);
        return Ok();
        """);

    [Fact]
    public Task FormReadFirst_IsReported() => InAction("""
        Request.EnableBuffering();
        Record([|Request.Form|]["id"].ToString());
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        EventUtility.ConstructEvent(json, Signature, Secret);
        return Ok();
        """);

    [Fact]
    public Task BodyBoundToAParameterThatIsKeptForTheCheck_IsReported() => Verify("""
        using Microsoft.AspNetCore.Mvc;
        using Stripe;
        public class WebhookController : ControllerBase
        {
            [HttpPost("/webhook")]
            public async Task<IActionResult> Index([FromBody] System.Text.Json.JsonElement [|body|])
            {
                Request.EnableBuffering();
                Request.Body.Position = 0;
                var json = await new StreamReader(Request.Body).ReadToEndAsync();
                EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], "secret");
                return Ok(body.ToString());
            }
        }
        """);

    // In the wild: an old sample of Stripe's own; the first result is overwritten.
    [Fact]
    public Task ParsedForNothing_IsReported() => InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        var stripeEvent = [|EventUtility.ParseEvent(json)|];
        stripeEvent = EventUtility.ConstructEvent(json, Signature, Secret);
        Record(stripeEvent);
        return Ok();
        """);

    [Fact]
    public Task ParsedOnOneBranchThatGoesOnToTheCheck_IsReported() => InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        if (json.Length < 100)
            Record([|System.Text.Json.JsonDocument.Parse(json)|]);
        EventUtility.ConstructEvent(json, Signature, Secret);
        return Ok();
        """);

    [Fact]
    public Task ParsedBeforeAMethodOfTheAppThatVerifies_IsReported() => InAction(
        """
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        Record([|System.Text.Json.JsonDocument.Parse(json)|]);
        var stripeEvent = Verified(json);
        return Ok();
        """,
        "private Event Verified(string json) => EventUtility.ConstructEvent(json, Signature, Secret);");

    [Theory]
    [InlineData("var secret = SecretFor([|System.Text.Json.JsonDocument.Parse(json)|]);")]
    [InlineData("var account = [|EventUtility.ParseEvent(json)|].Account; var secret = account is null ? Secret : \"connect\";")]
    [InlineData("var type = [|EventUtility.ParseEvent(json)|].Type; Logger.LogInformation(\"Got {Type}\", type); var secret = Secret;")]
    public Task ParsedOnlyToChooseTheSecretOrToLog_IsReportedAsAdvice(string choice) => InAction(
        $$"""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        {{choice}}
        var stripeEvent = EventUtility.ConstructEvent(json, Signature, secret);
        return Ok();
        """);

    [Fact]
    public async Task Severity_TellsAdviceFromFault()
    {
        const string Action = """
            var json = await new StreamReader(Request.Body).ReadToEndAsync();
            var parsed = System.Text.Json.JsonDocument.Parse(json);
            var secret = SecretFor(parsed);
            {0}
            EventUtility.ConstructEvent(json, Signature, secret);
            return Ok();
            """;
        Assert.Equal(DiagnosticSeverity.Info, await SeverityOf(Action.Replace("{0}", "")));
        Assert.Equal(DiagnosticSeverity.Warning, await SeverityOf(Action.Replace("{0}", "Record(parsed);")));
    }

    [Fact]
    public Task ParsedAfterTheCheck_IsSilent() => InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        EventUtility.ConstructEvent(json, Signature, Secret);
        Record(System.Text.Json.JsonDocument.Parse(json));
        return Ok();
        """);

    [Fact]
    public Task ParsedAfterAMethodOfTheAppThatVerifies_IsSilent() => InAction(
        """
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        if (!IsGenuine(json))
            return BadRequest();
        Record(Newtonsoft.Json.Linq.JObject.Parse(json));
        return Ok();
        """,
        """
        private bool IsGenuine(string json)
        {
            try { EventUtility.ValidateSignature(json, Signature, Secret); return true; }
            catch (StripeException) { return false; }
        }
        """);

    [Fact]
    public Task ParsedInTheBranchThatRefuses_IsSilent() => InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        if (Signature.Length == 0)
        {
            Record(System.Text.Json.JsonDocument.Parse(json));
            return BadRequest();
        }
        EventUtility.ConstructEvent(json, Signature, Secret);
        return Ok();
        """);

    [Fact]
    public Task ParsedForTheLogAfterRejection_IsSilent() => InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        try
        {
            EventUtility.ConstructEvent(json, Signature, Secret);
        }
        catch (StripeException)
        {
            Logger.LogWarning("Refused {Id}", EventUtility.ParseEvent(json).Id);
            return BadRequest();
        }
        return Ok();
        """);

    [Fact]
    public Task SomethingElseThanTheBodyParsedFirst_IsSilent() => InAction("""
        var settings = System.Text.Json.JsonDocument.Parse(System.IO.File.ReadAllText("settings.json"));
        Record(settings);
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        EventUtility.ConstructEvent(json, Signature, Secret);
        return Ok();
        """);

    [Theory]
    [InlineData("FindAsync(HttpContext)", "public class Tenants : ITenants { public Task<Tenant> FindAsync(HttpContext context) => Task.FromResult(new Tenant(context.Request.Host.Value)); }")]
    [InlineData("FindAsync(HttpContext)", "")]
    public Task SomethingThatIsFoundByTheRequest_IsSilent(string call, string implementation) => InAction(Found(call, "", ""), Tenants + implementation);

    [Theory]
    [InlineData("FindAsync(HttpContext)", "public class Tenants : ITenants { public async Task<Tenant> FindAsync(HttpContext context) => new(await new StreamReader(context.Request.Body).ReadToEndAsync()); }")]
    public Task SomethingThatIsReadFromTheBody_IsReported(string call, string implementation) => InAction(Found(call, "[|", "|]"), Tenants + implementation);

    private const string Tenants = """
        private readonly ITenants tenants = null!;
        public record Tenant(string Json);
        public interface ITenants { Task<Tenant> FindAsync(HttpContext context); }
        """;

    private static string Found(string call, string open, string close) => $$"""
        Request.EnableBuffering();
        var tenant = await tenants.{{call}};
        Record({{open}}System.Text.Json.JsonSerializer.Deserialize<Order>(tenant.Json){{close}}!);
        Request.Body.Position = 0;
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        EventUtility.ConstructEvent(json, Signature, Secret);
        return Ok();
        """;

    [Fact]
    public Task AnotherProvidersEndpointInTheSameClass_IsSilent() => Verify("""
        using Microsoft.AspNetCore.Mvc;
        using Stripe;
        public class WebhookController : ControllerBase
        {
            [HttpPost("/btcpay")]
            public IActionResult BtcPay([FromBody] System.Text.Json.JsonElement body) => Ok(body.GetProperty("id").GetString());

            [HttpPost("/stripe")]
            public async Task<IActionResult> Index()
            {
                Request.EnableBuffering();
                var json = await new StreamReader(Request.Body).ReadToEndAsync();
                EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], "secret");
                return Ok();
            }
        }
        """);

    [Fact]
    public Task CheckThatMayHappenOutOfSightBefore_IsSilent() => InAction(
        """
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        guard.Inspect(json);
        Record(System.Text.Json.JsonDocument.Parse(json));
        EventUtility.ConstructEvent(json, Signature, Secret);
        return Ok();
        """,
        "private readonly IGuard guard = null!; public interface IGuard { void Inspect(string json); }");

    private static Task InAction(string body, string members = "") => Verify(Controller(body, members));

    private static Task Verify(string source) => new WebhookTest("RDY2001") { TestCode = source }.RunAsync(TestContext.Current.CancellationToken);

    private static async Task<DiagnosticSeverity> SeverityOf(string body)
    {
        var reported = await SourceCompilation.Of(Controller(body, ""))
            .WithAnalyzers([new WebhookAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return reported.Single(diagnostic => diagnostic.Id == "RDY2001").Severity;
    }

    private static string Controller(string body, string members) => $$"""
        using Microsoft.AspNetCore.Mvc;
        using Stripe;
        public class Order { public string? Id { get; set; } }
        [ApiController]
        public class WebhookController : ControllerBase
        {
            private static string Secret => System.Environment.GetEnvironmentVariable("STRIPE_WEBHOOK_SECRET")!;
            private static ILogger Logger => null!;
            private string Signature => Request.Headers["Stripe-Signature"].ToString();

            [HttpPost("/webhook")]
            public async Task<IActionResult> Index()
            {
                await Task.Yield();
                {{body}}
            }

            private static void Record(object thing) { }
            private static string SecretFor(System.Text.Json.JsonDocument body) => "secret";
            {{members}}
        }
        """;
}
