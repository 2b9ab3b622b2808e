using ReadinessAnalyzers.Tests.Webhooks;
using static ReadinessAnalyzers.Tests.Telemetry.WebhookSource;

namespace ReadinessAnalyzers.Tests.Telemetry;

public sealed class SilentWebhookTests
{
    [Theory]
    [InlineData("orders.Handle(stripeEvent);")]
    [InlineData("if (stripeEvent.Type == EventTypes.InvoicePaid) { orders.Handle(stripeEvent); }")]
    [InlineData("_ = nameof(logger); orders.Handle(stripeEvent);")]
    [InlineData("using var scope = logger.BeginScope(\"event {Id}\", stripeEvent.Id); orders.Handle(stripeEvent);")]
    [InlineData("if (logger.IsEnabled(LogLevel.Debug)) { orders.Handle(stripeEvent); }")]
    [InlineData("if (stripeEvent.Data.Object is null) { logger.LogError(\"No object\"); return BadRequest(); }")]
    [InlineData("if (stripeEvent.Data.Object is null) { logger.LogError(\"No object\"); return new JsonResult(stripeEvent.Id) { StatusCode = 400 }; }")]
    [InlineData("if (stripeEvent.Data.Object is null) { logger.LogError(\"No object\"); throw new InvalidOperationException(); }")]
    [InlineData("try { orders.Handle(stripeEvent); } catch (InvalidOperationException e) { logger.LogError(e, \"Failed\"); }")]
    public Task NothingOnTheSuccessPath_IsReported(string handling) => Verify(OnSuccess(handling, name: "[|Receive|]"));

    [Fact]
    public Task Message_NamesThePath()
    {
        var test = new WebhookTest("RDY3001") { TestCode = OnSuccess("orders.Handle(stripeEvent);", name: "{|#0:Receive|}") };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("RDY3001").WithLocation(0).WithArguments("WebhookController.Receive", "on its success path"));
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    // In the wild: private readonly ILogger _log; used nowhere, or only handed to a base class or helper that does not log.
    [Theory]
    [InlineData("", "private readonly ILogger _log = logger;")]
    [InlineData("Decrypt(logger, json);", "private static string Decrypt(ILogger log, string text) => text;")]
    public Task LoggerThatIsInjectedOrHandedOnOnly_IsReported(string handling, string members) =>
        Verify(OnSuccess(handling + " orders.Handle(stripeEvent);", members, name: "[|Receive|]"));

    [Theory]
    [InlineData("logger.LogInformation(\"Event {Id}\", stripeEvent.Id);")]
    [InlineData("logger.LogInformation($\"Event {stripeEvent.Id}\");")]
    [InlineData("logger.Log(LogLevel.Information, \"Event {Id}\", stripeEvent.Id);")]
    [InlineData("logger.LogError(\"Failed\" + stripeEvent.Id, stripeEvent);")] // in the wild: the wrong overload; a line it is
    [InlineData("if (stripeEvent.Type == EventTypes.InvoicePaid) { logger.LogDebug(\"Paid\"); }")]
    [InlineData("Console.WriteLine(stripeEvent.Id);")] // RDY3003
    [InlineData("Trace.TraceInformation(stripeEvent.Id);")]
    [InlineData("Received.Add(1);")]
    [InlineData("Duration.Record(1.0);")]
    [InlineData("using var activity = Activities.StartActivity(\"stripe.webhook\"); orders.Handle(stripeEvent);")]
    [InlineData("Activity.Current?.SetTag(\"stripe.event.id\", stripeEvent.Id);")]
    [InlineData("Activity.Current?.AddEvent(new ActivityEvent(stripeEvent.Type));")]
    [InlineData("Handled(logger, stripeEvent.Id);")]
    [InlineData("HandledById(logger, stripeEvent.Id, null);")]
    [InlineData("orders.HandleAndLog(stripeEvent);")]
    [InlineData("await Task.Run(() => orders.HandleAndLog(stripeEvent));")]
    [InlineData("await Task.Run(Tell);")]
    public Task AnyTelemetryOnTheSuccessPath_IsSilent(string handling) => Verify(OnSuccess(handling, """
        private static readonly ActivitySource Activities = new("Shop");
        private static readonly Meter Meter = new("Shop");
        private static readonly Counter<long> Received = Meter.CreateCounter<long>("stripe.webhook.received");
        private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("stripe.webhook.duration");
        private static readonly Action<ILogger, string, Exception?> HandledById = LoggerMessage.Define<string>(LogLevel.Information, default, "{Id}");
        private void Tell() => logger.LogInformation("Handled");

        [LoggerMessage(Level = LogLevel.Information, Message = "Handled {Id}")]
        private static partial void Handled(ILogger logger, string id);
        private static partial void Handled(ILogger logger, string id) { }
        """));

