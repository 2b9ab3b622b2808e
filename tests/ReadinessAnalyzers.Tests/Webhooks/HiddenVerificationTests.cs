using Verify = ReadinessAnalyzers.Tests.Webhooks.UnverifiedEventVerifier;

namespace ReadinessAnalyzers.Tests.Webhooks;

/// <summary>Where the sender is checked out of the endpoint's sight, no webhook rule says anything.</summary>
public sealed class HiddenVerificationTests
{
    private const string Checker = """
        public class Checker
        {
            public void Check(HttpContext context) => EventUtility.ValidateSignature("", context.Request.Headers["Stripe-Signature"], "secret");
        }
        """;

    [Theory]
    [InlineData("""
        public class SignatureMiddleware(RequestDelegate next, Checker checker)
        {
            public Task InvokeAsync(HttpContext context) { checker.Check(context); return next(context); }
        }
        """)]
    [InlineData("""
        public class SignatureFilter(Checker checker) : Microsoft.AspNetCore.Mvc.Filters.IActionFilter
        {
            public void OnActionExecuting(Microsoft.AspNetCore.Mvc.Filters.ActionExecutingContext context) => checker.Check(context.HttpContext);
            public void OnActionExecuted(Microsoft.AspNetCore.Mvc.Filters.ActionExecutedContext context) { }
        }
        """)]
    [InlineData("""
        public class SignatureFilter(Checker checker) : IEndpointFilter
        {
            public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
            {
                checker.Check(context.HttpContext);
                return next(context);
            }
        }
        """)]
    public Task CheckOneHopBehindThePipeline_IsSilent(string pipeline) => InAction("Handle(EventUtility.ParseEvent(json));", Checker + pipeline);

    [Theory]
    [InlineData("[ServiceFilter<SignatureFilter>]")]
    [InlineData("[ServiceFilter(typeof(SignatureFilter))]")]
    [InlineData("[TypeFilter(typeof(SignatureFilter))]")]
    public Task FilterNamedByAnAttribute_IsSilent(string attribute) => InAction(
        "Handle(EventUtility.ParseEvent(json));",
        Checker + """
        public class SignatureFilter(Checker checker) : Microsoft.AspNetCore.Mvc.Filters.IAlwaysRunResultFilter
        {
            public void OnResultExecuting(Microsoft.AspNetCore.Mvc.Filters.ResultExecutingContext context) => checker.Check(context.HttpContext);
            public void OnResultExecuted(Microsoft.AspNetCore.Mvc.Filters.ResultExecutedContext context) { }
        }
        """,
        attribute);

    [Fact]
    public Task FilterOnTheRoute_IsSilent() => Verify.VerifyAnalyzerAsync("""
        using Stripe;
        var app = WebApplication.Create(args);
        app.MapPost("/hook", (Event stripeEvent) => Record(stripeEvent)).AddEndpointFilter(async (context, next) => await next(context));
        app.Run();

        static void Record(Event stripeEvent) { }
        """);

    [Theory]
    [InlineData("var signed = new Signed(json, Request.Headers[\"Stripe-Signature\"]!); Handle(EventUtility.ParseEvent(json));")]
    [InlineData("if (!Check(json)) return BadRequest(); Handle(EventUtility.ParseEvent(json));")]
    public Task CheckInAConstructorOrADelegate_IsSilent(string body) => InAction(body, """
        public class Signed { public Signed(string json, string signature) => EventUtility.ValidateSignature(json, signature, "secret"); }
        """);

    [Fact]
    public Task EventFromABinderOfTheApp_IsSilent() => Verify.VerifyAnalyzerAsync("""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.ModelBinding;
        using Stripe;
        public class SignedEventBinder : IModelBinder
        {
            public Task BindModelAsync(ModelBindingContext context) => Task.CompletedTask;
        }
        public class WebhookController : ControllerBase
        {
            [HttpPost]
            public IActionResult Index([ModelBinder(typeof(SignedEventBinder))] Event stripeEvent) { Paid(stripeEvent); return Ok(); }

            private static void Paid(Event stripeEvent) { }
        }
        """);

    [Fact]
    public Task PublicHelperWithoutARoute_IsSilent() => Verify.VerifyAnalyzerAsync("""
        using Microsoft.AspNetCore.Mvc;
        using Stripe;
        public class WebhookController : ControllerBase
        {
            public void HandlePaid(Event stripeEvent) => Pay(stripeEvent);

            private static void Pay(Event stripeEvent) { }
        }
        """);

    [Fact]
    public Task AnotherControllerThatReadsTheHeader_HidesNothing() => InAction(
        "Handle({|RDY2002:EventUtility.ParseEvent(json)|});",
        """
        public class OtherController : Microsoft.AspNetCore.Mvc.Controller
        {
            public string? Echo() => Request.Headers["Stripe-Signature"];
        }
        """);

