namespace ReadinessAnalyzers.Tests.Webhooks;

public sealed class UnrefusedFailureTests
{
    [Theory]
    [InlineData("return Ok();")]
    [InlineData("return Ok(new { received = true });")]
    [InlineData("return NoContent();")]
    [InlineData("return StatusCode(200);")]
    [InlineData("return new OkResult();")]
    [InlineData("return new StatusCodeResult(202);")]
    [InlineData("return new EmptyResult();")]
    [InlineData("return Content(\"\");")]
    [InlineData("{ Logger.LogWarning(\"Bad signature\"); return Ok(); }")]
    [InlineData("{ var answer = Ok(); return answer; }")]
    [InlineData("return new JsonResult(new { received = true });")]
    [InlineData("return new JsonResult(new { received = false }) { StatusCode = 200 };")]
    [InlineData("return new ContentResult { StatusCode = StatusCodes.Status202Accepted, Content = \"bad\" };")]
    [InlineData("return new ContentResult { Content = \"bad\" };")]
    [InlineData("{ var answer = Content(\"bad\"); answer.ContentType = \"text/plain\"; return answer; }")]
    [InlineData("{ var answer = Content(\"bad\"); answer.StatusCode = 400; Logger.LogWarning(answer.Content); return Ok(); }")]
    [InlineData("{ var answer = Content(\"bad\"); answer.StatusCode = 400; answer = Content(\"fine\"); return answer; }")]
    [InlineData("{ }")]
    public Task FailureAnsweredWithSuccess_IsReported(string answer) => InAction($$"""
        try
        {
            var stripeEvent = [|EventUtility.ConstructEvent(json, Signature, Secret)|];
            Handle(stripeEvent);
        }
        catch (StripeException)
        {
            {{answer}}
        }
        return Ok();
        """);

    [Theory]
    [InlineData("catch (Exception)")]
    [InlineData("catch")]
    [InlineData("catch (IOException) { return BadRequest(); } catch (Exception e) when (e is not null)")]
    public Task AnyCatchThatTakesIt_IsReported(string clause) => InAction($$"""
        try
        {
            Handle([|EventUtility.ConstructEvent(json, Signature, Secret)|]);
        }
        {{clause}}
        {
            return Ok();
        }
        return Ok();
        """);

    // In the wild: Stripe.net makes a signature's exception without a StripeError, so this filter never matches.
    [Theory]
    [InlineData("e.StripeError?.Type == \"invalid_request_error\"")]
    [InlineData("e.StripeError.Code is \"signature\"")]
    [InlineData("e.Message.Length > 0 && e.StripeError?.Type == \"card_error\"")]
    public Task FilterThatNeverMatches_IsReported(string filter) => InAction($$"""
        try
        {
            Handle([|EventUtility.ConstructEvent(json, Signature, Secret)|]);
        }
        catch (StripeException e) when ({{filter}})
        {
            return BadRequest();
        }
        catch (Exception)
        {
            return Ok();
        }
        return Ok();
        """);

    [Fact]
    public Task FlagThatIsOnlyLogged_IsReported() => InAction("""
        var verified = true;
        try { [|EventUtility.ValidateSignature(json, Signature, Secret)|]; }
        catch (StripeException) { verified = false; }
        if (!verified)
            Logger.LogWarning("Forged");
        return Ok();
        """);

    // In the wild: the service says false, and the endpoint answers 200 to either.
    [Theory]
    [InlineData("var processed = await [|ProcessAsync(json)|]; if (processed) return Ok(); else return Ok(new { processed = false });")]
    [InlineData("var processed = await [|ProcessAsync(json)|].ConfigureAwait(false); return Ok(new { processed });")]
    [InlineData("await [|ProcessAsync(json)|]; return Ok();")]
    public Task FailureThatAMethodReturns_IsReported(string body) => InAction(
        body,
        """
        private async Task<bool> ProcessAsync(string json)
        {
            Event stripeEvent;
            try
            {
                stripeEvent = EventUtility.ConstructEvent(json, Signature, Secret);
            }
            catch (StripeException e)
            {
                Logger.LogWarning(e, "Bad signature");
                return false;
            }
            await Task.Yield();
            Handle(stripeEvent);
            return true;
        }
        """);