    // The work of a wrapped endpoint sits in a service: a thin controller is judged with what it calls.
    [Fact]
    public Task ThinControllerOverAServiceThatLogs_IsSilent() => Verify(WithBody("""
        if (!orders.TryReadAndLog(json, signature, Secret)) return BadRequest();
        orders.HandleAndLog(EventUtility.ParseEvent(json));
        return Ok();
        """));

    [Fact]
    public Task ThinControllerOverAServiceThatDoesNot_IsReported() =>
        Verify(OnSuccess("shop.MarkPaid(stripeEvent.Id);", types: "public class SilentOrders : IOrders { public void MarkPaid(string id) { } }", name: "[|Receive|]"));

    [Fact]
    public Task AnyOfSeveralImplementationsThatLogs_IsSilent() => Verify(OnSuccess("shop.MarkPaid(stripeEvent.Id);", types: """
        public class SilentOrders : IOrders { public void MarkPaid(string id) { } }
        public class TellingOrders(ILogger<TellingOrders> logger) : IOrders { public void MarkPaid(string id) => logger.LogInformation("Paid {Id}", id); }
        """));

    // Nobody here knows what a queue, a mediator or a service of another project does with it.
    [Theory]
    [InlineData("shop.MarkPaid(stripeEvent.Id);")]
    [InlineData("await Queue.Writer.WriteAsync(stripeEvent);")]
    [InlineData("Handler(stripeEvent);")]
    public Task EventThatLeavesTheProject_IsSilent(string handling) => Verify(OnSuccess(handling, """
        private static readonly System.Threading.Channels.Channel<Event> Queue = System.Threading.Channels.Channel.CreateUnbounded<Event>();
        private static Action<Event> Handler { get; set; } = _ => { };
        """));

    [Fact]
    public Task CallThatDoesNotBindAndMayBeALogger_IsSilent() =>
        new WebhookTest("RDY3001") { TestCode = OnSuccess("_missing.Publish(stripeEvent); LogManager.WriteLog(\"done\");"), AllowCompileErrors = true }
            .RunAsync(TestContext.Current.CancellationToken);

    // In the wild: a table-storage log. What calls itself a log and writes somewhere else may be one.
    [Fact]
    public Task OwnLoggerThatWritesToATable_IsSilent() => Verify(OnSuccess(
        "new AuditLog().Write(stripeEvent.Id);", types: "public class AuditLog { private readonly List<string> _rows = []; public void Write(string row) => _rows.Add(row); }"));