    [Fact]
    public Task ControllerWithViews_IsReportedLikeAnyOther() => Verify.VerifyAnalyzerAsync("""
        using Microsoft.AspNetCore.Mvc;
        using Stripe;
        public class WebhookController : Controller
        {
            public async Task<IActionResult> Index()
            {
                var json = await new StreamReader(Request.Body).ReadToEndAsync();
                var signature = Request.Headers["Stripe-Signature"].ToString();
                Pay(signature.Length == 0 ? {|RDY2004:EventUtility.ParseEvent(json)|} : EventUtility.ConstructEvent(json, signature, "secret"));
                return Ok();
            }

            private static void Pay(Event stripeEvent) { }
        }
        """);

    [Fact]
    public async Task FileThatSaysItIsGenerated_IsJudged()
    {
        var test = new WebhookTest("RDY2002", "RDY2004")
        {
            TestCode = """
                // <auto-generated/>
                using Microsoft.AspNetCore.Mvc;
                using Stripe;
                public class WebhookController : ControllerBase
                {
                    [HttpPost]
                    public IActionResult Index(Event {|RDY2002:stripeEvent|}) { Pay(stripeEvent); return Ok(); }

                    private static void Pay(Event stripeEvent) { }
                }
                """,
        };
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task ManyMethodsThatCallEachOther_AreEachLookedAtOnce() => InAction(
        "if (!Step0(json)) return BadRequest(); Handle({|RDY2002:EventUtility.ParseEvent(json)|});",
        string.Concat(Enumerable.Range(0, 40).Select(step =>
            $"private bool Step{step}(string json) => {string.Join(" || ", Enumerable.Range(0, 40).Select(next => $"Step{next}(json)"))};\n")));

    [Fact]
    public Task ActionThatRequiresAuthorization_IsSilent() => Verify.VerifyAnalyzerAsync("""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        using Stripe;
        [Authorize]
        public class ReplayController : ControllerBase
        {
            [HttpPost]
            public IActionResult Replay([FromBody] Event stripeEvent) => Paid(stripeEvent) ? Ok() : BadRequest();

            [HttpPost, AllowAnonymous]
            public IActionResult Open([FromBody] Event {|RDY2002:stripeEvent|}) => Paid(stripeEvent) ? Ok() : BadRequest();

            private static bool Paid(Event stripeEvent) => stripeEvent.Data.Object is Invoice;
        }
        """);

    [Fact]
    public Task RouteThatRequiresAuthorization_IsSilent() => Verify.VerifyAnalyzerAsync("""
        using Stripe;
        var app = WebApplication.Create(args);
        app.MapPost("/one", (Event stripeEvent) => Replay(stripeEvent)).RequireAuthorization();
        var admin = app.MapGroup("/admin").RequireAuthorization();
        admin.MapPost("/two", (Event stripeEvent) => Replay(stripeEvent));
        app.MapPost("/open", (Event {|RDY2002:stripeEvent|}) => Replay(stripeEvent));
        app.Run();

        static string Replay(Event stripeEvent) => stripeEvent.Data.ToString()!;
        """);

    [Fact]
    public Task CheckInOwnMethod_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        if (!IsSigned(json))
            return BadRequest();
        Handle(EventUtility.ParseEvent(json));
        return Ok();
        """,
        """
        private bool IsSigned(string json)
        {
            try { EventUtility.ValidateSignature(json, Request.Headers["Stripe-Signature"], Secret); return true; }
            catch (StripeException) { return false; }
        }
        """);

    [Fact]
    public Task CheckBehindAnInterfaceWithoutSource_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        Verifier.Verify(json, Request.Headers["Stripe-Signature"]!);
        Handle(EventUtility.ParseEvent(json));
        return Ok();
        """,
        """
        public interface IVerifier { void Verify(string json, string signature); }
        private IVerifier Verifier => null!;
        """);