    [Fact]
    public Task FailureThatAPartialMethodSwallows_IsReported() => InAction(
        "[|Half.Handle(json, Signature)|]; return Ok();",
        """
        private static partial class Half
        {
            public static partial void Handle(string json, string signature);
            public static partial void Handle(string json, string signature)
            {
                try { WebhookController.Handle(EventUtility.ConstructEvent(json, signature, Secret)); }
                catch (StripeException e) { Logger.LogWarning(e, "Bad signature"); }
            }
        }
        """);

    [Fact]
    public Task FailureThatAnotherClassSwallows_IsReported() => InAction(
        """
        await [|handler.HandleAsync(json, Signature)|];
        return Ok();
        """,
        """
        private readonly IHandler handler = null!;
        public interface IHandler { Task HandleAsync(string json, string signature); }
        public class Handler : IHandler
        {
            public async Task HandleAsync(string json, string signature)
            {
                try { Handle(EventUtility.ConstructEvent(json, signature, Secret)); }
                catch (StripeException e) { Logger.LogWarning(e, "Bad signature"); }
                await Task.Yield();
            }
        }
        """);

    [Fact]
    public Task FailureThatIsThrownByAMethodAndSwallowedHere_IsReported() => InAction(
        """
        try { Handle([|Verified(json)|]); }
        catch (Exception e) { Logger.LogError(e, "Failed"); }
        return Ok();
        """,
        """
        private Event Verified(string json)
        {
            try { return EventUtility.ConstructEvent(json, Signature, Secret); }
            catch (StripeException e) { throw new InvalidOperationException("Bad signature", e); }
        }
        """);

    // The compiler calls GetEnumerator, MoveNext and Dispose as well, and in its eyes they stand where the check does.
    [Theory]
    [InlineData("await foreach (var e in [|Streamed(json)|]) Handle(e);")]
    [InlineData("await foreach (var e in [|Streamed(json)|].ConfigureAwait(false)) Handle(e);")]
    [InlineData("foreach (var e in [|Listed(json)|]) Handle(e);")]
    [InlineData("foreach (var e in [|InArray(json)|]) Handle(e);")]
    [InlineData("using ([|Opened(json)|]) { }")]
    [InlineData("using var opened = [|Opened(json)|];")]
    [InlineData("await using (([|Streamed(json)|]).GetAsyncEnumerator()) { }")]
    public Task CheckInWhatTheCompilerCallsMoreOf_IsReported(string use) => InAction(
        $$"""
        try { {{use}} }
        catch (StripeException) { return Ok(); }
        return Ok();
        """,
        Sequences);

    [Theory]
    [InlineData("await foreach (var e in Streamed(json)) Handle(e);")]
    [InlineData("foreach (var e in Listed(json)) Handle(e);")]
    [InlineData("foreach (var e in InArray(json)) Handle(e);")]
    [InlineData("using (Opened(json)) { }")]
    public Task CheckInWhatTheCompilerCallsMoreOf_IsSilentIfRefused(string use) => InAction(
        $$"""
        try { {{use}} }
        catch (StripeException) { return BadRequest(); }
        return Ok();
        """,
        Sequences);

    private const string Sequences = """
        private async IAsyncEnumerable<Event> Streamed(string json)
        {
            await Task.Yield();
            yield return EventUtility.ConstructEvent(json, Signature, Secret);
        }
        private List<Event> Listed(string json) => [EventUtility.ConstructEvent(json, Signature, Secret)];
        private Event[] InArray(string json) => [EventUtility.ConstructEvent(json, Signature, Secret)];
        private IDisposable Opened(string json)
        {
            EventUtility.ValidateSignature(json, Signature, Secret);
            return null!;
        }
        """;

    [Fact]
    public Task ActionThatReturnsAText_IsReported() => Verify("""
        using Microsoft.AspNetCore.Mvc;
        using Stripe;
        public class WebhookController : ControllerBase
        {
            [HttpPost("/webhook")]
            public string Index(string json)
            {
                try { [|EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], "secret")|]; }
                catch (Exception) { }
                return string.Empty;
            }
        }
        """);