    [Fact]
    public Task TypeThatTheProjectNames_IsSilent()
    {
        var test = new WebhookTest("RDY3001")
        {
            TestCode = OnSuccess("new Shop.Ledger().Enter(stripeEvent.Id);", types: "namespace Shop { public class Ledger { public void Enter(string row) { } } }"),
        };
        test.GlobalOptions["readiness.RDY3001.telemetry_types"] = "Shop.Register, Shop.Ledger";
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("public class Log : IMiddleware { public async Task InvokeAsync(HttpContext context, RequestDelegate next) { await next(context); System.Diagnostics.Trace.WriteLine(context.Request.Path); } }")]
    [InlineData("public static class Start { public static void Use(WebApplication app) => app.UseHttpLogging(); }")]
    [InlineData("public static class Start { public static void Use(WebApplication app) => app.UseW3CLogging(); }")]
    [InlineData("public static class Start { public static void Use(WebApplication app) => app.UseSerilogRequestLogging(); static void UseSerilogRequestLogging(this WebApplication app) { } }")]
    [InlineData("public static class Start { public static void Use(WebApplication app) => app.UseHttpMetrics(); static void UseHttpMetrics(this WebApplication app) { } }")]
    [InlineData("public static class Start { public static void Use(WebApplication app) => app.UseAllElasticApm(); static void UseAllElasticApm(this WebApplication app) { } }")]
    public Task MiddlewareThatTellsOfEveryRequest_IsSilent(string middleware) => Verify(OnSuccess("orders.Handle(stripeEvent);", types: middleware));

    [Fact]
    public Task MiddlewareThatLogsExceptionsOnly_ChangesNothing() => Verify(OnSuccess("orders.Handle(stripeEvent);", name: "[|Receive|]", types: """
        public class Errors(ILogger<Errors> logger) : IMiddleware
        {
            public async Task InvokeAsync(HttpContext context, RequestDelegate next)
            {
                try { await next(context); } catch (Exception error) { logger.LogError(error, "Failed"); throw; }
            }
        }
        """));

    // A check that tells its failure by its value: the endpoint refuses, and it is there that the line is missing.
    [Fact]
    public Task RefusalWithoutAWord_IsReported()
    {
        var test = new WebhookTest("RDY3001")
        {
            TestCode = WithBody("""
                if (!orders.TryRead(json, signature, Secret)) return BadRequest();
                orders.HandleAndLog(EventUtility.ParseEvent(json));
                return Ok();
                """, name: "{|#0:Receive|}"),
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("RDY3001").WithLocation(0).WithArguments("WebhookController.Receive", "on its refusal path"));
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("if (!orders.TryRead(json, signature, Secret)) { logger.LogWarning(\"Refused\"); return BadRequest(); }")]
    [InlineData("logger.LogInformation(\"Webhook\"); if (!orders.TryRead(json, signature, Secret)) return BadRequest();")]
    [InlineData("if (!orders.TryReadAndLog(json, signature, Secret)) return BadRequest();")]
    [InlineData("if (!orders.TryRead(json, signature, Secret)) throw new UnauthorizedAccessException();")] // the host logs it
    public Task RefusalThatIsTold_IsSilent(string check) => Verify(WithBody($$"""
        {{check}}
        orders.HandleAndLog(EventUtility.ParseEvent(json));
        return Ok();
        """));

    // The exception escapes, and the host logs it.
    [Fact]
    public Task FailureThatEscapesTheEndpoint_IsSilent() => Verify(WithBody("""
        var stripeEvent = EventUtility.ConstructEvent(json, signature, Secret);
        orders.HandleAndLog(stripeEvent);
        return Ok();
        """));

    // A catch that swallows it is a matter of RDY3002.
    [Fact]
    public Task FailureThatACatchSwallows_IsSilent() => Verify(WithBody("""
        try { orders.HandleAndLog(EventUtility.ConstructEvent(json, signature, Secret)); }
        catch (StripeException) { return BadRequest(); }
        return Ok();
        """));

    [Fact]
    public Task HalfTypedHandler_IsSilent() =>
        new WebhookTest("RDY3001") { TestCode = OnSuccess("logger.LogInf(stripeEvent.Id"), AllowCompileErrors = true }.RunAsync(TestContext.Current.CancellationToken);

    private static Task Verify(string source) => new WebhookTest("RDY3001") { TestCode = source }.RunAsync(TestContext.Current.CancellationToken);
}
