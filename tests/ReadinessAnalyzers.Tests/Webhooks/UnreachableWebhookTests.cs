namespace ReadinessAnalyzers.Tests.Webhooks;

public sealed class UnreachableWebhookTests
{
    [Theory]
    [InlineData("[[|Authorize|]] ", "")]
    [InlineData("", "[[|Authorize|]]")]
    [InlineData("", "[[|Authorize(Roles = \"Admin\")|]]")]
    [InlineData("", "[[|ValidateAntiForgeryToken|]]")]
    [InlineData("[[|AutoValidateAntiforgeryToken|]] ", "")]
    [InlineData("[[|Authorize|]] ", "[[|ValidateAntiForgeryToken|]]")]
    public Task ClosedByAnAttribute_IsReportedThere(string onType, string onAction) => Verify(Controller(onType, onAction));

    [Theory]
    [InlineData("[Authorize] ", "[AllowAnonymous]")] // R13: beside the class
    [InlineData("[Authorize, AllowAnonymous] ", "")] // R13: in the same attribute list
    [InlineData("", "[Authorize, AllowAnonymous]")] // R13: on the action
    [InlineData("[AllowAnonymous] ", "[Authorize]")]
    [InlineData("[IgnoreAntiforgeryToken, AllowAnonymous] ", "")]
    [InlineData("", "[Authorize(Policy = \"StripeIp\")]")]
    [InlineData("", "[Authorize(AuthenticationSchemes = \"Stripe\")]")]
    [InlineData("", "")]
    public Task OpenOrUnclear_IsSilent(string onType, string onAction) => Verify(Controller(onType, onAction));

    [Theory]
    [InlineData("return Refuse(json, Request.Headers[\"Stripe-Signature\"]!);")]
    [InlineData("EventUtility.ValidateSignature(json, Request.Headers[\"Stripe-Signature\"], \"secret\"); return Ok();")]
    public Task ReadingTheHeaderIsEnough(string body) => Verify(Controller("[[|Authorize|]] ", "", body));

    [Theory]
    [InlineData("return Refuse(json, \"\");")]
    [InlineData("return Ok(EventUtility.ParseEvent(json).Id);")] // an admin replays an event by hand
    [InlineData("return Ok(new SessionService().Get(json).Id);")]
    [InlineData("return Refuse(json, Request.Headers[\"X-Signature\"]!);")]
    public Task EndpointOfSomebodyElse_IsSilent(string body) => Verify(Controller("[Authorize] ", "", body));

    [Theory]
    [InlineData("options.FallbackPolicy = options.DefaultPolicy;")]
    [InlineData("options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();")]
    public async Task ClosedByTheFallbackPolicyOfAnotherFile_IsReportedAtItsName(string setup)
    {
        await Verify(Controller("", "").Replace("Receive(", "[|Receive|](", StringComparison.Ordinal), Setup(setup));
        await Verify(Controller("[AllowAnonymous] ", ""), Setup(setup)); // R13: against a fallback policy
    }

    [Fact]
    public async Task ClosedByAGlobalFilterOfAnotherFile_IsReportedAtItsName()
    {
        const string Setup = """
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.AspNetCore.Mvc.Authorization;
            public static class Setup
            {
                public static void Use(IServiceCollection services) => services.AddControllers(options => options.Filters.Add(new AuthorizeFilter()));
            }
            """;
        await Verify(Controller("", "").Replace("Receive(", "[|Receive|](", StringComparison.Ordinal), Setup);
        await Verify(Controller("", "[AllowAnonymous]"), Setup); // R13: against a global filter
    }