    [Fact]
    public Task MinimalApi_IsReported() => Verify("""
        using Stripe;
        var app = WebApplication.Create(args);
        app.MapPost("/hook", async (HttpRequest request) =>
        {
            var json = await new StreamReader(request.Body).ReadToEndAsync();
            try { [|EventUtility.ConstructEvent(json, request.Headers["Stripe-Signature"].ToString(), "secret")|]; }
            catch (StripeException) { return Results.Ok(); }
            return Results.Ok();
        });
        """);

    [Theory]
    [InlineData("return BadRequest();")]
    [InlineData("return Unauthorized();")]
    [InlineData("return StatusCode(400);")]
    [InlineData("return StatusCode(StatusCodes.Status401Unauthorized);")]
    [InlineData("return (IActionResult)BadRequest();")]
    [InlineData("throw;")]
    [InlineData("throw new InvalidOperationException();")]
    [InlineData("return Refused();")]
    [InlineData("{ var answer = BadRequest(); return answer; }")]
    [InlineData("return new JsonResult(new { error = \"bad\" }) { StatusCode = 400 };")]
    [InlineData("return new JsonResult(new { error = \"bad\" }) { StatusCode = (int)System.Net.HttpStatusCode.BadRequest };")]
    [InlineData("return new JsonResult(new { error = \"bad\" }) { StatusCode = Environment.TickCount };")]
    [InlineData("return new ContentResult { Content = \"bad\", StatusCode = StatusCodes.Status401Unauthorized };")]
    [InlineData("{ var answer = Content(\"bad\"); answer.StatusCode = 400; return answer; }")]
    [InlineData("{ var answer = new JsonResult(1); answer.StatusCode = 400; return answer; }")]
    [InlineData("{ var answer = new JsonResult(1); answer.StatusCode = Environment.TickCount > 0 ? 400 : 401; return answer; }")]
    [InlineData("{ Response.StatusCode = 400; return new EmptyResult(); }")]
    [InlineData("return Environment.TickCount > 0 ? Ok() : BadRequest();")]
    public Task FailureThatIsOrMayBeRefused_IsSilent(string answer) => InAction(
        $$"""
        try
        {
            Handle(EventUtility.ConstructEvent(json, Signature, Secret));
        }
        catch (StripeException)
        {
            {{answer}}
        }
        return Ok();
        """,
        "private IActionResult Refused() => BadRequest();");

    [Fact]
    public Task SecondCatchBehindOneThatRefuses_IsSilent() => InAction("""
        try
        {
            Handle(EventUtility.ConstructEvent(json, Signature, Secret));
        }
        catch (StripeException e)
        {
            Logger.LogWarning(e, "Bad signature");
            return BadRequest();
        }
        catch (Exception)
        {
            return Ok();
        }
        return Ok();
        """);

    [Fact]
    public Task OuterCatchAroundOneThatRefuses_IsSilent() => InAction("""
        try
        {
            Event stripeEvent;
            try { stripeEvent = EventUtility.ConstructEvent(json, Signature, Secret); }
            catch (StripeException e) { Logger.LogWarning(e, "Bad signature"); return BadRequest(); }
            Handle(stripeEvent);
        }
        catch (Exception)
        {
            return Ok();
        }
        return Ok();
        """);

    [Theory]
    [InlineData("Event? stripeEvent = null;", "stripeEvent = EventUtility.ConstructEvent(json, Signature, Secret);", "", "if (stripeEvent == null) return BadRequest();")]
    [InlineData("Event? stripeEvent = null;", "stripeEvent = EventUtility.ConstructEvent(json, Signature, Secret);", "", "if (stripeEvent is null) return BadRequest();")]
    [InlineData("string? error = null;", "EventUtility.ValidateSignature(json, Signature, Secret);", "error = \"bad\";", "if (error is not null) return BadRequest(error);")]
    [InlineData("var ok = false;", "EventUtility.ValidateSignature(json, Signature, Secret); ok = true;", "", "if (!ok) return BadRequest();")]
    [InlineData("var ok = true;", "EventUtility.ValidateSignature(json, Signature, Secret);", "ok = false;", "return ok ? Ok() : BadRequest();")]
    [InlineData("var errors = new List<string>();", "EventUtility.ValidateSignature(json, Signature, Secret);", "errors.Add(\"bad\");", "if (errors.Any()) return BadRequest();")]
    [InlineData("", "EventUtility.ValidateSignature(json, Signature, Secret);", "ModelState.AddModelError(\"\", \"bad\");", "if (!ModelState.IsValid) return BadRequest();")]
    public Task FailureThatIsRememberedAndRefusedLater_IsSilent(string before, string check, string onFailure, string after) => InAction($$"""
        {{before}}
        try { {{check}} }
        catch (StripeException) { {{onFailure}} }
        {{after}}
        return Ok();
        """);

