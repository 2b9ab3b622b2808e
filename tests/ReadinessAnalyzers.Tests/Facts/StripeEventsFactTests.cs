using Microsoft.CodeAnalysis.Diagnostics;

namespace ReadinessAnalyzers.Tests.Facts;

/// <summary>RDY0002: this function handles Stripe events of these types.</summary>
public class StripeEventsFactTests
{
    [Fact]
    public async Task Controller_IsOneFactWithAllItsTypes() => Assert.Equal(
        ["WebhookController.Receive: checkout.session.completed|customer.subscription.deleted|invoice.paid verified /stripe/webhook"],
        await FactsAsync("""
            [ApiController, Route("stripe/[controller]")]
            public class WebhookController(IConfiguration configuration) : ControllerBase
            {
                [HttpPost("/stripe/webhook")]
                public async Task<IActionResult> Receive()
                {
                    var json = await new StreamReader(Request.Body).ReadToEndAsync();
                    var e = EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], configuration["Stripe:WebhookSecret"]);
                    switch (e.Type)
                    {
                        case EventTypes.InvoicePaid: return Ok();
                        case "checkout.session.completed": return Ok();
                    }
                    if (e.Type == EventTypes.CustomerSubscriptionDeleted || e.Type == EventTypes.InvoicePaid)
                        return NoContent();
                    return Ok();
                }
            }
            """));

    [Theory]
    [InlineData("[Route(\"stripe/webhook\")]", "[HttpPost]", "/stripe/webhook")]
    [InlineData("[Route(\"stripe\")]", "[HttpPost(\"webhook\")]", "/stripe/webhook")]
    [InlineData("[Route(\"api/[controller]/[action]\")]", "[HttpPost]", "/api/Webhook/Receive")]
    [InlineData("", "[HttpPost(\"/hooks/\")]", "/hooks")]
    [InlineData("", "[HttpPost]", "")]
    public async Task RouteOfAnAction_IsThatOfItsAttributes(string onController, string onAction, string route) => Assert.Equal(
        [$"WebhookController.Receive: invoice.paid unknown {route}".TrimEnd()],
        await FactsAsync($$"""
            {{onController}}
            public class WebhookController : ControllerBase
            {
                {{onAction}}
                public IActionResult Receive(Event e) => e.Type == "invoice.paid" ? Ok() : NoContent();
            }
            """));

    [Fact]
    public async Task MappedLambda_IsNamedAfterItsRoute() => Assert.Equal(
        ["/stripe: invoice.paid verified /stripe"],
        await FactsAsync("""
            var app = WebApplication.Create();
            app.MapPost("/stripe", async (HttpRequest request) =>
            {
                var json = await new StreamReader(request.Body).ReadToEndAsync();
                var e = EventUtility.ConstructEvent(json, request.Headers["Stripe-Signature"], app.Configuration["Secret"]);
                string[] paid = ["invoice.paid"];
                return paid.Any(type => type == "x") || paid.Contains(e.Type) ? Results.Ok() : Results.NoContent();
            });
            """));

    [Fact]
    public async Task MappedMethod_HasTheRouteOfItsMapping() => Assert.Equal(
        ["Webhook.ReceiveAsync:  verified /stripe/webhook"],
        await FactsAsync("""
            public static class Webhook
            {
                public const string Path = "/stripe/webhook";
                public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Path, ReceiveAsync).AllowAnonymous();
                private static async Task<IResult> ReceiveAsync(HttpRequest request, IConfiguration configuration)
                {
                    var json = await new StreamReader(request.Body).ReadToEndAsync();
                    EventUtility.ConstructEvent(json, request.Headers["Stripe-Signature"], configuration["Secret"]);
                    return Results.Ok();
                }
            }
            """));