    [Theory]
    [InlineData("app.MapPost(\"/hook\", Receive).[|RequireAuthorization|]();")]
    [InlineData("app.MapGroup(\"/api\").[|RequireAuthorization|]().MapPost(\"/hook\", (HttpRequest request) => Receive(request));", false)]
    [InlineData("var api = app.MapGroup(\"/api\").[|RequireAuthorization|](); api.MapGet(\"/me\", () => 1); api.MapPost(\"/hook\", Receive);")]
    [InlineData("app.MapPost(\"/hook\", Receive).RequireAuthorization().AllowAnonymous();")]
    [InlineData("app.MapGroup(\"/api\").RequireAuthorization().MapPost(\"/hook\", Receive).AllowAnonymous();")] // R13: after the group
    [InlineData("var api = app.MapGroup(\"/api\"); api.MapGet(\"/me\", () => 1).RequireAuthorization(); api.MapPost(\"/hook\", Receive);")]
    [InlineData("app.MapPost(\"/hook\", Receive).RequireAuthorization(\"StripeIp\");")]
    public Task Route(string code, bool isDirect = true) => Verify($$"""
        using Stripe;
        var app = WebApplication.Create(args);
        {{(isDirect ? code : code.Replace("=> Receive(request)", "=> EventUtility.ConstructEvent(\"\", request.Headers[\"Stripe-Signature\"], \"secret\").Id", StringComparison.Ordinal))}}
        app.Run();

        static async Task<string> Receive(HttpRequest request)
        {
            var json = await new StreamReader(request.Body).ReadToEndAsync();
            return EventUtility.ConstructEvent(json, request.Headers["Stripe-Signature"], "secret").Id;
        }
        """);

    [Theory]
    [InlineData("", "[|OnPostAsync|]")]
    [InlineData("[IgnoreAntiforgeryToken] ", "OnPostAsync")]
    [InlineData("[IgnoreAntiforgeryToken, [|Authorize|]] ", "OnPostAsync")]
    [InlineData("[IgnoreAntiforgeryToken, Authorize, AllowAnonymous] ", "OnPostAsync")]
    public Task RazorPage(string onType, string handler) => Verify($$"""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Stripe;
        {{onType}}public class HookModel : PageModel
        {
            public async Task<IActionResult> {{handler}}()
            {
                var json = await new StreamReader(Request.Body).ReadToEndAsync();
                return Content(EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], "secret").Id);
            }
        }
        """);

    [Theory]
    [InlineData("AllowAnonymousToPage(\"/Hook\")")]
    [InlineData("AllowAnonymousToFolder(\"/\")")]
    [InlineData("AllowAnonymousToAreaPage(\"Shop\", \"/Hook\")")]
    [InlineData("AllowAnonymousToAreaFolder(\"Shop\", \"/\")")]
    public Task RazorPageThatAConventionMayOpen_IsSilent(string convention) => Verify($$"""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Stripe;
        [IgnoreAntiforgeryToken, Authorize] public class HookModel : PageModel
        {
            public async Task<IActionResult> OnPostAsync()
            {
                var json = await new StreamReader(Request.Body).ReadToEndAsync();
                return Content(EventUtility.ConstructEvent(json, Request.Headers["Stripe-Signature"], "secret").Id);
            }
        }
        public static class Start
        {
            public static void Add(IServiceCollection services) => services.AddRazorPages(options => options.Conventions.{{convention}});
        }
        """);

    [Fact]
    public async Task FallbackPolicyRescuedByTheClass_AsInColdStorage_IsSilent() => await Verify(
        Controller("[Route(\"api/[controller]\"), ApiController, AllowAnonymous] ", "[HttpPost(\"webhook\")]"),
        Setup("options.FallbackPolicy = options.DefaultPolicy;"));

    [Fact]
    public async Task Message_SaysWhatToDo()
    {
        var test = new WebhookTest("RDY2008") { TestCode = Controller("[{|#0:Authorize|}] ", "") };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("RDY2008").WithLocation(0).WithMessage(
            "'HookController.Receive' is closed to Stripe, which never signs in, so no event arrives and no payment is seen. "
            + "Mark it [AllowAnonymous]; the signature tells who sent the event."));
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static string Setup(string code) => $$"""
        using Microsoft.AspNetCore.Authorization;
        public static class Setup { public static void Use(AuthorizationOptions options) { {{code}} } }
        """;

    private static string Controller(string onType, string onAction, string body = "return Ok(EventUtility.ConstructEvent(json, Request.Headers[\"Stripe-Signature\"], \"secret\").Id);") => $$"""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        using Stripe;
        using Stripe.Checkout;

        {{onType}}public class HookController : ControllerBase
        {
            {{onAction}}
            public async Task<IActionResult> Receive()
            {
                var json = await new StreamReader(Request.Body).ReadToEndAsync();
                {{body}}
            }

            private IActionResult Refuse(string json, string signature) => BadRequest();
        }
        """;

    private static async Task Verify(params string[] sources)
    {
        var test = new WebhookTest("RDY2008");
        foreach (var source in sources)
            test.TestCode = source;
        await test.RunAsync(TestContext.Current.CancellationToken);
    }
}