    [Fact]
    public Task SecretsTriedInTurn_IsSilent() => InAction("""
        foreach (var secret in new[] { Secret, "connect" })
        {
            try
            {
                Handle(EventUtility.ConstructEvent(json, Signature, secret));
                return Ok();
            }
            catch (StripeException)
            {
            }
        }
        return BadRequest();
        """);

    [Fact]
    public Task SecondSecretAfterTheFirstFailed_IsSilent() => InAction("""
        Event stripeEvent;
        try { stripeEvent = EventUtility.ConstructEvent(json, Signature, Secret); }
        catch (StripeException) { stripeEvent = EventUtility.ConstructEvent(json, Signature, "connect"); }
        Handle(stripeEvent);
        return Ok();
        """);

    [Theory]
    [InlineData("if (!await ProcessAsync(json)) return BadRequest();")]
    [InlineData("var ok = await ProcessAsync(json); if (ok == false) return BadRequest();")]
    [InlineData("return await ProcessAsync(json) ? Ok() : BadRequest();")]
    [InlineData("return await ProcessAsync(json) switch { true => Ok(), false => BadRequest() };")]
    public Task FailureThatAMethodReturnsAndTheEndpointRefuses_IsSilent(string body) => InAction(
        body + " return Ok();",
        """
        private async Task<bool> ProcessAsync(string json)
        {
            await Task.Yield();
            try { Handle(EventUtility.ConstructEvent(json, Signature, Secret)); return true; }
            catch (StripeException) { return false; }
        }
        """);

    [Fact]
    public Task ResultObjectThatMayTell_IsSilent() => InAction(
        """
        var result = Process(json);
        return result.Succeeded ? Ok() : BadRequest();
        """,
        """
        private record Outcome(bool Succeeded);
        private Outcome Process(string json)
        {
            try { Handle(EventUtility.ConstructEvent(json, Signature, Secret)); return new Outcome(true); }
            catch (StripeException) { return new Outcome(false); }
        }
        """);

    [Theory]
    [InlineData("return Process(json) is Good { } good ? Ok(good) : BadRequest();")]
    [InlineData("if (Process(json) is not Good { }) return Unauthorized(); return Ok();")]
    [InlineData("var result = Process(json); if (result is Good { } good) return Ok(good); return BadRequest();")]
    public Task ResultWhoseTypeTells_IsSilent(string body) => InAction(body, Outcomes);

    [Theory]
    [InlineData("return [|Process(json)|] is { } outcome ? Ok(outcome) : BadRequest();")]
    [InlineData("var result = [|Process(json)|]; if (result is not { }) return Unauthorized(); return Ok();")]
    public Task ResultOfWhichOnlyNullIsRefused_IsReported(string body) => InAction(body, Outcomes);

    private const string Outcomes = """
        private record Outcome;
        private record Good(string Id) : Outcome;
        private record Bad : Outcome;
        private static Outcome Process(string json)
        {
            try { return new Good(EventUtility.ConstructEvent(json, "signature", Secret).Id); }
            catch (StripeException) { return new Bad(); }
        }
        """;

    [Theory]
    [InlineData("Task<ActionResult<string>>", "return Ok();", "return Ok();")]
    [InlineData("Task<Results<Ok, BadRequest>>", "return TypedResults.Ok();", "return TypedResults.Ok();")]
    public async Task AnswerThatIsConverted_KeepsItsStatus(string type, string accepts, string answers)
    {
        await Verify(Converting(type, accepts, answers, "[|", "|]"));
        await Verify(Converting(type, accepts.Replace("Ok", "BadRequest", StringComparison.Ordinal), answers, "", ""));
    }