    [Fact]
    public Task OwnHmac_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        var expected = System.Security.Cryptography.HMACSHA256.HashData(new byte[32], System.Text.Encoding.UTF8.GetBytes(json));
        if (!System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(expected, new byte[32]))
            return BadRequest();
        Handle(EventUtility.ParseEvent(json));
        return Ok();
        """);

    // A relay of the app's own, which has checked Stripe's signature, is told by what it knows.
    [Theory]
    [InlineData("if (Request.Headers[\"X-Relay-Key\"] != Secret) return Unauthorized();")]
    [InlineData("if (Secret != Request.Headers[\"X-Relay-Key\"].ToString()) { Logger.LogWarning(\"Forged\"); return Unauthorized(); }")]
    [InlineData("if (!Request.Headers.TryGetValue(\"X-Relay-Key\", out var key) || key != Secret) return Unauthorized();")]
    [InlineData("var key = Request.Query[\"key\"].FirstOrDefault(); if (!string.Equals(key, Secret, StringComparison.Ordinal)) return Unauthorized();")]
    [InlineData("var isRelay = Request.Headers[\"X-Relay-Key\"].ToString().Equals(Secret, StringComparison.Ordinal); if (!isRelay) return Unauthorized();")]
    [InlineData("if (!IsRelay()) return Unauthorized();")]
    public Task SenderThatMustKnowASecret_IsSilent(string guard) => Verify.InAction(
        $$"""
        {{guard}}
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        Handle(EventUtility.ParseEvent(json));
        return Ok();
        """,
        "private bool IsRelay() => Request.Headers[\"X-Relay-Key\"] == Secret;");

    [Theory]
    [InlineData("if (Request.Headers[\"X-Relay\"] != \"stripe\") return Unauthorized();")]
    [InlineData("if (Request.Headers[\"X-Relay\"] == string.Empty) return Unauthorized();")]
    [InlineData("if (Request.Headers[\"X-Relay\"] != Request.Query[\"relay\"]) return Unauthorized();")]
    [InlineData("if (Request.Headers[\"X-Relay-Key\"] != Secret) Logger.LogWarning(\"Forged\");")]
    [InlineData("if (Request.Headers.Count == 0) return Unauthorized();")]
    [InlineData("if (Secret != \"\" && Request.Headers[\"X-Relay\"].Count == 0) return Unauthorized();")]
    [InlineData("var isRelay = Request.Headers[\"X-Relay-Key\"] == Secret; Logger.LogInformation(\"Relay {IsRelay}\", isRelay);")]
    [InlineData("if (!HasRelay()) return Unauthorized();")]
    public Task SenderThatMustKnowNothing_IsReported(string guard) => Verify.InAction(
        $$"""
        {{guard}}
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        Handle({|RDY2002:EventUtility.ParseEvent(json)|});
        return Ok();
        """,
        "private bool HasRelay() => Request.Headers[\"X-Relay\"] == \"stripe\";");

    [Fact]
    public Task CheckInMiddleware_IsSilent() => Verify.InAction("""
        var json = await new StreamReader(Request.Body).ReadToEndAsync();
        Handle(EventUtility.ParseEvent(json));
        return Ok();
        """,
        """
        public class SignatureMiddleware(RequestDelegate next)
        {
            public Task InvokeAsync(HttpContext context)
            {
                EventUtility.ValidateSignature("", context.Request.Headers["Stripe-Signature"], "");
                return next(context);
            }
        }
        """);

    [Fact]
    public Task CheckInAFilterAttribute_IsSilent() => Verify.VerifyAnalyzerAsync("""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Filters;
        using Stripe;
        public class SignedAttribute : ActionFilterAttribute
        {
            public override void OnActionExecuting(ActionExecutingContext context) =>
                EventUtility.ValidateSignature("", context.HttpContext.Request.Headers["Stripe-Signature"], "");
        }
        public class WebhookController : ControllerBase
        {
            [HttpPost, Signed]
            public IActionResult Index([FromBody] Event stripeEvent) => Paid(stripeEvent) ? Ok() : BadRequest();

            private static bool Paid(Event stripeEvent) => stripeEvent.Data.Object is Invoice;
        }
        """);

    [Fact]
    public async Task CheckThatDoesNotBind_IsSilent()
    {
        var test = new WebhookTest("RDY2002", "RDY2004")
        {
            AllowCompileErrors = true,
            TestCode = """
                using Microsoft.AspNetCore.Mvc;
                using Stripe;
                public class WebhookController(MissingVerifier verifier) : ControllerBase
                {
                    public async Task<IActionResult> Index()
                    {
                        var json = await new StreamReader(Request.Body).ReadToEndAsync();
                        verifier.Check(json, Request.Headers["X-Signature"]);
                        return Paid(EventUtility.ParseEvent(json)) ? Ok() : BadRequest();
                    }

                    private static bool Paid(Event stripeEvent) => stripeEvent.Data.Object is Invoice;
                }
                """,
        };
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static Task InAction(string body, string members = "", string attribute = "") => Verify.VerifyAnalyzerAsync($$"""
        using Microsoft.AspNetCore.Mvc;
        using Stripe;
        public class WebhookController : ControllerBase
        {
            private static readonly Func<string, bool> Check = json => json.Length > 0;

            [HttpPost("/webhook")]
            {{attribute}}
            public async Task<IActionResult> Index()
            {
                var json = await new StreamReader(Request.Body).ReadToEndAsync();
                {{body}}
                return Ok();
            }

            private static void Handle(Event stripeEvent) { }
            {{members}}
        }
        """);
}
