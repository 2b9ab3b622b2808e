using Verify = ReadinessAnalyzers.Tests.CSharpAnalyzerVerifier<ReadinessAnalyzers.SignatureAnalyzer>;

namespace ReadinessAnalyzers.Tests.Webhooks;

/// <summary>RDY2006: what is verified is not what was sent.</summary>
public sealed class AlteredBodyTests
{
    [Theory]
    [InlineData("var json = await new StreamReader(Request.Body).ReadToEndAsync(); Check({|RDY2006:json.Trim('}')|});")]
    [InlineData("var json = {|RDY2006:(await new StreamReader(Request.Body).ReadToEndAsync()).Trim('{', '}')|}; Check(json);")]
    [InlineData("var json = await new StreamReader(Request.Body).ReadToEndAsync(); json = {|RDY2006:json.Replace(\"\\n\", \"\\r\\n\")|}; Check(json);")]
    [InlineData("var json = await new StreamReader(Request.Body).ReadToEndAsync(); Check({|RDY2006:json.ToLowerInvariant()|});")]
    [InlineData("var json = await new StreamReader(Request.Body).ReadToEndAsync(); Check({|RDY2006:json.Replace(\": \", \":\")|});")]
    [InlineData("var json = await new StreamReader(Request.Body).ReadToEndAsync(); Check({|RDY2006:json + \"\\n\"|});")]
    [InlineData("var json = await new StreamReader(Request.Body).ReadToEndAsync(); Check({|RDY2006:$\"{json}\\n\"|});")]
    [InlineData("var json = await new StreamReader(Request.Body).ReadToEndAsync(); Check({|RDY2006:System.Text.RegularExpressions.Regex.Replace(json, \"\\\\s\", \"\")|});")]
    [InlineData("var json = new StreamReader(Request.Body).ReadToEndAsync().Result; if (json.Length > 9) json = {|RDY2006:json.TrimEnd('}')|}; Check(json);")]
    [InlineData("var json = await new StreamReader(Request.Body).ReadToEndAsync(); Check({|RDY2006:JObject.Parse(json).ToString()|});")]
    [InlineData("var json = await new StreamReader(Request.Body).ReadToEndAsync(); var parsed = JsonConvert.DeserializeObject<object>(json); Check({|RDY2006:JsonConvert.SerializeObject(parsed)|});")]
    [InlineData("var json = await new StreamReader(Request.Body).ReadToEndAsync(); var node = JsonNode.Parse(json); Check({|RDY2006:node.ToJsonString()|});")]
    [InlineData("var json = await new StreamReader(Request.Body).ReadToEndAsync(); var parsed = EventUtility.ParseEvent(json); Check({|RDY2006:parsed.ToJson()|});")]
    [InlineData("var json = await new StreamReader(Request.Body).ReadToEndAsync(); Check({|RDY2006:json.Replace(Environment.NewLine, \"\")|});")]
    [InlineData("var json = await new StreamReader(Request.Body).ReadToEndAsync(); Check({|RDY2006:json.Replace('\\n', ' ')|});")]
    [InlineData("var json = await new StreamReader(Request.Body).ReadToEndAsync(); Check({|RDY2006:json.Trim().ReplaceLineEndings(\"\")|});")]
    [InlineData("using var document = await JsonDocument.ParseAsync(Request.Body); Check({|RDY2006:JsonSerializer.Serialize(document.RootElement)|});")]
    [InlineData("Check(await {|RDY2006:new StreamReader(Request.Body, Encoding.ASCII)|}.ReadToEndAsync());")]
    [InlineData("using var reader = {|RDY2006:new StreamReader(Request.Body, encoding: Encoding.Latin1, leaveOpen: true)|}; Check(await reader.ReadToEndAsync());")]
    [InlineData("Check(await {|RDY2006:new StreamReader(Request.Body, Encoding.GetEncoding(\"iso-8859-1\"))|}.ReadToEndAsync());")]
    [InlineData("var buffer = new MemoryStream(); await Request.Body.CopyToAsync(buffer); Check({|RDY2006:Encoding.ASCII.GetString(buffer.ToArray())|});")]
    [InlineData("var read = await Request.BodyReader.ReadAsync(); Check({|RDY2006:Encoding.Unicode.GetString(read.Buffer)|});")]
    [InlineData("var json = await ReadAsync(); Check({|RDY2006:json.Trim('}')|});")]
    public Task AlteredText_IsReported(string statements) => Verify.VerifyAnalyzerAsync(InAction("", Checked(statements)));