    private static string Converting(string type, string onFailure, string answers, string open, string close) => $$"""
        using Microsoft.AspNetCore.Http.HttpResults;
        using Microsoft.AspNetCore.Mvc;
        using Stripe;
        [ApiController]
        public class WebhookController(IConfiguration configuration) : ControllerBase
        {
            [HttpPost("/webhook")]
            public async {{type}} Index()
            {
                var json = await new StreamReader(Request.Body).ReadToEndAsync();
                try { {{open}}EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], configuration["Stripe:WebhookSecret"]){{close}}; }
                catch (StripeException) { {{onFailure}} }
                {{answers}}
            }
        }
        """;

    [Fact]
    public Task AppExceptionThatAnExceptionFilterAnswers_IsSilent() => InAction(
        "Handle(Verified(json)); return Ok();",
        """
        private Event Verified(string json)
        {
            try { return EventUtility.ConstructEvent(json, Signature, Secret); }
            catch (StripeException e) { throw new System.Security.SecurityException("Bad signature", e); }
        }
        """);

    [Fact]
    public Task OptionalPropertyWhoseReadingMayFail_IsSilent() => InAction("""
        Event stripeEvent;
        try { stripeEvent = EventUtility.ConstructEvent(json, Signature, Secret); }
        catch (StripeException) { return BadRequest(); }
        string? name = null;
        try { name = stripeEvent.Data.Object.ToString(); }
        catch { }
        return Ok(name);
        """);

    [Fact]
    public Task MissingHeaderThatIsAnsweredAndNothingDone_IsSilent() => InAction("""
        if (!Request.Headers.ContainsKey("Stripe-Signature"))
            return Ok();
        try { Handle(EventUtility.ConstructEvent(json, Signature, Secret)); }
        catch (StripeException) { return BadRequest(); }
        return Ok();
        """);

    [Fact]
    public Task FilterOfTheAppsOwn_IsSilent() => InAction("""
        try { Handle(EventUtility.ConstructEvent(json, Signature, Secret)); }
        catch (StripeException e) when (IsOurs(e)) { return Ok(); }
        return Ok();
        """,
        "private static bool IsOurs(Exception e) => e.Message.Length > 10;");

    [Theory]
    [InlineData("await SendErrorsAsync(400, stop); return;")]
    [InlineData("await SendUnauthorizedAsync(stop); return;")]
    [InlineData("await SendAsync(new { error = 1 }, 401, stop); return;")]
    [InlineData("await Send.ErrorsAsync(cancellation: stop); return;")]
    [InlineData("await Send.ErrorsAsync(Environment.TickCount); return;")]
    [InlineData("ThrowError(\"bad\");")]
    [InlineData("await RefuseAsync(); return;")]
    [InlineData("HttpContext.Response.StatusCode = 400; return;")]
    public Task FastEndpointThatSendsARefusal_IsSilent(string answer) => InFastEndpoint("EventUtility.ValidateSignature(json, header, Secret)", answer);

    [Theory]
    [InlineData("return;")]
    [InlineData("Console.WriteLine(Resolve<string>());")]
    [InlineData("await SendOkAsync(stop); return;")]
    [InlineData("await Send.OkAsync(); return;")]
    [InlineData("await SendAsync(new { ok = 1 }); return;")]
    [InlineData("await SendAsync(new { ok = 1 }, 202, stop); return;")]
    [InlineData("await AcceptAsync(); return;")]
    public Task FastEndpointThatAcceptsAFailure_IsReported(string answer) => InFastEndpoint("[|EventUtility.ValidateSignature(json, header, Secret)|]", answer);

