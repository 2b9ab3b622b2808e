using ReadinessAnalyzers.CodeFixes.Webhooks;

namespace ReadinessAnalyzers.Tests.Webhooks;

public sealed class UnreachableWebhookFixTests
{
    [Theory]
    [InlineData("[[|Authorize|]]\n", "    [HttpPost]", "[Authorize]\n", "    [AllowAnonymous]\n    [HttpPost]")]
    [InlineData("", "    [HttpPost, [|Authorize|]]", "", "    [AllowAnonymous]\n    [HttpPost, Authorize]")]
    [InlineData("", "    [HttpPost, [|ValidateAntiForgeryToken|]]", "", "    [HttpPost, IgnoreAntiforgeryToken]")]
    [InlineData("[[|AutoValidateAntiforgeryToken|]]\n", "    /// <summary>Stripe calls.</summary>\n    [HttpPost]", "[AutoValidateAntiforgeryToken]\n", "    /// <summary>Stripe calls.</summary>\n    [IgnoreAntiforgeryToken]\n    [HttpPost]")]
    [InlineData("[[|Authorize|]]\n", "    [HttpPost, [|ValidateAntiForgeryToken|]]", "[Authorize]\n", "    [AllowAnonymous]\n    [HttpPost, IgnoreAntiforgeryToken]")]
    public Task Action(string onType, string onAction, string fixedType, string fixedAction) => Fix(Controller(onType, onAction), Controller(fixedType, fixedAction));

    [Fact]
    public Task WithoutTheUsing_TheNameIsWrittenOut() => Fix(
        Controller("[[|Microsoft.AspNetCore.Authorization.Authorize|]]\n", "    [HttpPost]").Replace("using Microsoft.AspNetCore.Authorization;\n", "", StringComparison.Ordinal),
        Controller("[Microsoft.AspNetCore.Authorization.Authorize]\n", "    [Microsoft.AspNetCore.Authorization.AllowAnonymous]\n    [HttpPost]")
            .Replace("using Microsoft.AspNetCore.Authorization;\n", "", StringComparison.Ordinal));

    [Fact]
    public Task Lambda() => Fix(Route("app.MapGroup(\"/api\").[|RequireAuthorization|]().MapPost(\"/hook\", {0});"), Route("app.MapGroup(\"/api\").RequireAuthorization().MapPost(\"/hook\", {0}).AllowAnonymous();"));

    [Fact]
    public Task LocalFunction() => Fix(
        Route("app.MapPost(\"/hook\", Receive).[|RequireAuthorization|]();\nvoid Receive(HttpRequest request) => EventUtility.ConstructEvent(\"\", request.Headers[\"Stripe-Signature\"].ToString(), \"secret\");"),
        Route("app.MapPost(\"/hook\", Receive).RequireAuthorization();\n[Microsoft.AspNetCore.Authorization.AllowAnonymous]\nvoid Receive(HttpRequest request) => EventUtility.ConstructEvent(\"\", request.Headers[\"Stripe-Signature\"].ToString(), \"secret\");"));

    [Fact]
    public Task Page_IsOpenedAsAWhole() => Fix(Page("", "[|OnPost|]"), Page("[IgnoreAntiforgeryToken]\n", "OnPost"));

    [Fact]
    public Task LambdaUnderAFallbackPolicy() => Fix(
        Route("app.[|MapPost|](\"/hook\", {0});") + "\n" + Setup, // the policy stands in a type of the same file, so the report does too
        Route("app.MapPost(\"/hook\", {0}).AllowAnonymous();") + "\n" + Setup,
        isElsewhere: true);

    private const string Setup = """
        static class Setup
        {
            public static void Use(Microsoft.AspNetCore.Authorization.AuthorizationOptions options) => options.FallbackPolicy = options.DefaultPolicy;
        }
        """;

    private static Task Fix(string source, string fixedSource, bool isElsewhere = false)
    {
        var test = new CSharpCodeFixTest<WebhookAnalyzer, UnreachableWebhookFix>();
        var others = new WebhookAnalyzer().SupportedDiagnostics.Select(rule => rule.Id).Where(id => id != "RDY2008");
        test.DisabledDiagnostics.AddRange(others);
        string[] sources = isElsewhere ? [source.Replace(Setup, "", StringComparison.Ordinal), Setup] : [source];
        string[] changed = isElsewhere ? [fixedSource.Replace(Setup, "", StringComparison.Ordinal), Setup] : [fixedSource];
        foreach (var file in sources)
            test.TestCode = file;
        foreach (var file in changed)
            test.FixedCode = file;
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static string Route(string code) => $$"""
        using Stripe;
        var app = WebApplication.Create(args);
        {{code.Replace("{0}", "(HttpRequest request) => EventUtility.ConstructEvent(\"\", request.Headers[\"Stripe-Signature\"].ToString(), \"secret\").Id", StringComparison.Ordinal)}}
        app.Run();
        """;

    private static string Controller(string onType, string onAction) => $$"""
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Mvc;
        using Stripe;

        {{onType}}public class HookController : ControllerBase
        {
        {{onAction}}
            public IActionResult Receive() => Ok(EventUtility.ConstructEvent("", Request.Headers["Stripe-Signature"].ToString(), "secret").Id);
        }
        """;

    private static string Page(string onType, string handler) => $$"""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Stripe;

        {{onType}}public class HookModel : PageModel
        {
            public IActionResult {{handler}}() => Content(EventUtility.ConstructEvent("", Request.Headers["Stripe-Signature"].ToString(), "secret").Id);
        }
        """;
}