    [Theory]
    [InlineData("var json = await new StreamReader(Request.Body).ReadToEndAsync(); Check(json);")]
    [InlineData("using var reader = new StreamReader(HttpContext.Request.Body); var json = await reader.ReadToEndAsync().ConfigureAwait(false); Check(json);")]
    [InlineData("Check(await new StreamReader(Request.Body, Encoding.UTF8).ReadToEndAsync());")]
    [InlineData("Check(await new StreamReader(Request.Body, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true).ReadToEndAsync());")]
    [InlineData("Check(await new StreamReader(Request.Body, new UTF8Encoding(false)).ReadToEndAsync());")]
    [InlineData("Check(await new StreamReader(Request.Body, Encoding.Default).ReadToEndAsync());")]
    [InlineData("Check(await new StreamReader(Request.Body, Encoding.GetEncoding(\"UTF-8\")).ReadToEndAsync());")]
    [InlineData("var encoding = json9.Length > 0 ? Encoding.ASCII : Encoding.UTF8; Check(await new StreamReader(Request.Body, encoding).ReadToEndAsync());")]
    [InlineData("var buffer = new MemoryStream(); await Request.Body.CopyToAsync(buffer); Check(Encoding.UTF8.GetString(buffer.ToArray()));")]
    [InlineData("Request.EnableBuffering(); var json = await new StreamReader(Request.Body, leaveOpen: true).ReadToEndAsync(); Request.Body.Position = 0; Check(json);")]
    [InlineData("var json = await new StreamReader(Request.Body).ReadToEndAsync(); Console.WriteLine(json.Trim()); Check(json);")]
    [InlineData("var json = await new StreamReader(Request.Body).ReadToEndAsync(); var shown = json.Replace(\"a\", \"b\"); Check(json);")]
    [InlineData("var json = await new StreamReader(Request.Body).ReadToEndAsync(); Check(json); json = json.Trim();")]
    [InlineData("var json = await new StreamReader(Request.Body).ReadToEndAsync(); Check($\"{json}\");")]
    [InlineData("var json = await new StreamReader(Request.Body).ReadToEndAsync(); Check(json + \"\");")]
    [InlineData("var json = \"\"; using (var reader = new StreamReader(Request.Body)) json = await reader.ReadToEndAsync(); Check(json);")]
    [InlineData("using var document = await JsonDocument.ParseAsync(Request.Body); Check(document.RootElement.GetRawText());")]
    [InlineData("using var document = await JsonDocument.ParseAsync(Request.Body); Check(document.RootElement.ToString());")]
    [InlineData("Check(await ReadAsync());")]
    [InlineData("Check(Inbox.Next().Trim());")]
    [InlineData("Check(JsonSerializer.Serialize(new { id = \"evt_1\" }));")]
    [InlineData("var body = JsonSerializer.Serialize(Request.Headers); Check(json9 ?? body);")]
    [InlineData("var json = (await new StreamReader(Request.Body).ReadToEndAsync()).Trim(); EventUtility.ParseEvent(json);")]
    [InlineData("var json = (await new StreamReader(Request.Body).ReadToEndAsync()).Trim(); EventUtility.ConstructEvent(json, \"t=1,v1=\" + EventUtility.ComputeSignature(secret, \"1\", json), secret);")]
    public Task TextAsItWasRead_IsSilent(string statements) => Verify.VerifyAnalyzerAsync(InAction("", Checked(statements)));

    // Stripe's JSON has no blanks around it, no \r, no byte order mark and nothing to normalize.
    [Theory]
    [InlineData("json.Trim()")]
    [InlineData("json.TrimEnd()")]
    [InlineData("json.TrimEnd('\\r', '\\n')")]
    [InlineData("json.TrimStart('\\uFEFF')")]
    [InlineData("json.Replace(\"\\r\\n\", \"\\n\")")]
    [InlineData("json.Replace(\"\\r\", \"\")")]
    [InlineData("json.Replace(\"\\uFEFF\", string.Empty).Trim()")]
    [InlineData("json.Replace('\\0', ' ')")]
    [InlineData("json.Replace(Environment.NewLine, \"\\n\")")]
    [InlineData("json.ReplaceLineEndings(\"\\n\")")]
    [InlineData("json.Normalize()")]
    public Task ChangeThatChangesNothingOfStripes_IsSilent(string change) => Verify.VerifyAnalyzerAsync(InAction("", Checked(
        $"var json = await new StreamReader(Request.Body).ReadToEndAsync(); Check({change});")));