    private static Task InFastEndpoint(string check, string answer) => new WebhookTest("RDY2005")
    {
        TestCode = $$"""
            using Stripe;
            public class Hook(IConfiguration configuration) : FastEndpoints.EndpointWithoutRequest
            {
                private string? Secret => configuration["Stripe:WebhookSecret"];
                public override async Task HandleAsync(CancellationToken stop)
                {
                    var json = await new StreamReader(HttpContext.Request.Body).ReadToEndAsync();
                    var header = HttpContext.Request.Headers["Stripe-Signature"].ToString();
                    try { {{check}}; }
                    catch (StripeException) { {{answer}} }
                    await SendOkAsync(stop);
                }
                private async Task RefuseAsync() { Console.WriteLine("Forged"); await SendErrorsAsync(401); }
                private async Task AcceptAsync() => await SendOkAsync();
            }
            """,
        References = [.. TestReferences.All, LibraryStandIns.FastEndpoints],
    }.RunAsync(TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("context.Response.StatusCode = 400; return;")]
    [InlineData("Refuse(context.Response); return;")]
    [InlineData("RefuseHere(); return;")]
    public Task HandlerThatSetsTheStatus_IsSilent(string answer) => InHandler("EventUtility.ValidateSignature(json, header, Secret)", answer);

    [Theory]
    [InlineData("return;")]
    [InlineData("Log(); return;")]
    public Task HandlerThatJustEnds_IsReported(string answer) => InHandler("[|EventUtility.ValidateSignature(json, header, Secret)|]", answer);

    private static Task InHandler(string check, string answer) => new WebhookTest("RDY2005")
    {
        TestCode = $$"""
            using Stripe;
            public class Hook : System.Web.IHttpHandler
            {
                private static string Secret => Environment.GetEnvironmentVariable("STRIPE_WEBHOOK_SECRET")!;
                private System.Web.HttpContext _context = null!;
                public bool IsReusable => false;
                public void ProcessRequest(System.Web.HttpContext context)
                {
                    var json = new StreamReader(context.Request.InputStream).ReadToEnd();
                    var header = context.Request.Headers["Stripe-Signature"];
                    try { {{check}}; }
                    catch (StripeException) { {{answer}} }
                }
                private static void Refuse(System.Web.HttpResponse response) => response.StatusCode = 400;
                private void RefuseHere() { _context.Response.StatusCode = 400; }
                private void Log() => Console.WriteLine(_context.Response.StatusCode);
            }
            """,
        References = [.. TestReferences.All, LibraryStandIns.SystemWeb],
    }.RunAsync(TestContext.Current.CancellationToken);

    [Fact]
    public Task OwnMethodThatSetsTheStatus_IsSilent() => Verify("""
        using Microsoft.AspNetCore.Mvc;
        using Stripe;
        [ApiController]
        public class WebhookController(IConfiguration configuration) : ControllerBase
        {
            [HttpPost("/webhook")]
            public async Task Index()
            {
                var json = await new StreamReader(Request.Body).ReadToEndAsync();
                try { EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], configuration["Stripe:WebhookSecret"]); }
                catch (StripeException) { Refuse(); }
            }
            [HttpPost("/open")]
            public async Task Open()
            {
                var json = await new StreamReader(Request.Body).ReadToEndAsync();
                try { [|EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], configuration["Stripe:WebhookSecret"])|]; }
                catch (StripeException) { Log(); }
            }
            private void Refuse() => Response.StatusCode = StatusCodes.Status400BadRequest;
            private void Log() => Console.WriteLine(Response.StatusCode);
        }
        """);

    private static Task InAction(string body, string members = "") => Verify($$"""
        using Microsoft.AspNetCore.Mvc;
        using Stripe;
        [ApiController]
        public class WebhookController : ControllerBase
        {
            private static string Secret => System.Environment.GetEnvironmentVariable("STRIPE_WEBHOOK_SECRET")!;
            private static ILogger Logger => null!;
            private string Signature => Request.Headers["Stripe-Signature"].ToString();

            [HttpPost("/webhook")]
            public async Task<IActionResult> Index()
            {
                var json = await new StreamReader(Request.Body).ReadToEndAsync();
                {{body}}
            }

            private static void Handle(Event stripeEvent) { }
            {{members}}
        }
        """);

    private static Task Verify(string source) => new WebhookTest("RDY2005") { TestCode = source }.RunAsync(TestContext.Current.CancellationToken);
}