    [Fact]
    public async Task EndpointThatHandsTheEventOn_IsAFactWithoutTypes() => Assert.Equal(
        ["Orders.Handle: invoice.paid unknown", "WebhookController.Receive:  verified /stripe"],
        await FactsAsync("""
            public class Orders
            {
                public void Handle(Event e) { if (e.Type == "invoice.paid") { } }
            }
            public class WebhookController(Orders orders) : ControllerBase
            {
                [HttpPost("/stripe")]
                public void Receive([FromHeader] string signature, string json) => orders.Handle(EventUtility.ConstructEvent(json, signature, "x"));
            }
            """));

    [Fact]
    public async Task CheckThatMayBeSkipped_IsNotCalledVerified() => Assert.Equal(
        ["Webhook.Read:  unknown"],
        await FactsAsync("""
            public class Webhook
            {
                public Event Read(string json, string? signature) =>
                    signature is null ? EventUtility.ParseEvent(json) : EventUtility.ConstructEvent(json, signature, "x");
            }
            """));

    [Fact]
    public async Task MethodThatIsHandedTheType_HandlesIt() => Assert.Equal(
        ["Types.Parse: invoice.paid unknown"],
        await FactsAsync("""
            public static class Types { public static int Parse(string type) => type switch { "invoice.paid" => 1, _ => 0 }; }
            public class Webhook { public int Handle(Event e) => Types.Parse(e.Type); }
            """));

    [Fact]
    public async Task ThinEvents_AreHandledToo() => Assert.Equal(
        ["Webhook.Handle: v1.billing.meter.error_report_triggered unknown"],
        await FactsAsync("""
            public class Webhook
            {
                public bool Handle(Stripe.V2.Core.EventNotification e) => e.Type == "v1.billing.meter.error_report_triggered";
            }
            """));

    [Theory]
    [InlineData("handlers.First(handler => handler.Type == e.Type).Handle(e);")]
    [InlineData("services.GetRequiredKeyedService<IHandler>(e.Type).Handle(e);")]
    [InlineData("if (e.Type.StartsWith(\"invoice.\")) { }")]
    [InlineData("var map = handlers.ToDictionary(handler => handler.Type); map[e.Type].Handle(e);")]
    public async Task ChoiceThatShowsNoConstant_IsOpen(string statement) => Assert.Equal(
        ["Webhook.Handle:  unknown open"],
        await FactsAsync($$"""
            public interface IHandler { string Type { get; } void Handle(Event e); }
            public class Webhook(IEnumerable<IHandler> handlers, IServiceProvider services)
            {
                public void Handle(Event e) { {{statement}} }
            }
            """));

    [Theory]
    [InlineData("logger.LogInformation(\"Got {Type}\", e.Type); Console.WriteLine($\"{e.Type}\");")]
    [InlineData("System.Diagnostics.Activity.Current?.SetTag(\"type\", e.Type);")]
    [InlineData("var log = new { e.Id, e.Type }; var copy = e.Type; var known = string.IsNullOrEmpty(e.Type);")]
    public async Task TypeThatIsOnlyTold_IsNoFact(string statement) => Assert.Empty(
        await FactsAsync($$"""
            public class Webhook(ILogger<Webhook> logger)
            {
                public void Handle(Event e) { {{statement}} }
            }
            """));

    [Fact]
    public async Task SecretAmongTheTypes_IsMasked()
    {
        var key = "sk_live_" + Secrets.TestSecret.Body(99);
        var fact = Assert.Single(await FactsAsync($$"""
            public class Webhook { public bool Handle(Event e) => e.Type == "{{key}}"; }
            """));
        Assert.DoesNotContain(key[8..30], fact, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> FactsAsync(string source)
    {
        var compilation = SourceCompilation.Of("using Microsoft.AspNetCore.Mvc; using Stripe;\n" + source);
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(found => found.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
        var found = await compilation.WithAnalyzers([new FactAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return
        [
            .. from fact in found
               where fact.Id == "RDY0002"
               let properties = fact.Properties
               let open = properties.ContainsKey("open") ? "open" : null
               select string.Join(' ', new[] { $"{fact.GetMessage().Split('\'')[1]}:", properties["types"], properties["verification"], properties.GetValueOrDefault("route"), open }
                   .Where(part => part is not null)),
        ];
    }
}