    [Theory]
    [InlineData("[FromBody] JObject body", "Check({|RDY2006:body.ToString()|});")]
    [InlineData("[FromBody] JToken body", "Check({|RDY2006:JsonConvert.SerializeObject(body)|});")]
    [InlineData("[FromBody] Event body", "Check({|RDY2006:JsonSerializer.Serialize(body)|});")]
    [InlineData("[FromBody] Event body", "Check({|RDY2006:body.ToJson()|});")]
    [InlineData("[FromBody] JsonElement body", "Check({|RDY2006:JsonSerializer.Serialize(body)|});")]
    [InlineData("[FromBody] JsonNode body", "Check({|RDY2006:body.ToString()|});")]
    [InlineData("[FromBody] string body", "Check({|RDY2006:body|});")]
    [InlineData("[FromBody] string body", "var json = {|RDY2006:body.ToLower()|}; Check(json);")]
    [InlineData("[FromBody] Event body", "Check(await new StreamReader({|RDY2006:Request.Body|}).ReadToEndAsync());")]
    public Task BoundBody_IsReported(string parameter, string statements) => Verify.VerifyAnalyzerAsync(InAction(parameter, Checked(statements)));

    [Theory]
    [InlineData("[FromBody] JsonElement body", "Check(body.GetRawText());")]
    [InlineData("[FromBody] JsonElement body", "Check(body.ToString());")]
    [InlineData("[FromBody] object body", "Check(body.ToString());")]
    [InlineData("[FromBody] Event body", "Request.EnableBuffering(); Request.Body.Position = 0; Check(await new StreamReader(Request.Body).ReadToEndAsync());")]
    [InlineData("[FromHeader(Name = \"Stripe-Signature\")] string header", "Check(await new StreamReader(Request.Body).ReadToEndAsync());")]
    [InlineData("[FromForm] string name", "Check(await new StreamReader(HttpContext.Request.Body).ReadToEndAsync());")]
    [InlineData("[FromQuery] string tenant", "Check(await new StreamReader(Request.Body).ReadToEndAsync());")]
    [InlineData("[FromServices] IHostEnvironment environment, CancellationToken cancellation", "Check(await new StreamReader(Request.Body).ReadToEndAsync(cancellation));")]
    public Task BodyThatSurvivesBinding_IsSilent(string parameter, string statements) => Verify.VerifyAnalyzerAsync(InAction(parameter, Checked(statements)));

    [Fact]
    public Task StringFromAFormatterOfTheProject_IsSilent() => Verify.VerifyAnalyzerAsync(InAction("[FromBody] string body", Checked("Check(body);"), """
        public class RawText : Microsoft.AspNetCore.Mvc.Formatters.TextInputFormatter
        {
            public override Task<Microsoft.AspNetCore.Mvc.Formatters.InputFormatterResult> ReadRequestBodyAsync(
                Microsoft.AspNetCore.Mvc.Formatters.InputFormatterContext context, Encoding encoding) => throw new NotSupportedException();
        }
        """));

    [Fact]
    public Task BodyThatMiddlewareBuffers_IsSilent() => Verify.VerifyAnalyzerAsync(InAction(
        "[FromBody] Event body",
        Checked("Check(await new StreamReader(Request.Body).ReadToEndAsync());"),
        "public static class Start { public static void Use(WebApplication app) => app.Use((context, next) => { context.Request.EnableBuffering(); return next(context); }); }"));

    [Fact]
    public Task ServiceThatAltersWhatItIsHanded_IsReported() => Verify.VerifyAnalyzerAsync("""
        using System.Text.Json;
        using Stripe;
        public class Webhooks(string secret)
        {
            public Event Trimmed(string json, string header) => EventUtility.ConstructEvent({|RDY2006:json.ToLower()|}, header, secret);
            public Event Rewritten(Event parsed, string header) => EventUtility.ConstructEvent({|RDY2006:JsonSerializer.Serialize(parsed)|}, header, secret);
            public Event Handed(string json, string header) => EventUtility.ConstructEvent(json, header, secret);
        }
        """);

