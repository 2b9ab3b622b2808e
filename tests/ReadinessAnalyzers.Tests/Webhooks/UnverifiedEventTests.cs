using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Verify = ReadinessAnalyzers.Tests.Webhooks.UnverifiedEventVerifier;

namespace ReadinessAnalyzers.Tests.Webhooks;

public sealed class UnverifiedEventTests
{
    [Fact]
    public Task ActionThatParsesAndActs_IsReportedAtTheParse() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        var stripeEvent = {|RDY2002:EventUtility.ParseEvent(json)|};
        if (stripeEvent.Type == "invoice.paid")
            Fulfil(stripeEvent.Data.Object as Invoice);
        return Ok();
        """);

    [Fact]
    public Task ActionThatHandsTheParsedEventOn_IsReported() => Verify.InAction("""
        using var reader = new StreamReader(Request.Body);
        Handle({|RDY2002:EventUtility.ParseEvent(await reader.ReadToEndAsync(), throwOnApiVersionMismatch: false)|});
        return Ok();
        """);

    [Fact]
    public Task ActionThatDeserialisesAnEvent_IsReported() => Verify.InAction("""
        var json = await new StreamReader(HttpContext.Request.Body).ReadToEndAsync();
        var stripeEvent = {|RDY2002:Newtonsoft.Json.JsonConvert.DeserializeObject<Event>(json)|};
        var again = {|RDY2002:System.Text.Json.JsonSerializer.Deserialize<Event>(json)|};
        Handle(stripeEvent!);
        Handle(again!);
        return Ok();
        """);

    [Fact]
    public Task ActionThatDeserialisesAnEventOrNull_IsReported() => Verify.InAction("""
        var json = await new StreamReader(HttpContext.Request.Body).ReadToEndAsync();
        if ({|RDY2002:System.Text.Json.JsonSerializer.Deserialize<Event?>(json)|} is { } stripeEvent)
            Handle(stripeEvent);
        return Ok();
        """);

    [Fact]
    public Task BodyReadAsEvent_IsReported() => Verify.InAction("""
        var stripeEvent = await {|RDY2002:Request.ReadFromJsonAsync<Event>()|};
        Handle(stripeEvent!);
        return Ok();
        """);

    [Fact]
    public Task EventUsedInALambda_IsReported() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        var stripeEvent = {|RDY2002:EventUtility.ParseEvent(json)|};
        _ = Task.Run(() => Handle(stripeEvent));
        return Ok();
        """);

    [Fact]
    public Task MinimalApiLambda_IsReportedWithItsRoute() => Verify.VerifyAnalyzerAsync("""
        using Stripe;
        var app = WebApplication.Create(args);
        app.MapPost("/stripe/webhook", async (HttpRequest request) =>
        {
            var json = await new StreamReader(request.Body).ReadToEndAsync();
            var stripeEvent = {|#0:EventUtility.ParseEvent(json)|};
            Paid(((Invoice)stripeEvent.Data.Object).Id);
            return Results.Ok();
        });
        app.Run();

        static void Paid(string invoice) { }
        """,
        Verify.Diagnostic("RDY2002").WithLocation(0).WithMessage(
            "'/stripe/webhook' acts on a Stripe event whose signature was not verified, so anyone can forge a payment. "
            + "Make the event with EventUtility.ConstructEvent and the endpoint's signing secret."));

    [Fact]
    public Task MethodMappedInAGroup_IsReported() => Verify.VerifyAnalyzerAsync("""
        using Stripe;
        static class Webhooks
        {
            public static void MapWebhooks(this IEndpointRouteBuilder app) => app.MapGroup("/stripe").MapPost("/webhook", HandleAsync);

            private static async Task<IResult> HandleAsync(HttpContext context)
            {
                var json = await new StreamReader(context.Request.Body).ReadToEndAsync();
                var stripeEvent = {|RDY2002:EventUtility.ParseEvent(json)|};
                return Fulfil(stripeEvent) ? Results.Ok() : Results.BadRequest();
            }

            private static bool Fulfil(Event stripeEvent) => stripeEvent.Data is not null;
        }
        """);

    [Fact]
    public Task EventBoundToAParameter_IsReported() => Verify.VerifyAnalyzerAsync("""
        using Microsoft.AspNetCore.Mvc;
        using Stripe;
        public class WebhookController : ControllerBase
        {
            [HttpPost]
            public IActionResult Index([FromBody] Event {|RDY2002:stripeEvent|})
            {
                return Paid(stripeEvent) ? Ok() : BadRequest();
            }

            private static bool Paid(Event stripeEvent) => stripeEvent.Data.Object is Invoice;
        }
        """);

    [Theory]
    [InlineData("using StripeEvent = Stripe.Event;")]
    [InlineData("using StripeEvent = global::Stripe.Event;")]
    [InlineData("using Shop = Stripe; using StripeEvent = Stripe.Event;")]
    public Task EventUnderAnotherName_IsReported(string alias) => Verify.VerifyAnalyzerAsync($$"""
        using Microsoft.AspNetCore.Mvc;
        {{alias}}
        public class WebhookController : ControllerBase
        {
            [HttpPost("bound")]
            public IActionResult Bound([FromBody] StripeEvent {|RDY2002:received|}) => Paid(received) ? Ok() : BadRequest();

            [HttpPost("read")]
            public async Task<IActionResult> Read()
            {
                var json = await new StreamReader(Request.Body).ReadToEndAsync();
                return Paid({|RDY2002:Newtonsoft.Json.JsonConvert.DeserializeObject<StripeEvent>(json)|}!) ? Ok() : BadRequest();
            }

            private static bool Paid(StripeEvent received) => received.Data.Object is Stripe.Invoice;
        }
        """);

    [Fact]
    public Task OtherTypeUnderThatName_IsSilent() => Verify.VerifyAnalyzerAsync("""
        using Microsoft.AspNetCore.Mvc;
        using StripeEvent = Shop.Event;
        namespace Shop { public record Event(string Type); }
        public class WebhookController : ControllerBase
        {
            [HttpPost]
            public IActionResult Bound([FromBody] StripeEvent received) => Paid(received) ? Ok() : BadRequest();

            private static bool Paid(StripeEvent received) => received.Type == "paid";
        }
        """);

    [Fact]
    public Task BodyReadByOwnMethod_IsReported() => Verify.InAction("""
        var json = await ReadBody();
        Handle({|RDY2002:EventUtility.ParseEvent(json)|});
        return Ok();
        """,
        """
        private async Task<string> ReadBody() => await new StreamReader(Request.Body).ReadToEndAsync();
        """);

    [Fact]
    public Task BodyCopiedToABuffer_IsReported() => Verify.InAction("""
        using var buffer = new MemoryStream();
        await Request.Body.CopyToAsync(buffer);
        var json = System.Text.Encoding.UTF8.GetString(buffer.ToArray());
        Handle({|RDY2002:EventUtility.ParseEvent(json)|});
        return Ok();
        """);

    [Fact]
    public Task EventParsedByOwnMethod_IsReportedAtTheCall() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        Handle({|RDY2002:Parse(json)|});
        return Ok();
        """,
        """
        private static Event Parse(string json) => EventUtility.ParseEvent(json);
        """);

    [Fact]
    public Task EventHandedToAnotherProject_IsReported() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        var stripeEvent = {|RDY2002:EventUtility.ParseEvent(json)|};
        await Payments.Paid(((Invoice)stripeEvent.Data.Object).Id);
        return Ok();
        """,
        """
        public interface IPayments { Task Paid(string invoice); }
        private IPayments Payments => null!;
        """);

    [Fact]
    public Task EventDataWrittenToAnEntity_IsReported() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        var stripeEvent = {|RDY2002:EventUtility.ParseEvent(json)|};
        if (stripeEvent.Data.Object is Customer { Email: not null } customer)
            CurrentOrder.Customer = customer.Id;
        return Ok();
        """,
        """
        public class Order { public string? Customer { get; set; } }
        private Order CurrentOrder { get; } = new();
        """);

    [Fact]
    public Task RazorPageHandler_IsReported() => Verify.VerifyAnalyzerAsync("""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Stripe;
        [IgnoreAntiforgeryToken]
        public class HookModel : PageModel
        {
            public async Task<IActionResult> OnPostAsync()
            {
                var stripeEvent = {|RDY2002:EventUtility.ParseEvent(await new StreamReader(Request.Body).ReadToEndAsync())|};
                Pay(stripeEvent.Data.Object as Invoice);
                return new OkResult();
            }

            private void Pay(Invoice? invoice) { }
        }
        """);

    [Theory]
    [InlineData("var invoice = stripeEvent.Data.Object as Invoice;")]
    [InlineData("var invoice = (Invoice)stripeEvent.Data.Object;")]
    [InlineData("if (stripeEvent.Data.Object is Invoice invoice) Logger.LogInformation(invoice.Id);")]
    public Task ObjectTakenOutOfTheEvent_IsReported(string statement) => Verify.InAction($$"""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        var stripeEvent = {|RDY2002:EventUtility.ParseEvent(json)|};
        {{statement}}
        return Ok();
        """);

    [Fact]
    public async Task ControllerWhoseBaseClassIsMissing_IsReported()
    {
        var test = new WebhookTest("RDY2002", "RDY2004")
        {
            AllowCompileErrors = true,
            TestCode = """
                using Microsoft.AspNetCore.Mvc;
                using Stripe;
                public class WebhookController : ApiController
                {
                    [HttpPost]
                    public async Task<IActionResult> Index()
                    {
                        var json = await new StreamReader(HttpContext.Request.Body).ReadToEndAsync();
                        var stripeEvent = {|RDY2002:EventUtility.ParseEvent(json)|};
                        var paid = stripeEvent.Data.Object as Invoice;
                        return (IActionResult)Ok();
                    }
                }

                public class LegacyController : ApiController
                {
                    [HttpPost]
                    public object Index()
                    {
                        var json = new StreamReader(HttpContext.Current.Request.InputStream).ReadToEnd();
                        return {|RDY2002:EventUtility.ParseEvent(json)|}.Data.Object is Invoice paid;
                    }
                }

                public class QueueController : ApiController
                {
                    [HttpPost]
                    public object Index()
                    {
                        var json = new StreamReader(Queue.Current.Message.Body).ReadToEnd();
                        return EventUtility.ParseEvent(json).Data.Object is Invoice paid;
                    }
                }

                public class CheckedController : ApiController
                {
                    [HttpPost]
                    public async Task<object> Index()
                    {
                        var json = await new StreamReader(HttpContext.Request.Body).ReadToEndAsync();
                        return EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], Secret).Data.Object is Invoice paid;
                    }
                }

                public class OwnBaseController : VerifyingController
                {
                    [HttpPost]
                    public object Index()
                    {
                        var json = new StreamReader(HttpContext.Request.Body).ReadToEnd();
                        return EventUtility.ParseEvent(json).Data.Object is Invoice paid;
                    }
                }
                """,
        };
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task TypeThatDecidesWhichIdsAreQueued_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        var stripeEvent = EventUtility.ParseEvent(json);
        if (stripeEvent.Type == "invoice.paid")
            Queue(stripeEvent.Id);
        return Ok();
        """,
        """
        private static void Queue(string id) { }
        """);

    [Fact]
    public Task ObjectThatIsOnlyAskedForItsKind_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        var stripeEvent = EventUtility.ParseEvent(json);
        var isInvoice = stripeEvent.Data.Object is Invoice;
        object any = stripeEvent.Data.Object;
        var id = ((Invoice)stripeEvent.Data.Object).Id;
        return Ok();
        """);

    [Fact]
    public Task ObjectTakenOutForItsId_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        var stripeEvent = EventUtility.ParseEvent(json);
        if (stripeEvent.Data.Object is Invoice notified)
        {
            var invoice = await new InvoiceService().GetAsync(notified.Id);
            Paid(invoice);
        }
        return Ok();
        """,
        """
        private static void Paid(Invoice invoice) { }
        """);

    [Fact]
    public Task VerifiedEvent_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        try
        {
            var stripeEvent = EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], Secret, throwOnApiVersionMismatch: false);
            Handle(stripeEvent);
            return Ok();
        }
        catch (StripeException)
        {
            return BadRequest();
        }
        """);

    [Fact]
    public Task DevelopmentOnlyFallback_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        if (!string.IsNullOrEmpty(Secret))
        {
            Handle(EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], Secret));
            return Ok();
        }
        if (!Environment.IsDevelopment())
            return StatusCode(503);
        Handle(EventUtility.ParseEvent(json));
        return Ok();
        """);

    [Theory]
    [InlineData("Environment.IsDevelopment()")]
    [InlineData("Environment.EnvironmentName == \"Development\"")]
    [InlineData("Environment.IsDevelopment() && Secret.Length == 0")]
    public Task DevelopmentOnlyBranch_IsSilent(string condition) => Verify.InAction($$"""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        Handle({{condition}}
            ? EventUtility.ParseEvent(json)
            : EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], Secret));
        return Ok();
        """);

    [Fact]
    public Task FlagThatIsOnInDevelopmentOnly_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        var skip = Environment.IsDevelopment() && Secret.Length == 0;
        var stripeEvent = skip
            ? EventUtility.ParseEvent(json)
            : EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], Secret);
        Handle(stripeEvent);
        return Ok();
        """);

    [Fact]
    public Task EndpointMappedInDevelopmentOnly_IsSilent() => Verify.VerifyAnalyzerAsync("""
        using Stripe;
        var app = WebApplication.Create(args);
        if (app.Environment.IsDevelopment())
            app.MapPost("/replay", (Event stripeEvent) => Replay(stripeEvent));
        app.Run();

        static string Replay(Event stripeEvent) => stripeEvent.Data.ToString()!;
        """);

    [Fact]
    public Task EventReplacedByStripesOwn_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        var stripeEvent = EventUtility.ParseEvent(json);
        stripeEvent = await new EventService().GetAsync(stripeEvent.Id);
        Handle(stripeEvent);
        return Ok();
        """);

    [Fact]
    public Task ObjectFetchedAgainFromStripe_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        var stripeEvent = EventUtility.ParseEvent(json);
        if (stripeEvent.Data.Object is Invoice claimed)
        {
            var invoice = await new InvoiceService().GetAsync(claimed.Id);
            Fulfil(invoice);
        }
        return Ok();
        """);

    [Fact]
    public Task LambdaThatUsesTheIdOnly_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        var claimed = EventUtility.ParseEvent(json);
        var stripeEvent = await Task.Run(() => new EventService().GetAsync(claimed.Id));
        Handle(stripeEvent);
        return Ok();
        """);

    [Fact]
    public Task ParseAfterValidateSignature_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        EventUtility.ValidateSignature(json, Request.Headers["Stripe-Signature"], Secret);
        Handle(EventUtility.ParseEvent(json));
        return Ok();
        """);

    [Fact]
    public Task ParseBeforeTheCheckThatOnlyChoosesTheSecret_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        var peek = EventUtility.ParseEvent(json);
        var secret = peek.Account is null ? Secret : "connect";
        var stripeEvent = EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], secret);
        Handle(stripeEvent);
        return Ok();
        """);

    [Fact]
    public Task OldSampleThatParsesTwice_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        var stripeEvent = EventUtility.ParseEvent(json);
        stripeEvent = EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], Secret);
        Handle(stripeEvent);
        return Ok();
        """);

    [Fact]
    public Task EventParsedForTheLogAfterRejection_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        try
        {
            Handle(EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], Secret));
            return Ok();
        }
        catch (StripeException)
        {
            var rejected = EventUtility.ParseEvent(json);
            Logger.LogWarning("Rejected {Id}", rejected.Id);
            return BadRequest();
        }
        """);

    [Fact]
    public Task EventParsedAgainAfterAnApiVersionMismatch_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        Event stripeEvent;
        try
        {
            stripeEvent = EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], Secret);
        }
        catch (StripeException error) when (error.Message.Contains("API version"))
        {
            stripeEvent = EventUtility.ParseEvent(json, false);
        }
        Handle(stripeEvent);
        return Ok();
        """);

    [Fact]
    public Task EventRecordedBeforeItsCheck_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        Handle(EventUtility.ParseEvent(json));
        EventUtility.ValidateSignature(json, Request.Headers["Stripe-Signature"], Secret);
        return Ok();
        """);

    [Fact]
    public Task IdFetchedAgainFromStripe_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        var claimed = EventUtility.ParseEvent(json);
        Handle(await new EventService().GetAsync(claimed.Id));
        return Ok();
        """);

    [Fact]
    public Task EventFromTheDatabase_IsSilent() => Verify.InAction("""
        var stored = await System.IO.File.ReadAllTextAsync("event.json");
        Handle(EventUtility.ParseEvent(stored));
        return Ok();
        """);

    [Fact]
    public async Task FakeEndpointInATestProject_IsSilent()
    {
        var test = new WebhookTest("RDY2002", "RDY2004")
        {
            TestCode = """
                using Stripe;
                var app = WebApplication.Create(args);
                app.MapPost("/fake", (Event stripeEvent) => Record(stripeEvent));
                app.Run();

                static void Record(Event stripeEvent) { }
                """,
        };
        test.GlobalOptions["build_property.IsTestProject"] = "true";
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task HandlerOfAQueueMessage_IsSilent() => Verify.VerifyAnalyzerAsync("""
        using Stripe;
        public class BillingWorker
        {
            public void OnMessage(string message)
            {
                Pay(EventUtility.ParseEvent(message));
            }

            private void Pay(Event stripeEvent) { }
        }
        """);

    [Fact]
    public Task OwnTypeCalledEvent_IsSilent() => Verify.VerifyAnalyzerAsync("""
        using Microsoft.AspNetCore.Mvc;
        public class Event { public string? Data { get; set; } }
        public class CalendarController : ControllerBase
        {
            [HttpPost]
            public IActionResult Index([FromBody] Event entry) => Add(entry) ? Ok() : BadRequest();

            private bool Add(Event entry) => entry.Data is not null;
        }
        """);

    [Fact]
    public async Task EventHandedToAReferencedProjectInAnEditor_IsReported()
    {
        // There the reference is another compilation, whose symbols have source that this one's models do not know.
        var library = CSharpCompilation.Create(
            "Library",
            [
                CSharpSyntaxTree.ParseText("""
                    public class Payments
                    {
                        public void Paid(Stripe.Event stripeEvent) => Record(stripeEvent);
                        private void Record(Stripe.Event stripeEvent) { }
                    }
                    """, cancellationToken: TestContext.Current.CancellationToken),
            ],
            TestReferences.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var test = new WebhookTest("RDY2002", "RDY2004")
        {
            References = [.. TestReferences.All, library.ToMetadataReference()],
            TestCode = """
                using Microsoft.AspNetCore.Mvc;
                using Stripe;
                public class WebhookController(Payments payments) : ControllerBase
                {
                    public async Task<IActionResult> Index()
                    {
                        var json = await new StreamReader(Request.Body).ReadToEndAsync();
                        payments.Paid({|RDY2002:EventUtility.ParseEvent(json)|});
                        return Ok();
                    }
                }
                """,
        };
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task HalfTypedCode_IsSilentAndDoesNotCrash()
    {
        var test = new WebhookTest("RDY2002", "RDY2004")
        {
            AllowCompileErrors = true,
            TestCode = """
                using Microsoft.AspNetCore.Mvc;
                using Stripe;
                public class WebhookController : ControllerBase
                {
                    public async Task<IActionResult> Index()
                    {
                        var stripeEvent = EventUtility.ParseEvent(
                """,
        };
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory] // Web API 2, and the ASP.NET before Core
    [InlineData("System.Web.Http.ApiController", "await Request.Content.ReadAsStringAsync()", "{|RDY2002:EventUtility.ParseEvent(json)|}")]
    [InlineData("System.Web.Http.ApiController", "await Request.Content.ReadAsStringAsync()", "EventUtility.ConstructEvent(json, \"signature\", \"secret\")")]
    [InlineData("System.Web.Http.ApiController", "await new HttpRequestMessage().Content!.ReadAsStringAsync()", "EventUtility.ParseEvent(json)")]
    [InlineData("System.Web.Http.ApiController", "await (await new HttpClient().GetAsync(\"x\")).Content.ReadAsStringAsync()", "EventUtility.ParseEvent(json)")]
    [InlineData("System.Web.Mvc.Controller", "await new StreamReader(Request.InputStream).ReadToEndAsync()", "{|RDY2002:EventUtility.ParseEvent(json)|}")]
    [InlineData("System.Web.Mvc.Controller", "await new StreamReader(Console.OpenStandardInput()).ReadToEndAsync()", "EventUtility.ParseEvent(json)")]
    public Task BodyOfAspNetBeforeCore_CountsAsOne(string controller, string read, string made) => new WebhookTest("RDY2002", "RDY2004")
    {
        TestCode = $$"""
            using Stripe;
            public class HookController : {{controller}}
            {
                public async Task Post() { var json = {{read}}; Handle({{made}}); }
                private static void Handle(Event stripeEvent) { }
            }
            """,
        References = [.. TestReferences.All, LibraryStandIns.SystemWeb],
    }.RunAsync(TestContext.Current.CancellationToken);
}