    [Fact]
    public Task ServiceWhoseOnlyCallerAlters_IsReportedAtTheCaller() => Verify.VerifyAnalyzerAsync("""
        using Microsoft.AspNetCore.Mvc;
        using Stripe;
        public class Webhooks(string secret)
        {
            public Event Check(string json, string header) => EventUtility.ConstructEvent(json, header, secret);
        }
        public class WebhookController(Webhooks webhooks) : ControllerBase
        {
            [HttpPost("/webhook")]
            public void Post([FromBody] Newtonsoft.Json.Linq.JObject body) => webhooks.Check({|RDY2006:body.ToString()|}, Request.Headers["Stripe-Signature"].ToString());
        }
        """);

    [Fact]
    public Task ServiceWithACallerThatDoesNotAlter_IsSilent() => Verify.VerifyAnalyzerAsync("""
        using Microsoft.AspNetCore.Mvc;
        using Stripe;
        public class Webhooks(string secret)
        {
            public Event Check(string json, string header) => EventUtility.ConstructEvent(json, header, secret);
        }
        public class WebhookController(Webhooks webhooks) : ControllerBase
        {
            [HttpPost("/webhook")]
            public void Post([FromBody] Newtonsoft.Json.Linq.JObject body) => webhooks.Check(body.ToString(), Request.Headers["Stripe-Signature"].ToString());
            [HttpPost("/raw")]
            public async Task Raw() => webhooks.Check(await new StreamReader(Request.Body).ReadToEndAsync(), Request.Headers["Stripe-Signature"].ToString());
        }
        """);

    [Fact]
    public Task MinimalApi_IsJudgedToo() => Verify.VerifyAnalyzerAsync("""
        using System.Text.Json;
        using Microsoft.AspNetCore.Mvc;
        using Stripe;
        var app = WebApplication.Create(args);
        var secret = app.Configuration["S"];
        app.MapPost("/a", async (HttpRequest request) =>
        {
            var json = await new StreamReader(request.Body).ReadToEndAsync();
            EventUtility.ConstructEvent({|RDY2006:json.ToLower()|}, request.Headers["Stripe-Signature"], secret);
        });
        app.MapPost("/b", ([FromBody] Order order, HttpRequest request) =>
            EventUtility.ConstructEvent({|RDY2006:JsonSerializer.Serialize(order)|}, request.Headers["Stripe-Signature"], secret));
        app.MapPost("/c", async (HttpRequest request) =>
            EventUtility.ConstructEvent(await new StreamReader(request.Body).ReadToEndAsync(), request.Headers["Stripe-Signature"], secret));
        app.Run();
        record Order(string Id);
        """);

    [Fact]
    public Task TwoChecksOfOneText_AreOneMistake() => Verify.VerifyAnalyzerAsync(InAction("", """
        var json = {|RDY2006:(await new StreamReader(Request.Body).ReadToEndAsync()).ToLower()|};
        try { EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], secret); }
        catch (StripeException) { EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], secret + secret); }
        """));

    private static string Checked(string statements) =>
        statements.Replace("Check(", "EventUtility.ConstructEvent(stripeSignatureHeader: Request.Headers[\"Stripe-Signature\"], secret: secret, json: ", StringComparison.Ordinal);

    private static string InAction(string parameters, string statements, string more = "") => $$"""
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using Microsoft.AspNetCore.Mvc;
        using Newtonsoft.Json;
        using Newtonsoft.Json.Linq;
        using Stripe;
        using JsonSerializer = System.Text.Json.JsonSerializer;
        public class WebhookController(string? json9, string? secret) : ControllerBase
        {
            [HttpPost("/webhook")]
            public async Task<IActionResult> Post({{parameters}})
            {
                await Task.Yield();
                {{statements}}
                return Ok(json9);
            }
            private async Task<string> ReadAsync() { using var reader = new StreamReader(Request.Body); return await reader.ReadToEndAsync(); }
        }
        public static class Inbox { public static Func<string> Next { get; set; } = () => ""; }
        {{more}}
        """;
}
